"""What a terminal asks with to be admitted: one line, carried to whoever may make database logins."""

import base64
import binascii
import json
import re
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.device.token import token_digest
from kiosk.errors import Refused
from kiosk.journal.signature import DeviceKey, is_signed, writer_of

BEGINS = "KIOSK-ASKS-"
PURPOSE = b"mirail-kiosk admission 1 "
VERIFIER = re.compile(r"SCRAM-SHA-256\$\d+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+")
NOT_ONE = (
    "This isn't what `kiosk device enrol` printed at the terminal, or not all of it: copy the whole line."
)


@dataclass(frozen=True, slots=True)
class Admission:
    """token: its digest. verifier: what the server keeps of the password that only the terminal knows."""

    token: str
    public_key: bytes
    verifier: str = field(repr=False)

    @property
    def writer(self) -> str:
        """The key's name: shown at both ends, so that a person sees that it is the same terminal."""
        return writer_of(self.public_key)


@dataclass(frozen=True, slots=True)
class Asking:
    """What a terminal shows until it is admitted. writer: its key's name. until: its token is good until then."""

    name: str
    writer: str
    line: str = field(repr=False)
    until: datetime


def asking(token: str, key: DeviceKey, verifier: str) -> str:
    """Return the line; it is signed, so that nobody asks with a key that isn't theirs."""
    facts = {"token": token_digest(token), "key": key.public_key.hex(), "verifier": verifier}
    text = json.dumps(facts, sort_keys=True)
    signed = {"text": text, "signature": key.sign(PURPOSE + text.encode()).hex()}
    return BEGINS + base64.urlsafe_b64encode(json.dumps(signed).encode()).decode()


def parse(line: str) -> Admission:
    """Return what a line asks. Raises Refused for one that is no such line, or not signed by its own key."""
    try:
        signed = json.loads(base64.b64decode(line.strip().removeprefix(BEGINS), b"-_", validate=True))
        facts = json.loads(signed["text"])
        found = Admission(facts["token"], bytes.fromhex(facts["key"]), facts["verifier"])
        signature = bytes.fromhex(signed["signature"])
        is_sound = is_signed(PURPOSE + signed["text"].encode(), signature, found.public_key)
        is_sound = is_sound and VERIFIER.fullmatch(found.verifier) is not None
    except (binascii.Error, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused(NOT_ONE, "no_admission") from error
    if not is_sound:
        raise Refused(NOT_ONE, "no_admission")
    return found
