"""The motion of the house: what appears fades in, from a little below or over what it replaces. None where it was
asked away.

Nothing is left behind: an animation belongs to its effect, the effect to its widget, and a still effect costs nothing.
"""

from PySide6.QtCore import Property, QEasingCurve, QPoint, QPropertyAnimation, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsEffect, QWidget

from ui.tokens import Look

RISE = 24  # pixels that a screen comes up from


class Appearing(QGraphicsEffect):
    """Draws a widget as far as it has appeared. rise: pixels it comes up from. before: what it replaces, or None."""

    def __init__(self, widget: QWidget, rise: int, before: QPixmap | None) -> None:
        super().__init__(widget)  # Python alone would drop it at once
        self.rise, self.before = rise, before
        self._part = 0.0

    def appear(self, milliseconds: int) -> None:
        going = QPropertyAnimation(self, b"part", self)
        going.setDuration(milliseconds)
        going.setStartValue(0.0)
        going.setEndValue(1.0)
        going.setEasingCurve(QEasingCurve.Type.OutCubic)
        going.finished.connect(self._rest)
        going.start()

    def _rest(self) -> None:
        """Stand aside. Not removed: Qt would delete the animation in the middle of its own signal."""
        self.before = None
        self.setEnabled(False)

    def _get_part(self) -> float:
        return self._part

    def _set_part(self, part: float) -> None:
        self._part = part
        self.update()

    part = Property(float, _get_part, _set_part)

    def boundingRectFor(self, area: QRectF | QRect) -> QRectF:
        return QRectF(area).adjusted(0, 0, 0, self.rise)

    def draw(self, painter: QPainter) -> None:
        corner = QPoint()
        picture = self.sourcePixmap(
            Qt.CoordinateSystem.LogicalCoordinates, corner, QGraphicsEffect.PixmapPadMode.NoPad
        )
        if self.before is not None:
            painter.setOpacity(1 - self._part)
            painter.drawPixmap(corner, self.before)
        painter.setOpacity(self._part)
        painter.drawPixmap(corner + QPoint(0, round(self.rise * (1 - self._part))), picture)


def rise(widget: QWidget, look: Look) -> None:
    """Let a screen appear: it fades in and comes up a little."""
    _appear(widget, look.motion["screen"], RISE, None)


def replace_in_place(widget: QWidget, before: QPixmap | None, look: Look) -> None:
    """Let words appear where others stood. before: a picture of those, None where nothing moves anyway."""
    _appear(widget, look.motion["hint"], 0, before)


def is_appearing(window: QWidget) -> bool:
    """Return whether anything that can be seen in a window is still on its way in."""
    effects = (part.graphicsEffect() for part in (window, *window.findChildren(QWidget)) if part.isVisible())
    return any(isinstance(effect, Appearing) and effect.isEnabled() for effect in effects)


def _appear(widget: QWidget, milliseconds: int, rise: int, before: QPixmap | None) -> None:
    if milliseconds and widget.isVisible():
        effect = Appearing(widget, rise, before)
        widget.setGraphicsEffect(effect)
        effect.appear(milliseconds)
