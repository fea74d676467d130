"""How far along something is: a ring that fills, with a word inside."""

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.fonts import font
from ui.parts.painting import painting
from ui.tokens import Look, Theme

TOP = 90 * 16  # Qt counts angles in sixteenths of a degree, from three o'clock
WHOLE = 360 * 16
THICK = 0.11  # of the width


class Ring(QWidget):
    """part: 0 to 1, of the ring that is filled, clockwise from the top. tone: "ok", "brick", "primary"."""

    def __init__(self, look: Look, px: int, tone: str = "ok") -> None:
        super().__init__()
        self.look, self.tone = look, tone
        self.part, self.words = 0.0, ""
        self.setFixedSize(px, px)
        self.step = QVariantAnimation(self)
        self.step.setDuration(look.motion["ring"])
        self.step.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.step.valueChanged.connect(self._fill)

    def show_part(self, part: float, words: str) -> None:
        """Fill the ring so far: step by step where it can be seen and may move."""
        goal = min(max(part, 0.0), 1.0)
        self.words = words
        self.setAccessibleName(words)
        self.step.stop()
        if self.look.is_moving and self.isVisible() and goal != self.part:
            self.step.setStartValue(self.part)
            self.step.setEndValue(goal)
            self.step.start()
        else:
            self._fill(goal)

    def _fill(self, part: object) -> None:
        self.part = float(str(part))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            thick = self.width() * THICK
            area = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
            rail = "line" if self.look.theme is Theme.CONTRAST else "surface"
            for token, share in ((rail, 1.0), (self.tone, self.part)):
                painter.setPen(QPen(QColor(self.look.colour[token]), thick, c=Qt.PenCapStyle.RoundCap))
                if share:
                    painter.drawArc(area, TOP, -round(share * WHOLE))
            painter.setPen(QColor(self.look.colour[self.tone]))
            painter.setFont(font(round(self.width() * 0.3), 700))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.words)
