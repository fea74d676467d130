from dataclasses import replace

import numpy as np
import pytest

from kiosk.reading.bar_finder import BarMap, Bars, find_bars, together
from kiosk.reading.bar_profile import profile_of, sharpened
from kiosk.reading.bar_reader import LEAST_LIKENESS, read_bars
from kiosk.reading.bar_strip import cut_strip
from kiosk.reading.card import DEFAULT_RULES, symbologies_of
from kiosk.reading.code_reader import read_codes
from kiosk.reading.edge_map import edge_map
from kiosk.reading.opencv import cv2
from tests.kiosk.reading.drawing import blurred, card, laid, symbol, table

WANTED = symbologies_of(DEFAULT_RULES)


def strongest(gray):
    return find_bars(BarMap(edge_map(gray)))[0]


def sheared(gray, lean):
    """Return a frame in which what ran across falls by so many pixels for each, and what stood still stands."""
    shear = np.array([[1, 0, 0], [lean, 1, -lean * 640]], np.float64)
    return cv2.warpAffine(gray, shear, (1280, 720), borderValue=120)


@pytest.mark.parametrize("angle", [0, 20, 45, -70, 88])
def test_bars_are_found_at_any_angle(angle):
    """Their direction is the card's, their middle the code's."""
    bars = strongest(laid(card(symbol("22371929"), size=(500, 320)), angle=angle))
    assert abs((bars.angle - angle + 90) % 180 - 90) < 4


def test_an_even_table_shows_none():
    """Neither does its grain."""
    grain = np.random.default_rng(1).normal(120, 4, (720, 1280)).clip(0, 255).astype(np.uint8)
    assert () == find_bars(BarMap(edge_map(table())))
    assert () == find_bars(BarMap(edge_map(grain)))


@pytest.mark.parametrize("lean", [-0.4, 0.0, 0.3])
def test_a_code_cut_in_two_is_joined(lean):
    """A reflection burns a stripe out: what lies on one line is offered whole, also of a card that is tipped."""
    gray = sheared(laid(card(symbol("22371929", scale=4), size=(500, 320))), lean)
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
    levels, _ = profile_of(strip)
    assert levels.max() - levels.min() > 0.8
    assert np.abs(strip.levels[8] - strip.levels[-8])[200:-200].mean() < 0.2


def leaning():
    gray = laid(card(symbol("22371929"), size=(500, 320)), angle=9)
    bars = strongest(gray)
    return gray, Bars(bars.middle, bars.angle + 3, bars.length, bars.height, bars.order)


@pytest.mark.parametrize("lean", [-0.5, -0.3, 0.2, 0.45])
def test_bars_that_perspective_sets_askew_are_read(lean):
    """A card that is tipped has its bars and their row at other than a right angle: rows across bars leave the code."""
    gray = sheared(laid(card(symbol("22371929", scale=4), size=(500, 320))), lean)

    assert lean == pytest.approx(strongest(gray).lean, abs=0.06)
    assert ["22371929"] == [code.text for code in read_codes(gray, WANTED)]


def test_rows_of_bars_resemble_their_mean_and_those_of_a_print_do_not():
    """What lies below the bound is not given to the readers, who would take the longest over it."""
    gray = laid(card(symbol("22371929")))
    _, of_bars = profile_of(cut_strip(gray, strongest(gray)))
    rosette = np.full((720, 1280), 230, np.uint8)
    for radius in range(8, 400, 9):
        cv2.circle(rosette, (600, 380), radius, 20, 2 + radius % 3)
    _, of_print = profile_of(cut_strip(rosette, Bars(np.array([620.0, 380.0]), 0.0, 500.0, 190.0, 0.9)))
    assert of_print < LEAST_LIKENESS < of_bars


def test_a_patch_taller_than_long_is_no_code():
    """A fence or a curtain fills the frame so."""
    gray = laid(card(symbol("22371929")))
    bars = strongest(gray)
    assert read_bars(gray, bars, WANTED)
    assert not read_bars(gray, replace(bars, height=bars.length + 1), WANTED)


def test_sharpening_gives_blurred_bars_their_contrast_back():
    """The blur that was is undone."""
    gray = blurred(laid(card(symbol("22371929"))), 2.0)
    line, _ = profile_of(cut_strip(gray, strongest(gray)))
    assert np.ptp(sharpened(line, 4.0)) > np.ptp(line)


@pytest.mark.parametrize("shape", [(1, 1), (1, 2000), (2000, 1), (9, 9), (17, 40)])
def test_a_picture_of_any_size_is_looked_at(shape):
    """Nothing is too small to be empty."""
    assert () == find_bars(BarMap(edge_map(np.zeros(shape, np.uint8))))
