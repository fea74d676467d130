"""Somebody touches or types: the sign of life that the time-out waits for, and not meant for the next screen."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

_SIGNS = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.KeyPress,
    QEvent.Type.Wheel,
}
_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin}


class Activity(QObject):
    """Watches one window and all that is in it.

    settle: milliseconds after another screen came, in which a touch was meant for the one before and goes nowhere.
    """

    noticed = Signal()

    def __init__(self, window: QWidget, settle: int) -> None:
        super().__init__(window)
        self.watched, self.settle = window, settle
        self.since_change = QElapsedTimer()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def screen_changed(self) -> None:
        self.since_change.start()

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _SIGNS or not isinstance(receiver, QWidget) or not self._is_inside(receiver):
            return False
        self.noticed.emit()
        return kind in _PRESSES and self._is_settling

    @property
    def _is_settling(self) -> bool:
        return self.since_change.isValid() and self.since_change.elapsed() < self.settle

    def _is_inside(self, widget: QWidget) -> bool:
        return widget is self.watched or self.watched.isAncestorOf(widget)
