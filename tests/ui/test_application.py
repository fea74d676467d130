"""The process around the windows: it ends when the system asks, and a bug in any thread reaches the window's."""

import os
import signal
import sys
import threading

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.application import run


class Window(QObject):
    """Notes in which thread it was told to fall, and ends the program."""

    def __init__(self):
        super().__init__()
        self.fallen_in = []

    def fall(self):
        self.fallen_in.append(threading.current_thread())
        QApplication.instance().quit()


@pytest.fixture(autouse=True)
def _own_hooks():
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_of_the_system_closes_everything(qapp, number):
    """As closing the window does, and the signals are given back."""
    before, closed = signal.getsignal(number), []
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), number))
    run(qapp, Window().fall, lambda: closed.append(True))

    assert ([True], before) == (closed, signal.getsignal(number))


def test_a_bug_in_a_thread_falls_in_the_windows_thread(qapp):
    """Widgets are touched there only."""
    window = Window()
    thread = threading.Thread(target=lambda: 1 / 0)
    QTimer.singleShot(0, thread.start)
    run(qapp, window.fall, lambda: None)
    thread.join()

    assert [threading.main_thread()] == window.fallen_in
