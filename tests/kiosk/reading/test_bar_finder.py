import numpy as np
import pytest

from kiosk.reading.bar_finder import Bars, find_bars, together
from kiosk.reading.bar_profile import profile_of, sharpened
from kiosk.reading.bar_strip import cut_strip
from kiosk.reading.edge_map import edge_map
from tests.kiosk.reading.drawing import blurred, card, laid, symbol, table


def strongest(gray):
    return find_bars(edge_map(gray))[0]


@pytest.mark.parametrize("angle", [0, 20, 45, -70, 88])
def test_bars_are_found_at_any_angle(angle):
    """Their direction is the card's, their middle the code's."""
    bars = strongest(laid(card(symbol("22371929"), size=(500, 320)), angle=angle))
    assert abs((bars.angle - angle + 90) % 180 - 90) < 4


def test_an_even_table_shows_none():
    """Neither does its grain."""
    grain = np.random.default_rng(1).normal(120, 4, (720, 1280)).clip(0, 255).astype(np.uint8)
    assert () == find_bars(edge_map(table()))
    assert () == find_bars(edge_map(grain))


def test_a_code_cut_in_two_is_joined():
    """A reflection burns a stripe out: what lies on one line is offered whole."""
    gray = laid(card(symbol("22371929", scale=4)))
    whole = strongest(gray)
    middle = int(whole.middle[0])
    gray[:, middle - 30 : middle + 30] = 255
    assert abs(strongest(gray).length - whole.length) < 40


def test_two_patches_together_reach_from_end_to_end():
    """The second one may lie before or after the first."""
    one = Bars(np.array([100.0, 50.0]), 0.0, 80.0, 30.0, 0.9)
    other = Bars(np.array([260.0, 50.0]), 0.0, 120.0, 30.0, 0.8)
    for whole in (together(one, other), together(other, one)):
        assert (260.0, 190.0) == (whole.length, whole.middle[0])


def test_rows_of_bars_in_perspective_are_laid_upright():
    """Averaged without that, thin bars would be grey."""
    strip = cut_strip(*leaning())
    levels = profile_of(strip)
    assert levels.max() - levels.min() > 0.8
    assert np.abs(strip.levels[8] - strip.levels[-8])[200:-200].mean() < 0.2


def leaning():
    gray = laid(card(symbol("22371929"), size=(500, 320)), angle=9)
    bars = strongest(gray)
    return gray, Bars(bars.middle, bars.angle + 3, bars.length, bars.height, bars.order)


def test_sharpening_gives_blurred_bars_their_contrast_back():
    """The blur that was is undone."""
    gray = blurred(laid(card(symbol("22371929"))), 2.0)
    line = profile_of(cut_strip(gray, strongest(gray)))
    assert np.ptp(sharpened(line, 4.0)) > np.ptp(line)


@pytest.mark.parametrize("shape", [(1, 1), (1, 2000), (2000, 1), (9, 9), (17, 40)])
def test_a_picture_of_any_size_is_looked_at(shape):
    """Nothing is too small to be empty."""
    assert () == find_bars(edge_map(np.zeros(shape, np.uint8)))
