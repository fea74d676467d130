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
        self.side = side
        self.narrowest, self.broadest = (times * look.text["body"] for times in (NARROWEST, BROADEST))
        self.setLayout(across(side, (main, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.side.setFixedWidth(round(min(max(self.width() * SHARE, self.narrowest), self.broadest)))
        super().resizeEvent(event)
