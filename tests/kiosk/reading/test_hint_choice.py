from datetime import date

import numpy as np
import pytest

from kiosk.reading.bar_finder import BarMap
from kiosk.reading.card import CardKind, CardReading
from kiosk.reading.document_reader import Trust, understand
from kiosk.reading.edge_map import edge_map
from kiosk.reading.frame_reader import NOTHING, hint_for
from kiosk.reading.hint import Hint
from kiosk.reading.hint_choice import Seen, choose_hint
from kiosk.reading.opencv import cv2
from kiosk.reading.print_finder import Print, find_print
from kiosk.reading.quality import Quality
from kiosk.reading.region import Region
from kiosk.reading.shine import Shine
from kiosk.reading.sought import Sought
from tests.kiosk.reading.drawing import (
    blurred,
    card,
    fingers,
    laid,
    lit,
    page,
    reflection,
    screen,
    symbol,
    table,
)
from tests.kiosk.reading.mrz.vectors import VECTORS
from tests.kiosk.reading.zones import PASSPORT, misread, zone

FINE = Quality(light=120)
MOVING = 30.0
SOMEWHERE = Region(100, 100, 900, 600)
NARROW = np.array([(300, 500), (800, 500), (800, 530), (300, 530)], np.float32)


def hint(gray, sought=Sought.DOCUMENT, *, text=None, motion=0.0):
    document = None if text is None else reading(text)
    return hint_for(Seen(1280, NOTHING, (), text, document), gray, BarMap(edge_map(gray)), motion, sought)


def reading(text):
    return understand(text, Trust(), today=date(2026, 11, 23))


def number(digits):
    return CardReading("Code128", digits, CardKind.STUDENT_NUMBER, digits)


def seen(gray=None, **found):
    return Seen(1280, find_print(BarMap(edge_map(table() if gray is None else gray))), **found)


@pytest.mark.parametrize("sought", Sought)
def test_an_empty_table_calls_for_nothing(sought):
    """Nobody is told to hold still what they don't show."""
    assert hint(table(), sought) is None


def test_darkness_is_noticed_without_anything_shown():
    """A covered lens."""
    assert Hint.TOO_DARK is hint(table(light=9))


def test_a_bright_card_before_a_dark_room_is_not_in_the_dark():
    """It is out of focus, and says so; before, it was asked for light that it has."""
    dark = np.full((720, 1280), 3, np.uint8)
    dark[260:460, 420:740] = cv2.resize(page(), (320, 200))
    assert Hint.BLURRED is hint(blurred(dark, 3.5))


def test_a_page_in_the_dark_is_too_dark():
    """Light comes before all else that is wrong with it."""
    assert Hint.TOO_DARK is hint((laid(page()) // 12).astype(np.uint8))


def test_an_overexposed_page_is_too_bright():
    """Most of the paper is plain white."""
    assert Hint.TOO_BRIGHT is hint(np.minimum(laid(page()).astype(int) * 2, 255).astype(np.uint8))


def test_a_reflection_is_glare():
    """The ink under it is gone, and the paper around it is darker."""
    assert Hint.GLARE is hint(lit(laid(page()) * 0.7, reflection((640, 360), 160, 70)))


@pytest.mark.parametrize("sought", [Sought.DOCUMENT, Sought.CARD])
def test_a_white_patch_on_nearly_white_paper_calls_for_no_side(sought):
    """A reflection or the paper itself: nobody can tell, and the side may be the right one."""
    assert hint(lit(laid(page()), reflection((600, 360), 200, 90)), sought) is None


def test_a_page_whose_half_is_lit_to_white_is_the_wrong_side():
    """All its lines stand out; to tilt it would help nobody."""
    assert Hint.OTHER_SIDE is hint(lit(laid(page()), np.linspace(-60, 60, 1280)))


@pytest.mark.parametrize(("sought", "side"), [("document", Hint.OTHER_SIDE), ("card", Hint.CARD_SIDE)])
def test_a_screen_is_no_reflection(sought, side):
    """White blocks with words between them shine by themselves."""
    assert side is hint(screen(), Sought(sought))


def test_white_paper_is_no_glare():
    """Its grain stays below full white."""
    gray = laid(page())
    grain = np.random.default_rng(2).normal(0, 3, gray.shape)
    lit = (gray * (250 / 228) + grain).clip(0, 255).astype(np.uint8)
    assert hint(lit) not in {Hint.GLARE, Hint.TOO_BRIGHT}


def test_a_small_page_is_too_far():
    """Its print takes less than a quarter of the frame's width."""
    assert Hint.TOO_FAR is hint(laid(page((230, 160))))


@pytest.mark.parametrize(("sought", "said"), [("document", Hint.TOO_FAR), ("card", Hint.CARD_SIDE)])
def test_print_too_narrow_for_a_zone_comes_closer_before_it_is_turned(sought, said):
    """Its lines would not be read at that size; a card's bars would."""
    assert said is hint(laid(page((320, 220))), Sought(sought))


def test_a_zone_of_narrow_characters_is_too_far():
    """Below 13 pixels a character next to nothing is read."""
    assert Hint.TOO_FAR is hint(laid(page()), text=zone(misread(PASSPORT, 1, 3, "Z"), corners=NARROW))


def test_lines_that_are_no_document_are_no_zone():
    """Lines of a page seem those of a zone, and small: who brings them closer does so in vain."""
    lines = (
        "DXJORD<DMBOJBAUQAXMAOYMMOQJDDU",
        "ZUMUSUNMSJDUUORUMEUZBMJJEZXUOJ",
        "OJQZUUBOJUUUMXOFBXQUUAUOOSJDXO",
    )
    assert Hint.OTHER_SIDE is hint(laid(page()), text=zone(lines, corners=NARROW))


def test_bars_too_small_to_be_read_are_too_far():
    """A Code 39 takes a seventh of the frame's width: its bars are a pixel wide and less."""
    bars = np.repeat(symbol("22371929", "Code39", scale=1, rows=24)[12:-12, 12:-12], 1, 0)
    assert Hint.TOO_FAR is hint(laid(card(bars, size=(300, 190))), Sought.CARD)


def test_a_page_out_of_focus_is_blurred():
    """Something is shown, and nothing of it is sharp."""
    assert Hint.BLURRED is hint(blurred(laid(page()), 4))


def test_a_blurred_page_that_moves_is_to_be_held_still():
    """The cure is another one than for a page too close."""
    assert Hint.HOLD_STILL is hint(blurred(laid(page()), 4), motion=MOVING)


@pytest.mark.parametrize("sought", [Sought.DOCUMENT, Sought.CARD])
def test_print_so_soft_that_it_has_no_edges_is_blurred(sought):
    """It still shows in a small copy of the frame."""
    assert Hint.BLURRED is hint(blurred(laid(page(), zoom=1.3), 8), sought)


@pytest.mark.parametrize(("motion", "said"), [(0.1, None), (0.5, Hint.BLURRED)])
def test_soft_print_that_nobody_holds_calls_for_nothing(motion, said):
    """A poster far behind an empty place doesn't tremble as all does that is in a hand."""
    assert said is hint(blurred(laid(page(), zoom=1.3), 8), motion=motion)


def test_print_that_moves_too_fast_for_any_edge_is_to_be_held_still():
    """Seen in a small copy only, as one out of focus, and moving."""
    assert Hint.HOLD_STILL is hint(blurred(laid(page(), zoom=1.3), 8), motion=MOVING)


def test_what_moves_is_not_told_to_turn():
    """Which side it is can't be seen yet."""
    assert Hint.HOLD_STILL is hint(laid(page()), motion=MOVING)


def test_soft_print_is_never_told_to_mirror_a_lamp():
    """Out of focus, ink fades beside all that is white."""
    quality = Quality(light=120, shine=Shine(clipped=0.2, ink=0.0, paper=150), sharpness=0.3)
    assert [Hint.BLURRED, Hint.GLARE] == [
        choose_hint(Seen(1280, Print(SOMEWHERE, None, is_soft=is_soft)), quality) for is_soft in (True, False)
    ]


def test_which_side_it_is_cannot_be_seen_in_a_small_copy():
    """What shows only there, and has sharp edges, is faint rather than soft."""
    assert choose_hint(Seen(1280, Print(SOMEWHERE, None, is_soft=True)), FINE, Sought.DOCUMENT) is None


def test_bars_out_of_focus_are_blurred_though_nothing_else_is_printed():
    """Their own place is measured."""
    faint = (symbol("22371929", rows=120) * 0.3 + 100).astype(np.uint8)
    gray = blurred(laid(faint, zoom=2), 5)
    assert find_print(BarMap(edge_map(gray))).region is None
    assert Hint.BLURRED is hint(gray, Sought.CARD)


@pytest.mark.parametrize("sought", Sought)
def test_fingers_call_for_nothing(sought):
    """A hand has outlines and no lettering: nobody is told to turn it over."""
    assert hint(fingers(), sought) is None


def test_a_reflection_beside_the_lines_is_not_what_keeps_them_from_being_read():
    """What is measured is the zone, where one was found."""
    gray, text = laid(page()) * 0.7, zone(misread(PASSPORT, 1, 3, "Z"))
    assert hint(lit(gray, reflection((640, 300), 160, 70)), text=text) is None
    assert Hint.GLARE is hint(lit(gray, reflection((640, 550), 160, 40)), text=text)


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
