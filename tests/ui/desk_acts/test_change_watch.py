"""What others move in the store is heard at once, without a look."""

import threading
from dataclasses import replace

import pytest

from kiosk.errors import StoreAway
from kiosk.filing import Witness, file_claim
from kiosk.journal.sealer import DeviceSealer
from kiosk.journal.signature import DeviceKey
from kiosk.store import open_store
from tests.kiosk.test_filing import a_claim
from tests.ui.desk_acts.staff import WAIT_MS
from ui.desk_acts.change_watch import ChangeWatch


class Word:
    """Changes that are told by the test."""

    def __init__(self) -> None:
        self.turn = threading.Condition()
        self.told = 0
        self.is_closed = False

    def tell(self) -> None:
        with self.turn:
            self.told += 1
            self.turn.notify()

    def wait(self, timeout_s: float) -> bool:
        with self.turn:
            self.turn.wait_for(lambda: self.told or self.is_closed, timeout_s)
            self.told, told = 0, self.told
            return told > 0

    def close(self) -> None:
        with self.turn:
            self.is_closed = True
            self.turn.notify()


def listeners() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "store changes"]


@pytest.fixture
def word():
    return Word()


def test_a_change_is_told(qtbot, word):
    """In the window's thread, by a signal."""
    watch = ChangeWatch(lambda: word)
    watch.start()

    with qtbot.waitSignal(watch.heard, timeout=WAIT_MS):
        word.tell()

    assert watch.finish(WAIT_MS / 1000)


def test_it_ends_when_it_is_stopped(word):
    """No thread is left, and what waited is closed."""
    watch = ChangeWatch(lambda: word)
    watch.start()
    watch.start()
    assert 1 == len(listeners())

    watch.stop()
    watch.stop()

    assert watch.finish(WAIT_MS / 1000)
    assert (True, []) == (word.is_closed, listeners())


def test_a_store_that_is_away_is_no_matter():
    """The queue's own look tells it; here the thread waits, and ends when it is asked to."""
    asked = threading.Event()

    def away():
        asked.set()
        raise StoreAway("The store is away.")

    watch = ChangeWatch(away)
    watch.start()
    assert asked.wait(WAIT_MS / 1000)

    assert watch.finish(WAIT_MS / 1000)
    assert [] == listeners()


def test_a_request_that_another_files_is_seen_before_the_next_look(qtbot, counter, desk, sign_in, tmp_path):
    """The timer stands still: the store itself tells."""
    with qtbot.waitSignal(desk.queue.seen, timeout=WAIT_MS):
        sign_in(desk)
    desk.queue.timer.stop()
    sealer = DeviceSealer(DeviceKey(b"t" * 32))
    terminal = replace(counter.kit, store=open_store(tmp_path / "store.sqlite", sealer, demonstration=True))

    with qtbot.waitSignal(desk.queue.seen, timeout=WAIT_MS, check_params_cb=lambda now: bool(now.waiting)):
        file_claim(terminal, a_claim(), Witness())

    terminal.store.close()


def test_changes_that_come_together_are_one_look(qtbot, counter, desk, sign_in):
    """A busy hour changes the queue many times a second; each desk looks at most at every pause."""
    with qtbot.waitSignal(desk.queue.seen, timeout=WAIT_MS):
        sign_in(desk)
    queue, looks = desk.queue, []
    queue.timer.stop()
    queue.changes.stop()
    queue.pause.setInterval(3_600_000)
    qtbot.waitUntil(lambda: not desk.desk.acts.is_busy("queue"), timeout=WAIT_MS)
    queue.pause.stop()
    queue.seen.connect(looks.append)
    for _ in range(50):
        queue.changes.heard.emit()
    qtbot.waitUntil(lambda: len(looks) == 1, timeout=WAIT_MS)
    assert not desk.desk.acts.is_busy("queue")

    queue.pause.setInterval(0)
    qtbot.waitUntil(lambda: len(looks) == 2, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not queue.pause.isActive(), timeout=WAIT_MS)
    assert 2 == len(looks)
