from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from kiosk.reading.mrz_lines import read_lines
from kiosk.reading.mrz_look import (
    look_again,
    look_at,
    look_beside,
    look_of,
    look_there,
    unevenness,
)
from kiosk.reading.mrz_ocr import ZoneSight, with_care
from kiosk.reading.mrz_strips import TextLine
from tests.kiosk.reading.set_lines import (
    LICENCE,
    MRVA,
    PITCH,
    TD1,
    TD3,
    Counted,
    a_page,
    look,
    place,
)


def test_lines_are_read_where_they_stand(network):
    """Two lines, one text."""
    seen = look(a_page(TD3), [place(0, 44), place(1, 44)], network)

    assert TD3 == seen.decoded.lines


def test_lines_given_upside_down_are_turned(network):
    """Which way is up is found by reading both ways."""
    lines = [place(1, 44).turned(), place(0, 44).turned()]

    assert TD3 == look(a_page(TD3), lines, network).decoded.lines


def test_a_driving_licence_is_one_line_whatever_is_printed_near(network):
    """Print above that is set like a zone is no part of it."""
    page = a_page(("TITULAIRE<<<<<<<<PREFECTURE<A1", *LICENCE))

    assert LICENCE == look(page, [place(1, 30)], network).decoded.lines


def test_a_licence_on_its_head_is_turned(network):
    """It has hardly a filler whose strokes tell the way; read backwards it makes sense, if less."""
    assert LICENCE == look(a_page(LICENCE), [place(0, 30).turned()], network).decoded.lines


def test_a_piece_of_a_line_is_no_shorter_document(network):
    """The first 36 characters of a long visa are a short one's, and its check digits hold in them."""
    page, pieces = a_page(MRVA), [place(number, 44, last=34) for number in range(2)]

    assert look_of(page, read_lines(page, pieces, 34, network), 34, network) is None
    assert MRVA == look(page, pieces, network).decoded.lines


@pytest.mark.parametrize("beside", ["  X", "   X", " <<<"])
def test_what_stands_behind_a_line_of_44_makes_no_piece_of_it(network, beside):
    """No document has longer lines: it is other print, up to the strip's end."""
    page = a_page([line + beside for line in TD3])

    assert TD3 == look(page, [place(0, 44), place(1, 44)], network).decoded.lines


def test_a_line_that_other_print_spoilt_is_looked_for_beside_the_plain_one(network):
    """It was taken for higher and steeper, and its neighbour for as high as that."""
    page, plain = a_page(TD3), place(1, 44)
    spoilt = TextLine(place(0, 44).start, place(0, 44).end - (0, 40), 1.5 * PITCH)
    block = read_lines(page, [spoilt, TextLine(plain.start, plain.end, 1.3 * PITCH)], 40, network)

    assert look_at(page, block, network) is None
    assert TD3 == look_beside(page, block, network).decoded.lines


def test_a_block_of_plain_lines_needs_no_look_beside_it(network):
    """Nor does one in which no line tells where the others are."""
    page = a_page(TD3)
    plain = read_lines(page, [place(0, 44), place(1, 44)], 40, network)
    blank = read_lines(page, [place(4, 44), place(5, 44)], 40, network)

    assert look_beside(page, plain, network) is None
    assert look_beside(page, blank, network) is None


@pytest.mark.parametrize("way", ["parted", "by_edges"])
def test_two_lines_marked_as_one_are_looked_for_in_other_ways(network, way):
    """It makes sense, but is too high for its neighbours to be found from it."""
    line, lower = place(0, 44), np.array([0, 6])
    joined = TextLine(line.start + lower, line.end + lower, 1.5 * PITCH)
    ways = {"apart": [], "beside": [], "parted": [], "by_edges": []} | {way: [line, place(1, 44)]}
    places = SimpleNamespace(frame=a_page(TD3), marked=[joined], tipped=None, **ways)

    assert TD3 == ZoneSight(network).search(places).decoded.lines


def test_paper_without_print_says_nothing(network):
    """No text in either direction is no zone."""
    assert look(a_page(()), [place(0, 44), place(1, 44)], network) is None


def test_a_second_look_never_spoils_the_first(network):
    """What held before holds after."""
    page = a_page(TD3)
    first = look(page, [place(0, 44), place(1, 44)], network)

    second = look_again(page, first, network)

    assert second.decoded.holds
    assert TD3 == second.decoded.lines


def test_a_second_network_is_asked_once_where_the_first_ones_look_ended(network):
    """It finds neither the direction nor the ends of the lines anew."""
    page, second = a_page(TD1), Counted(network)
    first = look(page, [place(n, 30, last=22) for n in range(3)], network)
    there = look_there(page, first, second)

    assert (TD1, 1) == (there.decoded.lines, second.runs)


def test_a_check_digit_that_is_printed_wrong_is_read_twice_and_no_more(network):
    """Both networks say the same: that settles it, and it isn't looked for elsewhere."""
    wrong = (*TD1[:1], TD1[1][:-1] + "7", TD1[2])
    page, second = a_page(wrong), Counted(network)
    first = look(page, [place(number, 30) for number in range(3)], network)

    careful, is_settled = with_care(page, first, second)

    assert is_settled
    assert (wrong, False, 1) == (careful.decoded.lines, careful.decoded.holds, second.runs)


@pytest.mark.parametrize(
    ("shifts", "even"),
    [((0, 0, 0), True), ((1, 1, 1), True), ((0, 0, 1), False), ((0, -1, 0), False), ((0.2, 0, 0), True)],
)
def test_a_line_that_is_shifted_by_a_character_is_no_zones(network, shifts, even):
    """What stood before it was read as its first character, its last filler was dropped, and no digit tells."""
    seen = look(a_page(TD1), [place(number, 30) for number in range(3)], network)
    slots = [
        replace(line, places=line.places + shift * line.pitch)
        for line, shift in zip(seen.decoded.slots, shifts, strict=True)
    ]

    assert even == replace(seen, decoded=replace(seen.decoded, slots=tuple(slots))).is_even


@pytest.mark.parametrize(
    ("places", "uneven"), [((5.0,), 0), ((5.0, 9.0), 2), ((1.0, 2.0, 3.0), 0), ((1.0, 5.0, 3.0), 3)]
)
def test_lines_may_lean_but_evenly(places, uneven):
    """A card held askew has its margin askew."""
    assert uneven == unevenness(places)
