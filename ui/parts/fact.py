"""A fact to read: an icon on its tile, one strong line, one soft."""

from PySide6.QtWidgets import QWidget

from ui.parts.arrange import across, column, held
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.tokens import Look


def fact(
    look: Look,
    icon: str,
    strong: str,
    says: str = "",
    *,
    tone: str = "primary",
    role: str = "strong",
    keeps_line: bool = False,
    is_roomy: bool = False,
) -> QWidget:
    """Return the row. Large words keep the soft line only where the strong one can't stand without it.

    is_roomy: larger, for a screen that has little else to say; large words are large already.
    """
    is_roomy = is_roomy and not look.is_large
    role = "h2" if is_roomy else role
    tile = "tint" if tone == "primary" else f"{tone}_tint"
    picture = Icon(look, icon, px=look.size["tile_roomy"] if is_roomy else None, colour=tone, tile=tile)
    heading, line = Label(look, strong, role), Label(look, says, "lead" if is_roomy else "soft")
    if look.is_large:  # the line needs the whole width
        top = across(picture, (heading, 1), gap=look.space["m"])
        return held(column(top, *([line] if says and keeps_line else [])))
    lines = [heading, line] if says else [heading]
    return held(
        across(
            column(picture, None),
            (column(None, *lines, None, gap=2), 1),
            gap=look.space["l" if is_roomy else "m"],
        )
    )
