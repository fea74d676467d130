"""A token says its terminal's name and until when it is good; nothing else passes for one."""

from datetime import timedelta

import pytest

from kiosk.device.token import LIFE, new_token, read_token, token_digest
from kiosk.errors import Refused
from tests.fakes import Randomness
from tests.given import NOW

TOKEN = new_token(Randomness().secret, "hall_1", NOW)


def test_it_is_read_as_it_was_drawn():
    """Typed in small letters and with spaces too."""
    typed = f" {TOKEN.text[:9].lower()} {TOKEN.text[9:]}\n"

    assert [TOKEN, TOKEN] == [read_token(text, NOW) for text in (TOKEN.text, typed)]
    assert token_digest(TOKEN.text) == token_digest(typed)


def test_it_is_good_for_a_quarter_of_an_hour():
    """To the minute; then the terminal itself says that it is over."""
    late = NOW + LIFE + timedelta(minutes=1)

    with pytest.raises(Refused, match="over") as told:
        read_token(TOKEN.text, late)
    assert ("token_over",) == told.value.reasons


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22401234",
        "KIOSK1:0123456789abcdef0123456789abcdef",
        TOKEN.text[:-1],
        TOKEN.text + "A",
        "https://x.example.org",
        TOKEN.text.replace("HALL_1", "H-ALL"),
    ],
)
def test_nothing_else_is_one(text):
    """A ticket, a card, half a token."""
    with pytest.raises(Refused) as told:
        read_token(text, NOW)
    assert ("not_a_token",) == told.value.reasons
