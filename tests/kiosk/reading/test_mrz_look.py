from dataclasses import replace
from importlib.resources import as_file, files
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from kiosk.reading.models import load_models
from kiosk.reading.mrz_lines import read_lines
from kiosk.reading.mrz_look import (
    followed,
    glance_at,
    look_again,
    look_at,
    look_beside,
    look_of,
    look_there,
    unevenness,
)
from kiosk.reading.mrz_neighbours import is_taken, room, without_strangers
from kiosk.reading.mrz_network import Network
from kiosk.reading.mrz_ocr import ZoneSight
from kiosk.reading.mrz_strips import TextLine

TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
MRVA = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<")
LICENCE = ("D1FRA13AA000026181231MARTIN<<9",)
PITCH = 20.0
LEFT, TOP = 150, 300
SPACING = 50
CLOSE = 32  # as on some cards


@pytest.fixture(scope="module")
def network():
    """The program's own reader network."""
    return Network(load_models().reader, 1)


def a_page(lines, spacing=SPACING):
    """Draw lines on paper, (720, 1280) uint8; the first stands on the baseline TOP."""
    with as_file(files("resources.fonts") / "OCRB.otf") as path:
        advance = ImageFont.truetype(str(path), 100).getlength("H")
        font = ImageFont.truetype(str(path), 100 * PITCH / advance)
    picture = Image.new("L", (1280, 720), 210)
    for number, line in enumerate(lines):
        ImageDraw.Draw(picture).text((LEFT, TOP + number * spacing), line, font=font, fill=30, anchor="ls")
    return np.asarray(picture)


def place(number, length, first=0, last=None, spacing=SPACING):
    """Where a line's characters stand, from the first to the last of those given."""
    y = TOP + number * spacing - PITCH / 2
    ends = LEFT + first * PITCH, LEFT + (length if last is None else last) * PITCH
    return TextLine(np.array([ends[0], y]), np.array([ends[1], y]), PITCH)


def look(page, lines, network):
    """Look at lines of a page if they make sense at a glance."""
    block = glance_at(page, lines, network)
    return block and look_at(page, block, network)


class Counted:
    """A network, and how often it was asked."""

    def __init__(self, network):
        self.network, self.runs = network, 0

    def run(self, strips):
        self.runs += 1
        return self.network.run(strips)


def test_lines_are_read_where_they_stand(network):
    """Two lines, one text."""
    seen = look(a_page(TD3), [place(0, 44), place(1, 44)], network)

    assert TD3 == seen.decoded.lines


def test_lines_given_upside_down_are_turned(network):
    """Which way is up is found by reading both ways."""
    lines = [place(1, 44).turned(), place(0, 44).turned()]

    assert TD3 == look(a_page(TD3), lines, network).decoded.lines


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


def test_a_driving_licence_is_one_line_whatever_is_printed_near(network):
    """Print above that is set like a zone is no part of it."""
    page = a_page(("TITULAIRE<<<<<<<<PREFECTURE<A1", *LICENCE))

    assert LICENCE == look(page, [place(1, 30)], network).decoded.lines


def test_a_licence_on_its_head_is_turned(network):
    """It has hardly a filler whose strokes tell the way; read backwards it makes sense, if less."""
    assert LICENCE == look(a_page(LICENCE), [place(0, 30).turned()], network).decoded.lines


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
    places = SimpleNamespace(frame=a_page(TD3), marked=[joined], **ways)

    assert TD3 == ZoneSight(network).look(places).decoded.lines


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
    """Both networks say the same: it isn't looked for elsewhere, and the places for that are never asked for."""
    wrong = (*TD1[:1], TD1[1][:-1] + "7", TD1[2])
    page, second = a_page(wrong), Counted(network)
    first = look(page, [place(number, 30) for number in range(3)], network)

    careful = ZoneSight(second).look_with_care(SimpleNamespace(frame=page), first)

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
