"""The motion of the house: what appears fades in, in place or from a little below. None where it was asked away."""

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from ui.tokens import Look


def fade_in(widget: QWidget, look: Look, kind: str) -> None:
    """Let a widget appear, in the time that the look gives to a kind of motion: "screen", "hint"."""
    milliseconds = look.motion[kind]
    if not milliseconds or not widget.isVisible():
        return
    veil = QGraphicsOpacityEffect(widget)
    widget.setGraphicsEffect(veil)
    fade = QPropertyAnimation(veil, b"opacity", veil)
    fade.setDuration(milliseconds)
    fade.setStartValue(0.0)
    fade.setEndValue(1.0)
    fade.setEasingCurve(QEasingCurve.Type.OutCubic)
    fade.finished.connect(lambda: widget.setGraphicsEffect(None))  # type: ignore[arg-type]  # None removes it
    fade.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)
