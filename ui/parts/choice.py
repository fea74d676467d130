"""A choice: an icon on its tile, a title, one soft line in the visitor's own words."""

from ui.parts.arrange import column
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.tap import Tap
from ui.tokens import Look


def choice(
    look: Look, icon: str, title: str, says: str = "", *, height: int | None = None, is_brief: bool = False
) -> Tap:
    """Return the button. Large words, or little room, leave the soft line and the chevron away."""
    lines, is_brief = [Label(look, title, "choice")], is_brief or look.is_large
    if says and not is_brief:
        lines.append(Label(look, says, "soft"))
    chevron = [] if is_brief else [Icon(look, "chevron", px=40)]
    edge = look.space["l"] - look.space["xs"]
    picture = Icon(look, icon, px=look.space["xl"]) if look.is_large else Icon(look, icon, tile="tint")
    if look.is_large:
        edge = look.space["m"]
    return Tap(
        look,
        picture,
        (column(None, *lines, None, gap=4), 1),
        *chevron,
        kind="choice",
        name=f"{title}. {says}" if says else title,
        height=height or look.size["choice"],
        gap=look.space["s"] if look.is_large else look.space["m"],
        margins=(edge, look.space["s"], edge, look.space["s"]),
    )
