from datetime import date

import numpy as np
import pytest

from kiosk.reading.card import CardKind, CardReading
from kiosk.reading.document_reader import Trust, understand
from kiosk.reading.edge_map import edge_map
from kiosk.reading.hint import Hint
from kiosk.reading.print_finder import find_print
from kiosk.reading.quality import (
    Quality,
    Seen,
    Sought,
    choose_hint,
    measure,
    motion_between,
    thumbnail,
)
from tests.kiosk.reading.drawing import blurred, card, laid, page, symbol, table
from tests.kiosk.reading.mrz.vectors import VECTORS
from tests.kiosk.reading.zones import PASSPORT, zone

FINE = Quality(light=120)
MOVING = 30.0


def hint(gray, sought=Sought.DOCUMENT, *, text=None, motion=0.0):
    shown = find_print(edge_map(gray))
    return choose_hint(Seen(1280, shown, (), text), measure(gray, shown.region, motion), sought)


def reading(text):
    return understand(text, Trust(), today=date(2026, 11, 23))


def number(digits):
    return CardReading("Code128", digits, CardKind.STUDENT_NUMBER, digits)


def seen(gray=None, **found):
    return Seen(1280, find_print(edge_map(table() if gray is None else gray)), **found)


@pytest.mark.parametrize("sought", Sought)
def test_an_empty_table_calls_for_nothing(sought):
    """Nobody is told to hold still what they don't show."""
    assert hint(table(), sought) is None


def test_darkness_is_noticed_without_anything_shown():
    """A covered lens."""
    assert Hint.TOO_DARK is hint(table(light=9))


def test_a_page_in_the_dark_is_too_dark():
    """Light comes before all else that is wrong with it."""
    assert Hint.TOO_DARK is hint((laid(page()) // 12).astype(np.uint8))


def test_an_overexposed_page_is_too_bright():
    """Most of the paper is plain white."""
    assert Hint.TOO_BRIGHT is hint(np.minimum(laid(page()).astype(int) * 2, 255).astype(np.uint8))


def test_a_reflection_is_glare():
    """A patch of the page shines; white paper alone does not."""
    gray = laid(page())
    gray[300:420, 500:700] = 255
    assert Hint.GLARE is hint(gray)


def test_white_paper_is_no_glare():
    """Its grain stays below full white."""
    gray = laid(page())
    grain = np.random.default_rng(2).normal(0, 3, gray.shape)
    lit = (gray * (250 / 228) + grain).clip(0, 255).astype(np.uint8)
    assert hint(lit) not in {Hint.GLARE, Hint.TOO_BRIGHT}


def test_a_small_page_is_too_far():
    """Its print takes less than a quarter of the frame's width."""
    assert Hint.TOO_FAR is hint(laid(page((230, 160))))


def test_a_zone_of_narrow_characters_is_too_far():
    """Below 13 pixels a character next to nothing is read."""
    narrow = np.array([(300, 500), (800, 500), (800, 530), (300, 530)], np.float32)
    assert Hint.TOO_FAR is hint(laid(page()), text=zone(PASSPORT, corners=narrow))


def test_a_page_out_of_focus_is_blurred():
    """Something is shown, and nothing of it is sharp."""
    assert Hint.BLURRED is hint(blurred(laid(page()), 4))


def test_a_blurred_page_that_moves_is_to_be_held_still():
    """The cure is another one than for a page too close."""
    assert Hint.HOLD_STILL is hint(blurred(laid(page()), 4), motion=MOVING)


def test_a_sharp_page_without_a_zone_shows_the_other_side():
    """A document is sought, and this side has none."""
    assert Hint.OTHER_SIDE is hint(laid(page()))


def test_a_card_without_bars_calls_for_the_side_that_has_them():
    """A card is sought, and this is its back, or a passport: nobody is sent to lines that a card doesn't have."""
    assert Hint.CARD_SIDE is hint(laid(page()), Sought.CARD)


def test_bars_not_yet_read_call_for_no_other_side():
    """The right side is shown; the next frame may read it."""
    assert hint(laid(card(symbol("22371929"))), Sought.CARD) is None


def test_where_anything_is_sought_bars_are_no_wrong_thing():
    """A desk takes card and document in any order."""
    assert hint(laid(card(symbol("22371929"))), Sought.ANYTHING) is None


@pytest.mark.parametrize("name", ["icao_visa_a", "france_visa", "france_licence"])
def test_visas_and_licences_are_not_accepted(name):
    """Read well or not, they are no identity documents here."""
    document = reading(zone(VECTORS[name].lines))
    assert Hint.NOT_ACCEPTED is choose_hint(seen(document=document), FINE)


def test_two_student_numbers_are_two_cards():
    """Nobody knows whose is meant."""
    assert Hint.TWO_DOCUMENTS is choose_hint(seen(codes=(number("22371929"), number("22371930"))), FINE)


def test_what_was_read_calls_for_nothing():
    """However dark the frame, it was enough."""
    assert choose_hint(seen(codes=(number("22371929"),)), Quality(light=5), Sought.CARD) is None
    assert choose_hint(seen(document=reading(zone(PASSPORT))), Quality(light=5), Sought.DOCUMENT) is None


def test_motion_is_measured_between_two_frames():
    """The first frame has nothing to compare with; an unmoved one differs by nothing."""
    one, other = thumbnail(laid(page())), thumbnail(laid(page(), angle=15))
    assert (0.0, 0.0) == (motion_between(None, one), motion_between(one, one))
    assert motion_between(one, other) > 7


@pytest.mark.parametrize("shape", [(1, 1), (3, 900), (900, 3)])
def test_any_size_is_measured(shape):
    """A picture of one pixel is dark."""
    assert 0 == measure(np.zeros(shape, np.uint8), None).light
