"""A desk that nobody touches locks; every touch of its own window puts that off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.desk_acts.idle_lock import IdleLock

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.setLayout(QVBoxLayout())
    field = QLineEdit()
    window.layout().addWidget(field)
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_desk_that_nobody_touches_locks(qtbot, window):
    """After its time, once."""
    lock = IdleLock(window, idle_ms=20)

    with qtbot.waitSignal(lock.ran_out, timeout=5_000):
        lock.start()

    assert not lock.timer.isActive()


def test_a_key_puts_it_off(window):
    """In any field of the window."""
    lock = IdleLock(window, idle_ms=60_000)
    lock.start()
    started = []
    lock.timer.start = lambda: started.append(True)

    QTest.keyClick(window.findChild(QLineEdit), Qt.Key.Key_A)

    assert started
    lock.stop()


def test_another_window_does_not_count(qtbot, window):
    """The terminal beside it may be in use for hours."""
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    lock = IdleLock(window, idle_ms=60_000)
    lock.start()
    started = []
    lock.timer.start = lambda: started.append(True)

    QTest.keyClick(other, Qt.Key.Key_A)

    assert not started
    lock.stop()


def test_a_stopped_lock_is_not_woken_by_a_touch(window):
    """Nobody is signed in: there is nothing to lock."""
    lock = IdleLock(window, idle_ms=60_000)

    QTest.keyClick(window.findChild(QLineEdit), Qt.Key.Key_A)

    assert not lock.timer.isActive()
