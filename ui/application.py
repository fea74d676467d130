"""The one application of a process: font, style, failsafe, and an end that the system may ask for."""

import signal
import socket
from collections.abc import Callable, Sequence
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.failsafe import install_failsafe
from ui.fonts import font, load_fonts
from ui.garbage import Garbage

NAME = "mirail-kiosk"
BODY = 20  # pixels, for what no stylesheet reaches


def make_application(words: Sequence[str]) -> QApplication:
    """Return the application, ready for windows. words: the command line, of which Qt takes its own options."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication([NAME, *words])
    application.setApplicationName(NAME)
    Garbage(application)
    application.setStyle("Fusion")  # the same on every machine under our stylesheet
    load_fonts()
    application.setFont(font(BODY))
    return application


def run(application: QApplication, fall: Callable[[], None], close: Callable[[], object]) -> int:
    """Run until the last window is closed or the system asks to end; `close` whatever comes. Return exec's status.

    fall: a QObject's method that an exception which nobody caught leads to, whatever its thread was.
    """
    falling = _Falling()
    falling.fell.connect(fall)
    install_failsafe(falling.fell.emit)
    ending = EndedFromOutside(application)
    try:
        return application.exec()
    finally:
        ending.close()
        close()


class _Falling(QObject):
    """The way into the window's thread."""

    fell = Signal()


class EndedFromOutside(QObject):
    """SIGINT and SIGTERM end the program as closing its window does; Qt alone would never let Python see them."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.application = application
        self.out, self.into = socket.socketpair()
        self.into.setblocking(False)
        signal.set_wakeup_fd(self.into.fileno(), warn_on_full_buffer=False)
        self.before = {
            number: signal.signal(number, _leave_it_to_qt) for number in (signal.SIGINT, signal.SIGTERM)
        }
        self.notifier = QSocketNotifier(self.out.fileno(), QSocketNotifier.Type.Read, self)
        self.notifier.activated.connect(self._on_signal)

    def close(self) -> None:
        """Give the signals back."""
        self.notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number, handler in self.before.items():
            signal.signal(number, handler)
        self.out.close()
        self.into.close()

    def _on_signal(self) -> None:
        self.out.recv(64)
        self.application.quit()


def _leave_it_to_qt(_number: int, _frame: FrameType | None) -> None:
    """Do nothing here: what woke the socket is enough."""
