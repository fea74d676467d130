import numpy as np
import pytest

from kiosk.reading.bar_finder import BarMap
from kiosk.reading.edge_map import edge_map
from kiosk.reading.print_finder import LEAST_LETTERING, find_print, find_soft_print
from tests.kiosk.reading.drawing import blurred, card, fingers, laid, page, symbol, table


def shown(gray):
    return find_print(BarMap(edge_map(gray)))


@pytest.mark.parametrize("light", [30, 120, 240])
def test_an_empty_table_shows_no_print(light):
    """Nothing is asked of somebody who shows nothing; grain is not print."""
    grain = np.random.default_rng(1).normal(light, 3, (720, 1280)).clip(0, 255).astype(np.uint8)
    assert (None, None) == (shown(table(light)).region, shown(grain).bars)


def test_a_page_shows_print_where_it_lies():
    """The region is the page's, give or take its margins."""
    region = shown(laid(page((700, 480)))).region
    assert (16, 16) >= (290 - region.left, region.right - 990) >= (0, 0)


def test_a_page_of_text_shows_no_bars():
    """Text has edges of every direction."""
    assert shown(laid(page())).bars is None


@pytest.mark.parametrize("angle", [0, 30, -50, 85])
def test_bars_are_found_with_their_direction(angle):
    """The angle is that by which the card is turned."""
    bars = shown(laid(card(symbol("22371929"), size=(500, 320)), angle=angle)).bars
    assert abs(bars.angle - angle) < 4


def test_dark_frames_show_print_too():
    """Contrast counts in shares of the light there is."""
    assert shown((laid(page()) // 5).astype(np.uint8)).region is not None


@pytest.mark.parametrize("shape", [(1, 1), (1, 2000), (2000, 1), (7, 7)])
def test_a_picture_of_any_size_is_looked_at(shape):
    """Nothing is too small to be empty."""
    assert shown(np.zeros(shape, np.uint8)).region is None
    assert find_soft_print(np.zeros(shape, np.uint8)).region is None


def test_lettering_has_edges_of_all_directions():
    """A page is full of it; fingers, and a card of one tone, have only outlines."""
    blank = np.full((440, 700), 228, np.uint8)
    assert shown(laid(page())).lettering > 10 * LEAST_LETTERING
    assert max(shown(gray).lettering for gray in (laid(blank, angle=8), fingers())) < LEAST_LETTERING


def test_soft_print_is_found_where_it_lies():
    """Where nothing of it has an edge in the frame itself."""
    gray = blurred(laid(page((700, 480))), 9)
    region = find_soft_print(gray).region
    assert shown(gray).region is None
    assert (region.left, region.top) < (300, 150)
    assert (region.right, region.bottom) > (800, 580)


def test_an_empty_table_shows_no_soft_print():
    """Nor does a thing of one tone that lies out of focus."""
    blank = np.full((440, 700), 228, np.uint8)
    assert [None, None] == [find_soft_print(gray).region for gray in (table(), blurred(laid(blank), 7))]
