import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.looks import STAGE
from ui.parts.number_pad import number_pad
from ui.parts.pad import BACK, Pad


@pytest.fixture
def pad(shown):
    made = number_pad(STAGE)
    shown(made, size=(900, 700))
    return made


def listen(pad: Pad) -> list[str]:
    seen = []
    pad.sign.connect(seen.append)
    pad.taken_back.connect(lambda: seen.append(BACK))
    return seen


def test_touches_become_digits(pad):
    """Every key says its own digit, also twice in a row."""
    seen = listen(pad)
    for digit in "1234567890":
        pad.keys[digit].click()
        pad.keys[digit].click()

    assert list("11223344556677889900") == seen


def test_the_last_digit_can_be_taken_back(pad):
    """There is a way to mend a slip."""
    seen = listen(pad)
    pad.keys[BACK].click()

    assert [BACK] == seen


def test_a_keyboard_types_too(pad):
    """A real keyboard or hand scanner works as well; letters are nothing."""
    seen = listen(pad)
    QTest.keyClicks(pad, "4x2")
    QTest.keyClick(pad, Qt.Key.Key_Backspace)

    assert ["4", "2", BACK] == seen


def test_it_has_the_order_of_a_telephone(pad):
    """1 is top left, 0 in the middle of the last row, 5 in the middle of all."""
    keys = pad.keys

    assert keys["1"].y() == keys["3"].y() < keys["4"].y() < keys["7"].y() < keys["0"].y()
    assert keys["2"].x() == keys["5"].x() == keys["0"].x()
