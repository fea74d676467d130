import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.reading.hand_scanner import digits_from_keyboard


@pytest.mark.parametrize(
    ("typed", "meant"),
    [('éé"-è&çéç', "223671929"), ("&é\"'(-è_çà", "1234567890"), ("ÉÈÇÀ", "2790"), ("22371929\n", "22371929")],
)
def test_the_unshifted_keys_of_a_french_keyboard_are_digits(typed, meant):
    """A scanner set to an American keyboard presses the keys that have the digits on top."""
    assert meant == digits_from_keyboard(typed)


@pytest.mark.parametrize("text", ["Amélie", "L'été", "", "e-mail", "(12 34)"])
def test_a_text_that_is_not_all_digits_stays_as_it_is(text):
    """Somebody typed a name, not a scanner a number."""
    assert text == digits_from_keyboard(text)


@given(st.text("0123456789", min_size=1))
def test_digits_stay_digits(digits):
    """A scanner that is set rightly is not disturbed."""
    assert digits == digits_from_keyboard(digits)
