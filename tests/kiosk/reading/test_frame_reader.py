from datetime import date

import numpy as np
import pytest

from kiosk.reading.card import CardKind
from kiosk.reading.frame import Frame
from kiosk.reading.frame_reader import FrameReader
from kiosk.reading.hint import Hint
from kiosk.reading.sought import Sought
from kiosk.reading.zone_text import Sighting
from tests.kiosk.reading.drawing import card, colour, laid, page, symbol, table
from tests.kiosk.reading.zones import PASSPORT, SPECIMEN, zone

TODAY = date(2026, 11, 23)
CARD = laid(card(symbol("22371929")))
TURNED_CARD = laid(card(symbol("22371929"), size=(500, 320)), angle=30)
PAGE = laid(page())


class Zones:
    """A reader that says the same of every frame, and counts them."""

    def __init__(self, text=None, *, is_cut=False):
        self.sighting = Sighting(text, is_cut)
        self.asked = 0

    def look(self, gray):
        self.asked += 1
        return self.sighting


def reader(text=None, **options):
    return FrameReader(Zones(text), today=lambda: TODAY, **options)


def read(gray, text=None, sought=Sought.ANYTHING, **options):
    return reader(text, **options).read(Frame(colour(gray)), sought)


def test_a_card_gives_its_number():
    """The code is understood by the rules."""
    (code,) = read(CARD).codes
    assert (CardKind.STUDENT_NUMBER, "22371929") == (code.kind, code.student_number)


def test_a_turned_card_gives_its_number():
    """Where bars are seen and not read, they are straightened."""
    assert ["22371929"] == [code.student_number for code in read(TURNED_CARD).codes]


def test_a_document_is_understood():
    """The zone's text becomes a document, and is kept for what gathers several frames."""
    text = zone(PASSPORT)
    reading = read(PAGE, text)
    assert ("DUPOND", True, text) == (reading.document.surname, reading.document.valid, reading.text)


def test_a_frame_with_bars_is_not_searched_for_a_zone():
    """No document has bars that a card rule reads, and searching costs the most."""
    zones = Zones(zone(PASSPORT))
    FrameReader(zones, today=lambda: TODAY).read(Frame(colour(CARD)))
    assert 0 == zones.asked


@pytest.mark.parametrize(("sought", "asked"), [(Sought.CARD, 0), (Sought.DOCUMENT, 1), (Sought.ANYTHING, 1)])
def test_only_what_was_asked_for_is_sought(sought, asked):
    """A visitor who shows the card is not searched for a document."""
    zones = Zones()
    FrameReader(zones, today=lambda: TODAY).read(Frame(colour(PAGE)), sought)
    assert asked == zones.asked


def test_a_card_is_not_read_while_a_document_is_sought():
    """Each step reads one thing."""
    assert () == read(CARD, sought=Sought.DOCUMENT).codes


def test_an_empty_table_gives_nothing():
    """No code, no document, nothing to ask."""
    reading = read(table())
    assert ((), None, None) == (reading.codes, reading.document, reading.hint)


def test_a_page_without_a_zone_asks_for_the_other_side():
    """The hint comes from the same frame."""
    assert Hint.OTHER_SIDE is read(PAGE, sought=Sought.DOCUMENT).hint


@pytest.mark.parametrize(
    ("sought", "hint"), [(Sought.DOCUMENT, Hint.NOT_WHOLE), (Sought.ANYTHING, Hint.OTHER_SIDE)]
)
def test_a_document_that_is_partly_out_of_the_picture_is_asked_for_whole(sought, hint):
    """Who held it so was told to turn it over. What other programs read has no word for it: they get what they got."""
    said = FrameReader(Zones(is_cut=True), today=lambda: TODAY).read(Frame(colour(PAGE)), sought)
    assert hint is said.hint


def test_the_card_from_the_step_before_is_named():
    """It still lies there: turning it over would be the wrong thing to do."""
    assert Hint.NOT_THE_CARD is read(CARD, sought=Sought.DOCUMENT).hint


def test_bars_that_say_nothing_are_no_card():
    """A chip or a portrait may look like bars: who holds an identity card is told to turn it over."""
    fence = np.tile(np.repeat(np.array([40, 220], np.uint8), 8), (120, 20))

    assert Hint.OTHER_SIDE is read(laid(card(fence)), sought=Sought.DOCUMENT).hint


@pytest.mark.parametrize("length", [60, 120])
def test_bars_that_can_be_no_code_are_never_too_far(length):
    """Who shows a bank card, its chip like a few bars, brings it closer in vain: the barcode is asked for."""
    chip = np.tile(np.repeat(np.array([40, 220], np.uint8), 8), (120, length // 16))

    assert Hint.CARD_SIDE is read(laid(card(chip)), sought=Sought.CARD).hint


def test_a_specimen_is_valid_where_specimens_are_allowed():
    """A demonstration says so when it builds its reader."""
    assert [False, True] == [
        read(PAGE, zone(SPECIMEN), specimens_allowed=allowed).document.valid for allowed in (False, True)
    ]


@pytest.mark.parametrize(
    "pixels", [np.zeros((0, 0, 3)), np.zeros((1, 1, 3)), np.zeros((5, 9000)), np.zeros((40, 40, 4))]
)
def test_a_frame_of_any_make_is_read(pixels):
    """Nothing that a camera gives is an error."""
    assert () == reader().read(Frame(pixels.astype(np.uint8))).codes


class TestSitting:
    def test_a_card_and_a_document_are_accepted_by_their_frames(self):
        """Two differing frames of each."""
        zones = Zones()
        reads = FrameReader(zones, today=lambda: TODAY)
        sitting = reads.sitting()
        for gray in (CARD, np.roll(CARD, 3, 1)):
            accepted_card, _ = sitting.feed(reads.read(Frame(colour(gray))))
        zones.sighting = Sighting(zone(PASSPORT))
        for gray in (PAGE, np.roll(PAGE, 3, 1)):
            _, accepted_document = sitting.feed(reads.read(Frame(colour(gray))))
        assert "22371929" == accepted_card.card.student_number
        assert "DUPOND" == accepted_document.document.surname

    def test_one_still_picture_is_accepted_by_the_rule_for_stills(self):
        """A folder's picture is a sitting of its own."""
        reads = reader()
        accepted, _ = reads.sitting(stills=True).feed(reads.read(Frame(colour(CARD))))
        assert 1 == accepted.frames_used
