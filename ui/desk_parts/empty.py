"""What stands where nothing is: an icon, what it means, and what comes."""

from PySide6.QtWidgets import QWidget

from ui.desk_parts.scroll import Scroll
from ui.parts.arrange import across, column, held
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.tokens import Look


def empty(look: Look, icon: str, title: str, says: str = "", *, ground: str = "ground") -> QWidget:
    """Return the words in the middle of their place. ground: the token of the colour it lies on."""
    picture = across(None, Icon(look, icon, px=72, tile="tint", is_disc=True), None)
    lines = [Label(look, title, "h2", align="center")]
    if says:
        lines.append(Label(look, says, "soft", align="center"))
    side = look.space["l"]
    inside = column(None, picture, *lines, None, gap=look.space["xs"], margins=(side, side, side, side))
    return Scroll(held(inside), look.colour[ground])
