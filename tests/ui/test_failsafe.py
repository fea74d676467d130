import logging
import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.failsafe import install_failsafe


@pytest.fixture
def hooks():
    """Give the hooks back afterwards."""
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


class Bell(QObject):
    rung = Signal()


def ring_with_a_bug() -> None:
    raise LookupError("Camille Spécimen, 21604242")


class Wrong(QWidget):
    """Whatever Qt asks of it goes wrong."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - the name that Qt calls
        ring_with_a_bug()

    def eventFilter(self, _receiver: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.User:
            ring_with_a_bug()
        return False


def paint(wrong: Wrong) -> None:
    wrong.show()


def filter_an_event(wrong: Wrong) -> None:
    wrong.installEventFilter(wrong)
    QCoreApplication.postEvent(wrong, QEvent(QEvent.Type.User))


def time_out(wrong: Wrong) -> None:
    QTimer.singleShot(0, wrong, ring_with_a_bug)


def work_in_a_pool(_wrong: Wrong) -> None:
    QThreadPool.globalInstance().start(ring_with_a_bug)


@pytest.mark.parametrize("happen", [paint, filter_an_event, time_out, work_in_a_pool])
def test_a_bug_in_what_qt_calls_leads_to_the_failsafe(qtbot, hooks, capfd, happen):
    """A painting, a look at an event, a timer, a thread of the pool: Qt goes on, and the visitor is forgotten."""
    falls, wrong = [], Wrong()
    qtbot.addWidget(wrong)
    install_failsafe(lambda: falls.append(1))
    happen(wrong)
    qtbot.waitUntil(lambda: bool(falls))

    assert "Spécimen" not in capfd.readouterr().err
    wrong.hide()


def test_a_bug_in_a_thread_leads_to_the_failsafe(hooks):
    """Nobody catches it, so the visitor is forgotten."""
    falls = []
    install_failsafe(lambda: falls.append(1))
    thread = threading.Thread(target=ring_with_a_bug)
    thread.start()
    thread.join()

    assert [1] == falls


def test_a_bug_elsewhere_leads_to_the_failsafe(hooks):
    """What nobody catches reaches the interpreter's hook, which slots of Qt use too."""
    falls = []
    install_failsafe(lambda: falls.append(1))
    try:
        ring_with_a_bug()
    except LookupError as error:
        sys.excepthook(LookupError, error, error.__traceback__)

    assert [1] == falls


def test_the_log_says_where_and_nothing_of_whom(hooks, caplog):
    """An exception's message may quote a name: only its kind and place are written."""
    install_failsafe(lambda: None)
    try:
        ring_with_a_bug()
    except LookupError as error:
        with caplog.at_level(logging.CRITICAL):
            sys.excepthook(LookupError, error, error.__traceback__)

    record = caplog.records[-1]
    assert "LookupError" == record.kind
    assert record.place.startswith(f"{__name__}:")
    assert "Camille" not in caplog.text


def test_a_person_at_the_keyboard_may_stop_the_program(hooks, capsys):
    """Control-C is no bug."""
    falls = []
    install_failsafe(lambda: falls.append(1))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    capsys.readouterr()

    assert [] == falls
