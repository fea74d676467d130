import gc
import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject, Slot

from ui.background import Background


class Desk(QObject):
    """Listens, and notes in which thread it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.threads: set[int] = set()

    @Slot(object)
    def note(self, outcome: object) -> None:
        self.told.append(outcome)
        self.threads.add(threading.get_ident())


@pytest.fixture
def background():
    made = Background()
    yield made
    assert made.close(5000)


def test_the_result_comes_back_in_the_window_s_thread(qtbot, background):
    """Work runs elsewhere; who is told is told where windows may be touched."""
    desk = Desk()
    background.run(threading.get_ident, desk.note, desk.note)
    qtbot.waitUntil(lambda: bool(desk.told))

    assert desk.threads == {threading.get_ident()}
    assert desk.told != [threading.get_ident()]


def test_an_error_is_handed_over_as_a_value(qtbot, background):
    """Work that raises ends in `failed`, with the exception itself."""
    done, failed = Desk(), Desk()
    error = LookupError("gone")

    def work() -> None:
        raise error

    background.run(work, done.note, failed.note)
    qtbot.waitUntil(lambda: bool(failed.told))

    assert [error] == failed.told
    assert [] == done.told


def test_nothing_comes_after_the_end(qtbot, background):
    """A window that closes waits for what runs, and hears no more of it."""
    desk, begun, may_end = Desk(), threading.Event(), threading.Event()

    def work() -> bool:
        begun.set()
        return may_end.wait(5)

    background.run(work, desk.note, desk.note)
    assert begun.wait(5)
    may_end.set()
    assert background.close(5000)
    qtbot.wait(0)

    assert [] == desk.told


def test_it_says_when_all_is_done(qtbot, background):
    """Who wants to close knows when nothing is under way."""
    desk = Desk()
    with qtbot.waitSignal(background.idle):
        background.run(lambda: 1, desk.note, desk.note)

    assert {} == background.under_way


def test_no_task_takes_an_object_of_qt_into_the_pool(qtbot, background):
    """One that died there would hold a lock of Qt's and wait for Python's, and stop the window for ever."""
    desk, held = Desk(), set[int]()

    def lines() -> set[int]:
        return {id(each) for each in gc.get_objects() if type(each) is type(background.line)}

    def look(number: int) -> int:
        held.update(lines())
        return number

    before = lines()

    with qtbot.waitSignal(background.idle):
        for number in range(20):
            background.run(partial(look, number), desk.note, desk.note)

    assert set(range(20)) == set(desk.told)
    assert before >= held >= {id(background.line)}
