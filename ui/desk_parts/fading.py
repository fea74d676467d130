"""What goes on past an edge fades out there: half a line of words looks like a mistake."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

FADE = 48  # pixels, where there are as many
SLIVER = 8  # pixels of something that say nothing


def fade(painter: QPainter, width: int, edge: int, high: int, ground: str) -> None:
    """Paint from the ground's own colour, at the edge, to nothing. high: below 0 upwards."""
    whole, none = QColor(ground), QColor(ground)
    none.setAlpha(0)
    shades = QLinearGradient(0, edge, 0, edge + high)
    shades.setColorAt(0.1, whole)
    shades.setColorAt(1, whole if abs(high) <= SLIVER else none)
    painter.fillRect(0, edge if high > 0 else edge + high + 1, width, abs(high), shades)


class Fading(QWidget):
    """The fade at one edge of what scrolls; lies over it, and lets every touch through."""

    def __init__(self, over: QWidget, ground: str, *, is_top: bool) -> None:
        super().__init__(over)
        self.over, self.ground, self.is_top = over, ground, is_top
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def high(self) -> int:
        """Return how high it is where it shows."""
        return min(FADE, self.over.height() // 4)

    def place(self, *, goes_on: bool) -> None:
        """Lie at the edge. goes_on: more is out of sight there."""
        top = 0 if self.is_top else self.over.height() - self.high
        self.setGeometry(0, top, self.over.width(), self.high)
        self.setVisible(goes_on)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        edge, high = (0, self.height()) if self.is_top else (self.height() - 1, -self.height())
        with QPainter(self) as painter:
            fade(painter, self.width(), edge, high, self.ground)
