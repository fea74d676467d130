import logging
import sys
import threading

import pytest
from PySide6.QtCore import QObject, Signal

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
