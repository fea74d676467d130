import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import Unreadable
from kiosk.reading.mrz.alphabet import ALPHABET
from kiosk.reading.mrz.check_digit import check_digit


@pytest.mark.parametrize(
    ("field", "digit"), [("", 0), ("<<<<", 0), ("L898902C3", 6), ("740812", 2), ("D23145890734", 9)]
)
def test_the_digit_is_that_of_the_published_examples(field, digit):
    """The values are those that ICAO prints beside its specimens."""
    assert digit == check_digit(field)


@pytest.mark.parametrize("field", ["a", "É", "1 2", "١"])
def test_a_character_that_no_zone_holds_is_unreadable(field):
    """Lower case, accents, blanks and other scripts' digits have no value."""
    with pytest.raises(Unreadable):
        check_digit(field)


@given(st.text(ALPHABET, min_size=1, max_size=80), st.data())
def test_another_digit_in_any_place_changes_the_check_digit(field, data):
    """The weights have no factor in common with 10, so one wrong digit always shows."""
    place = data.draw(st.integers(0, len(field) - 1))
    before, after = data.draw(st.permutations("0123456789").map(lambda digits: digits[:2]))
    one, other = (field[:place] + digit + field[place + 1 :] for digit in (before, after))
    assert check_digit(one) != check_digit(other)
