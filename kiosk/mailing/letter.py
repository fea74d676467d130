"""A letter, and the bytes that carry it."""

from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from kiosk.mailing.one_line import one_line

REPEAT = "X-Kiosk-Repeat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """key: hex that names it for ever; two letters of one key are the same letter.

    html: None for plain text only. if_repeated: stands above the text of one that may have arrived before.
    """

    key: str
    to: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    html: str | None = field(repr=False, default=None)
    language: str = "fr"
    if_repeated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who writes. reply_to: where answers go, None for the sender's own address."""

    address: str
    name: str = ""
    reply_to: str | None = None

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


def message_id(letter: Letter, sender: Sender) -> str:
    """Return the letter's Message-ID: the same at each try, so that a mailbox can tell a repetition."""
    return f"<{letter.key}@{sender.domain}>"


def as_bytes(letter: Letter, sender: Sender, at: datetime, *, is_repeat: bool = False) -> bytes:
    """Return the message, lines of 78 characters, ASCII throughout. is_repeat: it may have arrived before."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(one_line(sender.name), addr_spec=sender.address)
    mail["To"] = Address(addr_spec=letter.to)
    if sender.reply_to:
        mail["Reply-To"] = Address(addr_spec=sender.reply_to)
    mail["Subject"] = one_line(letter.subject)
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = message_id(letter, sender)
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: out-of-office replies stay away
    text = letter.text
    if is_repeat:
        mail[REPEAT] = "yes"
        text = f"{letter.if_repeated}\n\n{text}" if letter.if_repeated else text
    mail.set_content(text, cte="quoted-printable")
    if letter.html is not None:
        mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    mail["Content-Language"] = letter.language  # last: content-... headers go with the parts
    return mail.as_bytes()
