"""The word that lets one terminal ask to be admitted: drawn at the desk, good once and not for long.

It says its terminal's name and until when it is good, so that a terminal can tell before anybody admits it.
"""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from kiosk.errors import Refused

LIFE = timedelta(minutes=15)
BYTES = 16  # 128 bits
WRITTEN = re.compile(r"KIOSK-([A-Z][A-Z0-9_]{0,29})-([0-9A-F]{7})-([A-Z2-7]{26})")
NOT_ONE = "This isn't a token for a terminal: draw one at the desk, on the page of the terminals."
OVER = "This token's quarter of an hour is over: draw a new one at the desk."


@dataclass(frozen=True, slots=True)
class Token:
    """text: as a QR code or a person carries it. until: to the minute; the database server's clock decides."""

    text: str = field(repr=False)
    name: str
    until: datetime


def new_token(secret: Callable[[int], bytes], name: str, now: datetime) -> Token:
    """Draw a token for the terminal of this name."""
    until = (now + LIFE).replace(second=0, microsecond=0)
    minutes = int(until.timestamp()) // 60
    drawn = base64.b32encode(secret(BYTES)).decode().rstrip("=")
    return Token(f"KIOSK-{name.upper()}-{minutes:07X}-{drawn}", name, until)


def read_token(text: str, now: datetime) -> Token:
    """Return the token that was scanned or typed. Raises Refused for anything else, and for one that is too old."""
    plain = _plain(text)
    found = WRITTEN.fullmatch(plain)
    if found is None:
        raise Refused(NOT_ONE, "not_a_token")
    until = datetime.fromtimestamp(int(found[2], 16) * 60, UTC)
    if now > until:
        raise Refused(OVER, "token_over")
    return Token(plain, found[1].lower(), until)


def token_digest(token: str) -> str:
    """Return what the store keeps of it. Spaces and small letters don't matter."""
    return hashlib.sha256(_plain(token).encode()).hexdigest()


def _plain(text: str) -> str:
    return "".join(text.split()).upper()
