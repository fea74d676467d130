"""The one shadow of the house, painted as thin layers: Qt's own blur draws blocks where pixels are scaled down."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsEffect, QWidget

LAYERS = 12
ALPHA = 5  # of 255, each layer
COLOUR = (60, 20, 90)


class Shadow(QGraphicsEffect):
    """reach: how far it goes, in pixels. down: how much lower than its widget. radius: of the widget's corners."""

    def __init__(self, widget: QWidget, reach: int, down: int, radius: int) -> None:
        super().__init__(widget)
        self.reach, self.down, self.radius = reach, down, radius

    def boundingRectFor(self, area: QRectF | QRect) -> QRectF:
        return QRectF(area).adjusted(-self.reach, -self.reach, self.reach, self.reach + self.down)

    def draw(self, painter: QPainter) -> None:
        area = self.sourceBoundingRect(Qt.CoordinateSystem.LogicalCoordinates).translated(0, self.down)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(*COLOUR, ALPHA))
        for layer in range(LAYERS):
            out = self.reach * (layer / LAYERS) ** 2 * 0.8
            painter.drawRoundedRect(area.adjusted(-out, -out, out, out), self.radius + out, self.radius + out)
        painter.restore()
        self.drawSource(painter)
