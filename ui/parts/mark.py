"""The reception's own sign: a violet of five petals with a brick heart. No institution's logo."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.parts.painting import painting
from ui.tokens import Look

PETALS = (36, -36, 108, -108, 180)  # degrees


class Mark(QWidget):
    """px by px. on: "ground", or "bar" for the desk's violet bar."""

    def __init__(self, look: Look, px: int, on: str = "ground") -> None:
        super().__init__()
        self.look, self.on = look, on
        self.setFixedSize(px, px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.translate(QRectF(self.rect()).center())
            unit, colour = self.width() / 2, self.look.colour
            painter.setPen(QPen(QColor(colour[self.on]), unit * 0.07))
            painter.setBrush(QColor(colour["on_bar" if self.on == "bar" else "primary"]))
            for angle in PETALS:
                painter.save()
                painter.rotate(angle)
                painter.drawEllipse(QRectF(-unit * 0.36, -unit * 0.97, unit * 0.72, unit * 0.92))
                painter.restore()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour["brick"]))
            painter.drawEllipse(QPointF(0, 0), unit * 0.2, unit * 0.2)
