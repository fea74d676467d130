"""Bars without an axis: the number stands on each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.fonts import font
from ui.parts.painting import painting
from ui.tokens import Look

BAR = 18  # pixels high, of a share


@dataclass(frozen=True, slots=True)
class DayView:
    """spoken: the day with both numbers, in words."""

    word: str
    filed: int
    ended: int
    spoken: str = ""
    is_today: bool = False


class DayBars(QWidget):
    """Two bars a day, filed left and ended right: they differ by place, not by colour alone."""

    def __init__(self, look: Look, days: Sequence[DayView], name: str) -> None:
        super().__init__()
        self.look, self.days = look, list(days)
        self.setMinimumSize(480, 200)
        self.setAccessibleName(name + ": " + "; ".join(day.spoken for day in days))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            line = self.look.text["label"] * 1.5
            floor = self.height() - 2 * line - 4
            most = max((max(day.filed, day.ended) for day in self.days), default=0) or 1
            unit = (floor - line) / most
            slot = self.width() / max(len(self.days), 1)
            painter.fillRect(QRectF(0, floor, self.width(), 2), QColor(self.look.colour["edge"]))
            for at, day in enumerate(self.days):
                self._paint_day(painter, QRectF(at * slot, 0, slot, floor), day, unit)
                for row, word in enumerate(day.word.split(maxsplit=1)):  # the weekday over its number
                    place = QRectF(at * slot, floor + 4 + row * line * 0.85, slot, line)
                    self._write(painter, place, word, is_strong=day.is_today)

    def _paint_day(self, painter: QPainter, slot: QRectF, day: DayView, unit: float) -> None:
        width = min(slot.width() * 0.36, 44.0)
        left = slot.center().x() - width - 1
        for at, (count, colour) in enumerate(((day.filed, "brick"), (day.ended, "primary"))):
            high = count * unit
            bar = QRectF(left + at * (width + 2), slot.bottom() - high, width, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.look.colour[colour]))
            painter.drawRoundedRect(bar, 3, 3)
            if count:
                line = self.look.text["label"] * 1.4
                self._write(painter, QRectF(bar.left() - 8, bar.top() - line, width + 16, line), str(count))

    def _write(self, painter: QPainter, area: QRectF, words: str, *, is_strong: bool = False) -> None:
        painter.setPen(QColor(self.look.colour["ink" if is_strong else "soft"]))
        painter.setFont(font(self.look.text["label"] - 1, 700 if is_strong else 500))
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, fitting)


class ShareBar(QWidget):
    """How much of the most frequent one this is."""

    def __init__(self, look: Look, share: float) -> None:
        super().__init__()
        self.look, self.share = look, share
        self.setFixedHeight(BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            for token, share in (("sunken", 1.0), ("primary", self.share)):
                painter.setBrush(QColor(self.look.colour[token]))
                width = max(self.width() * share, BAR if share else 0)
                painter.drawRoundedRect(QRectF(0, 0, width, BAR), BAR / 2, BAR / 2)
