"""Bricks laid while one waits: calm, and still where motion was asked away."""

from PySide6.QtCore import QEasingCurve, QRectF, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.parts.painting import painting
from ui.tokens import Look

COUNT = 5
GAP = 14


class Bricks(QWidget):
    """name: what a screen reader says. The animation runs while it can be seen, and only then."""

    def __init__(self, look: Look, name: str, height: int = 56) -> None:
        super().__init__()
        self.look = look
        self.laid = COUNT / 2
        self.setAccessibleName(name)
        self.setFixedHeight(height)
        self.animation = QVariantAnimation(self)
        self.animation.setDuration(look.motion["breath"] * 2)
        self.animation.setStartValue(0.0)
        self.animation.setEndValue(float(COUNT) + 1)
        self.animation.setEasingCurve(QEasingCurve.Type.InOutSine)
        self.animation.setLoopCount(-1)
        self.animation.valueChanged.connect(self._lay)

    def showEvent(self, event: QShowEvent) -> None:
        if self.look.is_moving:
            self.animation.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.animation.stop()
        super().hideEvent(event)

    def _lay(self, laid: object) -> None:
        self.laid = float(str(laid))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            width = (self.width() - GAP * (COUNT - 1)) / COUNT
            for index in range(COUNT):
                fill = QColor(self.look.colour["brick"])
                painter.setPen(QColor(self.look.colour["brick"]))
                fill.setAlphaF(min(max(self.laid - index, 0.0), 1.0))
                painter.setBrush(fill)
                painter.drawRoundedRect(
                    QRectF(index * (width + GAP) + 1, 1, width - 2, self.height() - 2), 8, 8
                )
