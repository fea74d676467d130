"""A terminal asks with one line: signed, with what the server keeps of its password, and without the password."""

import base64
import json

import pytest

from kiosk.device.admission import BEGINS, asking, parse
from kiosk.device.scram import verifier
from kiosk.device.token import new_token, token_digest
from kiosk.errors import Refused
from kiosk.journal.signature import DeviceKey
from tests.given import NOW

KEY = DeviceKey(b"t" * 32)

TOKEN = new_token(lambda size: b"\x07" * size, "hall_1", NOW).text
SALT = base64.b64decode("W22ZaJ0SNY7soEsUEjb6gQ==")


def test_a_line_tells_what_was_asked():
    """Whole, and without the token itself."""
    line = asking(TOKEN, KEY, verifier("secret", SALT))
    asked = parse(f"  {line}\n")

    assert (token_digest(TOKEN), KEY.public_key, KEY.writer) == (asked.token, asked.public_key, asked.writer)
    assert TOKEN not in line


def test_a_token_may_be_typed():
    """In small letters and in groups."""
    assert token_digest(TOKEN) == token_digest(f" {TOKEN[:9].lower()} {TOKEN[9:].lower()} ")
    assert 26 + len("KIOSK-HALL_1-0000000-") == len(TOKEN)


def test_the_verifier_has_the_servers_form():
    """Salted, and the same each time."""
    assert verifier("secret", SALT) == verifier("secret", SALT) != verifier("other", SALT)
    assert verifier("secret", SALT).startswith("SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$")


def altered(**changes: object) -> str:
    signed = json.loads(
        base64.urlsafe_b64decode(asking(TOKEN, KEY, verifier("secret", SALT)).removeprefix(BEGINS))
    )
    signed["text"] = json.dumps(json.loads(signed["text"]) | changes, sort_keys=True)
    return BEGINS + base64.urlsafe_b64encode(json.dumps(signed).encode()).decode()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "KIOSK-ASKS-",
        "robert",
        BEGINS + base64.urlsafe_b64encode(b"[1]").decode(),
        BEGINS + base64.urlsafe_b64encode(b'{"text": 3, "signature": ""}').decode(),
        asking(TOKEN, KEY, verifier("secret", SALT))[:-40],
        asking(TOKEN, KEY, "x' SUPERUSER"),
        altered(token="0" * 64),
        altered(key=DeviceKey(b"s" * 32).public_key.hex()),
        altered(verifier=verifier("mine", SALT)),
    ],
)
def test_what_is_no_whole_line_is_refused(line):
    """Cut off, altered on the way, signed by another key, or with words for the server in it."""
    with pytest.raises(Refused, match="copy the whole line"):
        parse(line)
