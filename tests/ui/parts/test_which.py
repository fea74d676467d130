"""Several taps, one question: which of them was it?"""

import gc
import tracemalloc
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from tests.ui.looks import LIGHT
from ui.parts import which
from ui.parts.tap import Tap
from ui.parts.which import Which


class Row(QWidget):
    """Some taps and what tells them apart."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__()
        self.which = Which(self)
        self.taps = [Tap(LIGHT, kind="segment", name=code) for code in codes]
        for tap, code in zip(self.taps, codes, strict=True):
            tap.setParent(self)
            self.which.add(tap, code)


def test_it_says_the_code_of_the_tap_that_was_touched(qtbot):
    """Once a touch, in the order of the touches."""
    row, told = Row(("fr", "en")), []
    qtbot.addWidget(row)
    row.which.touched.connect(told.append)
    for tap in (row.taps[1], row.taps[0]):
        tap.click()

    assert ["en", "fr"] == told


@pytest.fixture
def kept() -> Iterator[Callable[[], int]]:
    """Return a function that counts what is still there of all that `which` allocated."""
    tracemalloc.start()

    def count() -> int:
        gc.collect()
        seen = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, which.__file__)])
        return sum(each.count for each in seen.statistics("filename"))

    yield count
    tracemalloc.stop()


def test_what_was_shown_and_left_keeps_nothing(qtbot, kept):
    """A terminal shows some thirty taps a visit, for months: each that is gone leaves no block of memory."""
    rows, codes = 20, "abcdefghij"

    def show_and_leave() -> None:
        for _ in range(rows):
            Row(codes).deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    show_and_leave()
    before = kept()
    show_and_leave()

    assert kept() - before < rows
