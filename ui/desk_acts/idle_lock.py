"""Nobody touched the desk for some minutes: lock it, since whoever left it left a student's matter to read."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

IDLE_MS = 5 * 60_000
_SIGNS = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress, QEvent.Type.Wheel}


class IdleLock(QObject):
    """ran_out: lock now. It runs between start and stop, and anew at every touch of the window."""

    ran_out = Signal()

    def __init__(self, window: QWidget, idle_ms: int = IDLE_MS) -> None:
        super().__init__(window)
        self.window = window
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(idle_ms)
        self.timer.timeout.connect(self.ran_out)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def start(self) -> None:
        self.timer.start()

    def stop(self) -> None:
        self.timer.stop()

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        """Notice signs of life in this window; change no event."""
        if event.type() not in _SIGNS or not self.timer.isActive():
            return False
        if isinstance(receiver, QWidget) and receiver.window() is self.window:
            self.timer.start()
        return False
