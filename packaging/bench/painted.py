"""An eye for the windows: wait, and notice when something was painted."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_S = 60


def process_until(condition: Callable[[], object], patience_s: float = PATIENCE_S) -> None:
    """Let Qt work until the condition holds; sleep while there is nothing to do."""
    late = time.monotonic() + patience_s
    loop = QApplication.instance() or QApplication([])
    while not condition():
        assert time.monotonic() < late, "nothing came"
        loop.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not condition():
            time.sleep(0.0005)


def run_for(seconds: float) -> None:
    """Let Qt's own loop run, which sleeps while nothing happens."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def seen_views(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """Return the parts of a kind that can be seen now."""
    return [part for part in window.findChildren(kind) if part.isVisible()]


class Painted(QObject):
    """Counts the paintings of a widget, or of anything in it if it is a window. then: called after each."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.widget, self.window, self.count = widget, widget.window(), 0
        self.then: Callable[[], object] = lambda: None
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(receiver, QWidget) and self._is_meant(receiver):
            self.count += 1
            self.then()
        return False

    def after(self, act: Callable[[], object], condition: Callable[[], bool]) -> float:
        """Act; return the milliseconds until the condition holds and something was painted after it."""
        QApplication.processEvents()
        start = time.perf_counter()
        act()
        process_until(condition)
        seen = self.count
        process_until(lambda: self.count > seen or time.perf_counter() - start > 1)
        QApplication.processEvents()
        return (time.perf_counter() - start) * 1000

    def _is_meant(self, receiver: QWidget) -> bool:
        return receiver is self.widget or (self.widget is self.window and receiver.window() is self.window)
