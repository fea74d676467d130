"""The ticket: a secret that opens the request's status, and the lines that a person takes home."""

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NewType

from kiosk.request.ticket_words import TicketWords, words_in, written_day
from kiosk.triage.advice import Advice

Secret = NewType("Secret", bytes)
PREFIX = "MK1:"  # reading a card knows a ticket by it
SECRET_BYTES = 16
_CODE_LENGTH = 26  # base32 of 16 bytes without its padding
_PADDING = "======"


def new_secret(random: Callable[[int], bytes]) -> Secret:
    """Draw a ticket's 128 bits. random(n): n unpredictable bytes."""
    return Secret(random(SECRET_BYTES))


def qr_text(secret: Secret) -> str:
    """Return what the QR code says. Capitals, digits and ':' only: QR codes hold these in fewer modules."""
    return PREFIX + base64.b32encode(secret).decode().rstrip("=")


def read_qr(text: str) -> Secret | None:
    """Return the secret of a ticket's QR code, None for any other text."""
    code = text.strip().upper()
    if not code.startswith(PREFIX) or len(code) != len(PREFIX) + _CODE_LENGTH:
        return None
    try:
        secret = Secret(base64.b32decode(code.removeprefix(PREFIX) + _PADDING))
    except (binascii.Error, ValueError):
        return None
    return secret if qr_text(secret) == code else None  # the last character has bits to spare


def ticket_digest(secret: Secret) -> str:
    """Return what the store keeps of the secret: SHA-256 as hex. 128 random bits need no salt."""
    return hashlib.sha256(secret).hexdigest()


@dataclass(frozen=True, slots=True)
class Office:
    """Where to go, in the ticket's language; None is left out."""

    name: str
    place: str | None = None
    hours: str | None = None


def ticket_lines(
    reference: str,
    answer_by: date,
    office: Office,
    language: str,
    *,
    must_come: bool,
    replaces: bool = False,
    is_sent: bool = True,
) -> tuple[str, ...]:
    """Return the lines of a request's ticket.

    must_come: nobody saw the person yet, so they show themselves. replaces: the ticket before opens nothing any more.
    is_sent: False while only the terminal has the request.
    """
    words = words_in(language)
    return (
        words.recorded if is_sent else words.unsent,
        *([words.replaces] if replaces else []),
        words.tracking.format(reference=reference),
        words.answer_by.format(day=written_day(answer_by, words)),
        words.come if must_come else words.wait,
        *_where(office, words),
        words.keep,
    )


def way_out_lines(advice: Iterable[Advice], office: Office, language: str) -> tuple[str, ...]:
    """Return the lines for someone who leaves without a request: what to do, what to bring, where."""
    words = words_in(language)
    return (words.no_request, *(words.advice[each] for each in advice), *_where(office, words))


def _where(office: Office, words: TicketWords) -> tuple[str, ...]:
    place = ", ".join(filter(None, (office.name, office.place)))
    hours = (words.hours.format(hours=office.hours),) if office.hours else ()
    return (words.where.format(place=place), *hours)
