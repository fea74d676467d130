"""The student card as it is drawn."""

import numpy as np
import pytest
import zxingcpp

from kiosk.demo.campus import students
from kiosk.demo.cards import draw, draw_card
from kiosk.demo.fictional import StudentCard

CAMPUS = students(count=40)


def codes(picture):
    return {code.text for code in zxingcpp.read_barcodes(picture)}


@pytest.mark.parametrize("student", CAMPUS[:12], ids=lambda student: student.number)
def test_a_card_bears_its_codes_and_no_other(student):
    """What is printed is what is read."""
    assert {student.card.barcode, student.card.esc} - {None} == codes(draw_card(student))


def test_a_card_has_the_size_of_a_bank_card():
    """85.6 by 54 mm at 16 pixels a millimetre."""
    assert (864, 1370, 3) == draw_card(CAMPUS[0]).shape


def test_the_same_student_gets_the_same_card():
    """Nothing in the picture depends on when it was drawn."""
    assert np.array_equal(draw_card(CAMPUS[0]), draw_card(CAMPUS[0]))


def test_a_long_name_stays_on_the_card():
    """It is written smaller, not past the edge."""
    card = StudentCard(number="22000001", surname="Wwwww " * 12, given_name="Mmmmm " * 12, barcode="22000001")
    short = StudentCard(number="22000001", surname="I", given_name="I", barcode="22000001")

    assert np.array_equal(draw(card)[:, -60:], draw(short)[:, -60:])


def test_a_european_code_leaves_the_barcode_readable():
    """Both stand on one card without touching."""
    card = next(student.card for student in CAMPUS if student.card.esc)

    assert 2 == len(codes(draw(card)))
