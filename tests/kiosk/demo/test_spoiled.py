"""Pictures that should not be read, or not as they stand."""

import numpy as np
import pytest
import zxingcpp

from kiosk.demo import spoiled
from kiosk.demo.campus import TODAY, students
from kiosk.demo.cards import draw_card
from kiosk.demo.documents import draw_document
from kiosk.reading.mrz.parse import parse

STUDENT = students(count=1)[0]
CARD, DOCUMENT = draw_card(STUDENT), draw_document(STUDENT)


def codes(picture):
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def test_a_card_on_the_desk_is_read():
    """The frame itself spoils nothing, so that what follows is due to the spoiling."""
    assert [STUDENT.card.barcode] == codes(spoiled.on_desk(CARD))


@pytest.mark.parametrize("spoil", [spoiled.blurred, spoiled.glare], ids=lambda spoil: spoil.__name__)
def test_a_spoiled_frame_is_not_read(spoil):
    """The barcode is there, but not to be seen."""
    assert [] == codes(spoil(spoiled.on_desk(CARD)))


def test_a_torn_card_has_no_barcode_left():
    """The end of the code is gone, and with it its check character."""
    assert [] == codes(spoiled.torn(CARD))


def test_a_dark_frame_is_dark_and_a_washed_out_one_bright():
    """By far more than a webcam evens out."""
    frame = spoiled.on_desk(DOCUMENT)

    assert spoiled.dark(frame).mean() < 20 < 200 < spoiled.washed_out(frame).mean()


def test_turning_upside_down_twice_changes_nothing():
    """Nothing is mirrored."""
    assert np.array_equal(DOCUMENT, spoiled.upside_down(spoiled.upside_down(DOCUMENT)))


def test_two_cards_in_one_frame_are_both_seen():
    """It is for the reader to ask for one."""
    other = spoiled.other_university_card()

    assert {STUDENT.card.barcode, "23117590004217"} == set(codes(spoiled.two_documents(CARD, other)))


def test_another_universitys_number_is_nobodys_here():
    """Its last eight digits are in no register of ours."""
    (code,) = codes(spoiled.other_university_card())

    assert (14, "9") == (len(code), code[-8])


def test_the_other_side_has_no_zone():
    """Below the facts nothing is printed."""
    zone = spoiled.other_side(STUDENT.paper)[-250:, 40:-40]

    assert 1 == len(np.unique(zone.reshape(-1, 3), axis=0))


def test_an_expired_passport_ended_last_year():
    """Its zone says so."""
    zone = parse(spoiled.expired_passport(TODAY).lines, today=TODAY)

    assert TODAY.year - 1 == zone.expiry.year


def test_a_foreign_card_is_issued_by_its_state():
    """And holds in every check digit."""
    zone = parse(spoiled.foreign_card(TODAY, "ITA").lines, today=TODAY)

    assert ("ITA", True) == (zone.issuing_state, zone.is_consistent)


def test_a_document_held_too_far_away_is_small():
    """Its letters are below anything readable: most of the frame is desk."""
    frame, empty = spoiled.too_far(DOCUMENT), spoiled.on_desk(DOCUMENT, share=0.001)
    changed = (np.abs(frame.astype(int) - empty) > 12).any(axis=2)

    assert 0 < changed.mean() < 0.1
