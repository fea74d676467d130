"""Where one is: bricks laid one after the other."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.fonts import font
from ui.icons import draw_icon
from ui.parts.label import Label
from ui.parts.painting import painting
from ui.stage import Stage

BRICK = 24  # pixels high
GAP = 12
STEPS = ("steps.motive", "steps.card", "steps.document", "steps.ticket")


def step_bar(stage: Stage, now: int) -> QWidget:
    """Return the bar, the step counted from 0. Where room is short it is one line: "Step 2 of 4: card"."""
    names = [stage.words(key) for key in STEPS]
    if stage.is_brief:
        line = stage.words("steps.line", number=now + 1, all=len(names), name=in_a_sentence(names[now]))
        return Label(stage.look, line, "label", tone="brick")
    return StepBar(stage, names, now)


def in_a_sentence(name: str) -> str:
    """Return a step's name as it stands inside a sentence: "card", but "ID"."""
    return name if name.isupper() else name.lower()


class StepBar(QWidget):
    """Laid: violet and a check. Being laid: brick and bold. To come: outlined."""

    def __init__(self, stage: Stage, names: Sequence[str], now: int) -> None:
        super().__init__()
        self.look, self.names, self.now = stage.look, names, now
        self.setFixedHeight(BRICK + 16 + round(self.look.text["label"] * 1.4))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            stage.words("steps.line", number=now + 1, all=len(names), name=in_a_sentence(names[now]))
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            width = (self.width() - GAP * (len(self.names) - 1)) / len(self.names)
            for index, name in enumerate(self.names):
                left = index * (width + GAP)
                self._paint_brick(painter, index, QRectF(left + 1.5, 1.5, width - 3, BRICK))
                self._paint_name(
                    painter, index, name, QRectF(left, BRICK + 10, width, self.height() - BRICK - 10)
                )

    def _paint_brick(self, painter: QPainter, index: int, where: QRectF) -> None:
        token = "primary" if index < self.now else "brick" if index == self.now else ""
        painter.setPen(QPen(self._colour(token or "edge"), 3))
        painter.setBrush(self._colour(token) if token else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where, 7, 7)

    def _paint_name(self, painter: QPainter, index: int, name: str, where: QRectF) -> None:
        px = self.look.text["label"]
        if index < self.now:
            square = QRectF(where.left(), where.center().y() - px / 2, px, px)
            draw_icon(painter, "check", square, self.look.colour["primary"])
            where = where.adjusted(px + 8, 0, 0, 0)
        painter.setFont(font(px, 700 if index == self.now else 500))
        painter.setPen(self._colour("ink" if index == self.now else "soft"))
        word = name if index < self.now else f"{index + 1}. {name}"
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, word)

    def _colour(self, token: str) -> QColor:
        return QColor(self.look.colour[token])
