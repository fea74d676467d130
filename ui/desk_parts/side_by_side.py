"""A list and what is open from it: the list takes a third, within limits."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.parts.arrange import across

SHARE = 0.31
NARROWEST, BROADEST = 400, 640  # pixels


class SideBySide(QWidget):
    def __init__(self, side: QWidget, main: QWidget) -> None:
        super().__init__()
        self.side = side
        self.setLayout(across(side, (main, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.side.setFixedWidth(round(min(max(self.width() * SHARE, NARROWEST), BROADEST)))
        super().resizeEvent(event)
