"""A list and what is open from it: the list takes a third, within limits."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.parts.arrange import across
from ui.tokens import Look

SHARE = 0.31
NARROWEST, BROADEST = 20, 32  # times the height of the words


class SideBySide(QWidget):
    def __init__(self, look: Look, side: QWidget, main: QWidget) -> None:
        super().__init__()
        self.look, self.side = look, side
        self.setLayout(across(side, (main, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.side.setFixedWidth(side_width(self.look, self.width()))
        super().resizeEvent(event)


def side_width(look: Look, width: int) -> int:
    """Return how much of a width the list takes, in pixels."""
    narrowest, broadest = (times * look.text["body"] for times in (NARROWEST, BROADEST))
    return round(min(max(width * SHARE, narrowest), broadest))
