"""What was, what is and what comes: points on a rail."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.icons import draw_icon
from ui.parts.arrange import column, held
from ui.parts.label import Label
from ui.parts.painting import painting
from ui.tokens import Look

RADIUS = 28
TEXT_LEFT = 2 * RADIUS + 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """tone: "done", "now" or "next". when: the small line above what."""

    tone: str
    when: str
    what: str
    says: str = ""
    icon: str = ""


_FILL = {
    "done": ("ok", "surface", "check"),
    "now": ("brick", "on_brick", "desk"),
    "next": ("surface", "primary", "calendar"),
}


class Timeline(QWidget):
    """The points in order. The rail is painted beside the rows of words."""

    def __init__(self, look: Look, points: Sequence[Point], gap: int | None = None) -> None:
        super().__init__()
        self.look, self.points = look, points
        self.rows = [
            held(column(*self._lines(point), gap=2, margins=(TEXT_LEFT, 0, 0, 0))) for point in points
        ]
        self.setLayout(column(*self.rows, gap=look.space["m"] if gap is None else gap))

    def _lines(self, point: Point) -> list[Label]:
        lines = [
            Label(self.look, point.when, "note", tone="brick" if point.tone == "now" else ""),
            Label(self.look, point.what, "strong"),
        ]
        if point.says and not self.look.is_large:
            lines.append(Label(self.look, point.says, "soft"))
        return lines

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            centres = [QPointF(RADIUS + 3, row.y() + RADIUS + 6) for row in self.rows]
            painter.setPen(QPen(QColor(self.look.colour["edge"]), 5))
            if centres:
                painter.drawLine(centres[0], centres[-1])
            for point, centre in zip(self.points, centres, strict=True):
                self._paint_point(painter, point, centre)

    def _paint_point(self, painter: QPainter, point: Point, centre: QPointF) -> None:
        fill, stroke, icon = _FILL[point.tone]
        painter.setBrush(QColor(self.look.colour[fill]))
        painter.setPen(QPen(QColor(self.look.colour["edge" if point.tone == "next" else fill]), 4))
        painter.drawEllipse(centre, RADIUS - 1, RADIUS - 1)
        side = RADIUS * 1.25
        where = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        draw_icon(painter, point.icon or icon, where, self.look.colour[stroke])
