"""Something to tick: a box that fills, and its words; a dot where one of several is chosen."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.icons import draw_icon
from ui.parts.arrange import Thing
from ui.parts.label import Label
from ui.parts.painting import painting
from ui.parts.tap import Tap
from ui.tokens import Look


class TickBox(QWidget):
    """Filled with a check, or an empty outline: as its tap is on or not. is_one_of: round, and filled with a dot."""

    def __init__(self, look: Look, px: int, tone: str, *, is_one_of: bool = False) -> None:
        super().__init__()
        self.look, self.tone, self.is_one_of = look, tone, is_one_of
        self.setFixedSize(px, px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tap = self.parentWidget()
        is_on = isinstance(tap, Tap) and tap.is_on
        with painting(self) as painter:
            colour = self.look.colour
            painter.setPen(QPen(QColor(colour[self.tone if is_on else "edge"]), 3))
            painter.setBrush(QColor(colour[self.tone if is_on else "surface"]))
            area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            if self.is_one_of:
                self._draw_dot(painter, area, is_on=is_on)
                return
            painter.drawRoundedRect(area, self.look.radius["s"], self.look.radius["s"])
            if is_on:
                draw_icon(painter, "check", area.adjusted(4, 4, -4, -4), colour["surface"])

    def _draw_dot(self, painter: QPainter, area: QRectF, *, is_on: bool) -> None:
        painter.drawEllipse(area)
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.look.colour["surface"]))
            inset = area.width() * 0.3
            painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset))


def tick(look: Look, words: str, tone: str = "ok", *more: Thing) -> Tap:
    """Return the button. Who listens to `tapped` decides, and calls set_on. more: what stands at the right."""
    box = TickBox(look, look.size["icon"], tone)
    return Tap(look, box, (Label(look, words, "body"), 1), *more, kind="tick", name=words)
