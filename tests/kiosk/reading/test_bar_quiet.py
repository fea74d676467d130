import numpy as np
import pytest

from kiosk.reading.bar_quiet import alone, with_quiet_zones
from kiosk.reading.code_reader import read_codes
from kiosk.reading.symbology import Symbology
from tests.kiosk.reading.drawing import card, laid, symbol

ITF = frozenset({Symbology.ITF})
MODULE = 8  # columns
BARS = (1, 1, 2, 1, 1, 2, 1, 1, 2, 1) * 4 + (2,)  # 54 modules


def itf_frame(text, quiet=20):
    """Return a frame with a card that bears an ITF, so many pixels of white beside it, and dark print beyond."""
    code = symbol(text, "ITF")
    bars = np.flatnonzero(code[len(code) // 2] < 128)
    code = code[:, bars[0] - quiet : bars[-1] + quiet]
    code = np.pad(code, ((0, 0), (30, 30)), constant_values=60)
    return laid(card(code)), bars[-1] - bars[0]


def texts(gray):
    return [code.text for code in read_codes(gray, ITF)]


def profile(*widths, margin=6):
    """Return a profile of elements, a bar first, in modules, with so many modules of paper beside them."""
    levels = np.repeat(np.arange(len(widths)) % 2, np.array(widths) * MODULE).astype(np.float64)
    return np.pad(levels, margin * MODULE, constant_values=1.0)


@pytest.mark.parametrize("quiet", [20, 25, 30])
@pytest.mark.parametrize("text", ["22371929", "20260022371929"])
def test_interleaved_digits_are_read_with_little_paper_beside_them(text, quiet):
    """Readers want ten modules, which eight digits don't leave in a strip, nor does every card have them."""
    gray, _ = itf_frame(text, quiet)

    assert [text] == texts(gray)


@pytest.mark.parametrize("place", [0.2, 0.35, 0.5, 0.65, 0.8])
@pytest.mark.parametrize("text", ["22371929", "20260022371929", "36574291", "89363112716493"])
def test_what_is_left_beside_a_worn_stripe_is_not_read(text, place):
    """A part of such a code looks whole."""
    gray, length = itf_frame(text)
    columns = np.flatnonzero((gray[500] < 40) | (gray[500] > 200))
    first = columns[0] + 50
    stripe = first + int(place * length)
    gray[:, stripe : stripe + 34] = 228

    assert [] == texts(gray)


@pytest.mark.parametrize("shown", [0.5, 0.7, 0.9])
def test_what_is_cut_off_by_the_pictures_edge_is_not_read(shown):
    """The paper beside it was never seen."""
    gray, length = itf_frame("20260022371929")
    first = int(np.flatnonzero(gray[500] > 200)[0])

    assert [] == texts(np.ascontiguousarray(gray[:, : first + int(shown * length)]))


def test_bars_alone_are_those_between_two_stretches_of_paper():
    """What lies beyond the paper is gone."""
    line = profile(2, 4, *BARS, 4, 2, margin=1)
    bars = alone(line, slice(0, len(line)))

    assert bars is not None
    assert (7, 61) == (round(bars.first / MODULE), round(bars.last / MODULE))
    assert 1.0 == bars.line[: bars.before + 5 * MODULE].min() == bars.line[-bars.before - 5 * MODULE :].min()
    assert 21 == np.count_nonzero(np.diff(bars.line) < 0)


@pytest.mark.parametrize(
    "line",
    [profile(*BARS, margin=2), profile(*BARS[:31], 6, *BARS[:9]), np.ones(400), np.zeros(400)],
    ids=["little paper", "a gap", "nothing", "dark"],
)
def test_no_bars_are_alone_without_paper_on_both_sides_of_all_of_them(line):
    assert alone(line, slice(0, len(line))) is None


@pytest.mark.parametrize("before", [1, 2, 3])
def test_bars_alone_may_begin_at_the_profiles_end(before):
    """Bars of a pixel or two have little paper in a strip."""
    light = np.concatenate([np.ones(before), np.arange(62) % 2, np.ones(before)]).astype(np.float64)
    bars = alone(light, slice(0, len(light)))

    assert bars is None or bars.line.shape == (len(light) + 2 * bars.before,)


def test_paper_outside_the_picture_is_none():
    line = profile(*BARS)

    assert alone(line, slice(0, len(line))) is not None
    assert alone(line, slice(0, len(line) - 4 * MODULE)) is None
    assert alone(line, slice(0, 0)) is None


def test_what_was_read_must_be_all_of_the_bars():
    line = profile(*BARS)
    bars = alone(line, slice(0, len(line)))

    assert bars is not None
    assert bars.are_all(bars.first, bars.last)
    assert bars.are_all(bars.last + 2, bars.first - 2)
    assert not bars.are_all(bars.first + 3 * MODULE, bars.last)


def test_quiet_zones_are_drawn_where_a_shadow_begins():
    """A shadow's edge beside the bars is no bar."""
    line = profile(1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1, 2, 1, 1)
    line[:10] = 0.1

    assert 1.0 == with_quiet_zones(line)[:10].min()
