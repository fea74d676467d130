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
) -> QWidget:
    """Return the row. Large words keep the soft line only where the strong one can't stand without it."""
    lines = [Label(look, strong, role)]
    if says and (keeps_line or not look.is_large):
        lines.append(Label(look, says, "soft"))
    picture = Icon(look, icon, colour=tone, tile="tint" if tone == "primary" else f"{tone}_tint")
    top = column(picture, None)
    return held(across(top, (column(None, *lines, None, gap=2), 1), gap=look.space["m"]))
