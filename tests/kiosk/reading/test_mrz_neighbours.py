from types import SimpleNamespace

import numpy as np
import pytest

from kiosk.reading.mrz_look import followed, glance_at, look_at
from kiosk.reading.mrz_neighbours import is_taken, room, without_strangers
from tests.kiosk.reading.set_lines import CLOSE, PITCH, SPACING, TD1, TD3, Counted, a_page, look, place


@pytest.mark.parametrize("given", [0, 1])
def test_the_other_of_two_lines_is_found(network, given):
    """A line of 44 characters never comes alone."""
    assert TD3 == look(a_page(TD3), [place(given, 44)], network).decoded.lines


@pytest.mark.parametrize("spacing", [SPACING, CLOSE])
@pytest.mark.parametrize("given", [[0, 1], [1, 2], [0, 2]])
def test_the_third_of_three_lines_is_found(network, given, spacing):
    """Above, below or between; where lines are close a place beside them is one of their own."""
    seen = look(a_page(TD1, spacing), [place(number, 30, spacing=spacing) for number in given], network)

    assert TD1 == seen.decoded.lines


@pytest.mark.parametrize(("found", "taken"), [(1.0, True), (1.3, True), (1.6, False), (2.1, False)])
def test_a_place_below_a_line_that_turns_out_to_be_that_line_is_taken(found, taken):
    """What is measured there may be drawn to the nearest print, which it has been read from already."""
    own = SimpleNamespace(line=place(1, 30))

    assert taken == is_taken(place(found, 30), place(2, 30), [own])


@pytest.mark.parametrize("given", [0, 1, 2])
def test_two_missing_lines_of_three_are_found(network, given):
    """Lines of 30 characters come in threes."""
    seen = look(a_page(TD1), [place(given, 30)], network)

    assert TD1 == seen.decoded.lines


def test_a_line_that_runs_on_is_followed_to_its_end(network):
    """Only the second half of the lines was found."""
    lines = [place(number, 30, first=14) for number in range(3)]

    assert TD1 == look(a_page(TD1), lines, network).decoded.lines


@pytest.mark.parametrize(("first", "last"), [(0, 18), (4, 20), (20, 36)])
def test_a_third_of_a_long_line_is_enough_to_follow_it(network, first, last):
    """To both ends, or to the one that was not found."""
    pieces = [place(number, 44, first=first, last=last) for number in range(2)]

    assert TD3 == look(a_page(TD3), pieces, network).decoded.lines


@pytest.mark.parametrize(("text", "marked", "asked"), [(TD3, [0, 1], 1), (TD1, [0], 4)])
def test_a_line_is_followed_to_both_ends_at_once(network, text, marked, asked):
    """As far as the longest may reach; a card's, shorter than that, is cut once more, and its neighbours follow."""
    page, counted = a_page(text), Counted(network)
    block = glance_at(page, [place(number, 44, first=10, last=24) for number in marked], network)

    assert text == look_at(page, block, counted).decoded.lines
    assert asked == counted.runs


def test_no_line_is_followed_out_of_the_frame(network):
    """What lies there can't be read, and a strip of it takes its time."""
    page = a_page(TD3)
    block = glance_at(page, [place(number, 44, first=14, last=30) for number in range(2)], network)
    lines, expected = followed(page.shape, block, 16, (90, 90))

    assert [0, page.shape[1]] == pytest.approx([lines[0].start[0], lines[0].end[0]])
    assert page.shape[1] / PITCH == pytest.approx(expected, abs=6)


@pytest.mark.parametrize(
    ("point", "along", "far"),
    [((100, 50), (1, 0), 1180), ((100, 50), (-1, 0), 100), ((100, 0), (0, 1), 720), ((1290, 50), (1, 0), 0)],
)
def test_it_is_as_far_to_the_frames_edge_as_one_sees(point, along, far):
    """Also from a place on the edge along it, and from one beyond."""
    assert far == pytest.approx(room(*map(np.array, (point, along, (1280, 720)))))


def test_a_line_cut_where_a_shorter_one_would_end_is_followed_too(network):
    """36 characters of it are in sight, as many as other documents' lines have."""
    pieces = [place(number, 44, last=32) for number in range(2)]

    assert TD3 == look(a_page(TD3), pieces, network).decoded.lines


def test_a_stranger_among_the_lines_is_dropped(network):
    """A line of other print above the zone is as long as its lines."""
    page = a_page(("Republic of Utopia, ministry of", *TD3))

    seen = look(page, [place(number, 44) for number in range(3)], network)

    assert TD3 == seen.decoded.lines


def test_lines_of_another_length_are_strangers():
    """Other print in the zone's own type makes as much sense; but it isn't as long."""
    print_above, first, second = (
        SimpleNamespace(sense=sense, count=count) for sense, count in ((1.0, 30), (0.8, 42), (0.7, 44))
    )

    assert [first, second] == without_strangers([print_above, first, second], 2)
