import numpy as np
import pytest

from kiosk.reading.bar_profile import sharpened
from kiosk.reading.bar_proof import is_proven
from kiosk.reading.bar_reader import proven
from kiosk.reading.symbology import Code, Symbology
from tests.kiosk.reading.drawing import symbol

TEXT = "22371929"
MODULE = 4
QUIET = 60
CORNERS = np.zeros((4, 2), np.float32)


def profile(text=TEXT, quiet=QUIET):
    """The levels across a printed Code 39, MODULE columns a narrow bar, and between which columns its bars are."""
    bars = symbol(text, "Code39", scale=MODULE, rows=1)[12].astype(np.float64) / 255
    inked = np.flatnonzero(bars < 0.5)
    bars = bars[inked[0] : inked[-1] + 1]
    return np.pad(bars, quiet, constant_values=1.0), quiet, quiet + len(bars)


def shaken(line, columns):
    return np.convolve(line, np.full(columns, 1 / columns), mode="same")


@pytest.mark.parametrize("off", [(0, 0), (-9, 5), (7, 11)])
def test_bars_prove_their_own_text(off):
    """However they were cut out, to a few modules, and whichever way round."""
    line, first, last = profile()
    far = len(line) - 1

    assert is_proven(line, TEXT, first + off[0], last + off[1])
    assert is_proven(line[::-1].copy(), TEXT, far - last + off[0], far - first + off[1])


@pytest.mark.parametrize("place", range(len(TEXT)))
def test_bars_prove_no_other_figure(place):
    """In no place."""
    line, first, last = profile()
    for figure in set("0123456789") - {TEXT[place]}:
        assert not is_proven(line, TEXT[:place] + figure + TEXT[place + 1 :], first, last)


def test_a_figure_under_a_scratch_is_not_proven():
    """It may have been any."""
    line, first, last = profile()
    each = (last - first) / (len(TEXT) + 2)
    line[round(first + 3.1 * each) : round(first + 3.9 * each)] = 0.0

    assert not is_proven(line, TEXT, first, last)


@pytest.mark.parametrize("text", ["", "223719", "2237192922", "22371929é", "abc"])
def test_what_the_bars_cannot_say_is_not_proven(text):
    """Nor what no Code 39 could say."""
    line, first, last = profile()

    assert not is_proven(line, text, first, last)


def test_letters_are_proven_among_all_characters():
    """Some campuses print a letter before the number."""
    line, first, last = profile("U-2237")

    assert is_proven(line, "U-2237", first, last)
    assert not is_proven(line, "U-2238", first, last)
    assert not is_proven(line, "V-2237", first, last)


def test_only_what_no_check_digit_covers_must_be_proven():
    """A Code 128 has its own."""
    line, *_ = profile()
    wrong, right = (Code(Symbology.CODE_39, text, CORNERS) for text in ("22371928", TEXT))
    checked = Code(Symbology.CODE_128, "1", CORNERS)
    quiet = round((len(line) - 2 * QUIET) * 0.14)
    line = np.pad(line[QUIET:-QUIET], quiet, constant_values=1.0)

    assert [(checked,), (), (right,)] == list(proven([(checked, wrong), (wrong,), (right, wrong)], line))


def test_a_movement_along_the_bars_is_undone():
    """Moved by two narrow bars, they run into each other; then they stand apart again."""
    line, *_ = profile()
    moved = shaken(line, 2 * MODULE + 1)
    restored = sharpened(moved, 0.5, 2 * MODULE + 1)[::2]

    assert np.abs(moved - line).mean() > 2.5 * np.abs(restored - line).mean()
