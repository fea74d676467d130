import pytest
from PySide6.QtTest import QTest

from kiosk.request.reference import ALPHABET
from tests.ui.looks import STAGE
from ui.parts.letter_pad import letter_pad
from ui.parts.pad import BACK


@pytest.fixture
def pad(shown):
    made = letter_pad(STAGE)
    shown(made, size=(900, 700))
    return made


def test_it_has_every_sign_of_a_reference(pad):
    """And one to take back; nothing that no reference has."""
    seen = []
    pad.sign.connect(seen.append)
    for code in [*ALPHABET, BACK]:
        pad.keys[code].click()

    assert list(ALPHABET) == seen
    assert {*ALPHABET, BACK} == set(pad.keys)


def test_a_keyboard_types_capitals(pad):
    """Small letters are meant as the ticket shows them; a dash is nothing."""
    seen = []
    pad.sign.connect(seen.append)
    QTest.keyClicks(pad, "7f-K")

    assert ["7", "F", "K"] == seen
