"""Garbage is collected in the window's thread: an object of Qt's that dies elsewhere can stop the window for ever."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from ui.garbage import Garbage, collect_due


class Knot(QObject):
    """Holds itself, so that only the collector ends it."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def allocate_much() -> None:
    """Make enough objects that Python would collect, where it collects by itself."""
    kept = [[number] for number in range(20_000)]
    assert kept


def test_a_busy_thread_collects_nothing(qtbot):
    """However much it allocates; the window's thread does it at its next turn."""
    garbage = Garbage()
    ends: list[int] = []
    knot = Knot()
    weakref.finalize(knot, lambda: ends.append(threading.get_ident()))
    del knot

    busy = threading.Thread(target=allocate_much)
    busy.start()
    busy.join()
    assert [] == ends

    allocate_much()
    gc.collect(1)  # what survived the young generation
    collect_due()
    gc.collect()
    assert [threading.get_ident()] == ends
    assert garbage.timer.isActive()
    garbage.timer.stop()
    gc.unfreeze()


def test_what_was_there_before_is_looked_through_no_more():
    """The program itself: on the first screen a whole collection takes 3 ms of the window's time instead of 19."""
    garbage = Garbage()
    frozen = gc.get_freeze_count()
    garbage.timer.stop()
    gc.unfreeze()

    assert frozen > 10_000


def test_nothing_is_collected_before_it_is_due():
    """A look at three numbers, once a second."""
    gc.collect()
    before = gc.get_stats()[0]["collections"]

    collect_due()

    assert before == gc.get_stats()[0]["collections"]
