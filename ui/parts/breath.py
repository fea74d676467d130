"""Out and in, as calm as breathing: what moves while something is asked for."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QWidget

from ui.tokens import Look

STILL = 0.6  # where it stands when nothing may move


class Breath(QVariantAnimation):
    """part: how far out, 0 to 1. It belongs to the widget that it moves, and runs only while it is wanted."""

    def __init__(self, look: Look, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget, self.is_moving = widget, look.is_moving
        self.part = STILL
        self.setDuration(look.motion["breath"])
        self.setStartValue(0.0)
        self.setKeyValueAt(0.5, 1.0)
        self.setEndValue(0.0)
        self.setEasingCurve(QEasingCurve.Type.InOutSine)
        self.setLoopCount(-1)
        self.valueChanged.connect(self._move)

    def go(self, *, is_wanted: bool) -> None:
        if not is_wanted or not self.is_moving:
            self.stop()
        elif self.state() is not QVariantAnimation.State.Running:
            self.start()

    def _move(self, part: object) -> None:
        self.part = float(str(part))
        self.widget.update()
