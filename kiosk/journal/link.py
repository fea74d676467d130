"""Whether one event holds: by itself, and after the one before it."""

import json
from enum import StrEnum

from kiosk.journal.digest import sha256_hex
from kiosk.journal.event import FORMAT, Event
from kiosk.journal.signature import is_signed, writer_of

NOTHING_BEFORE = "0" * 64


class Fault(StrEnum):
    """Why a link doesn't hold, in the order in which it is looked for."""

    UNKNOWN_WRITER = "unknown_writer"
    UNKNOWN_FORMAT = "unknown_format"  # written by a later version of this program
    ALTERED_BODY = "altered_body"
    WRONG_SIGNATURE = "wrong_signature"
    OUT_OF_ORDER = "out_of_order"  # a number that was there before
    GAP = "gap"  # an event is missing before this one
    PREVIOUS_MISMATCH = "previous_mismatch"
    ANCHOR_MISMATCH = "anchor_mismatch"  # another event stood here when the head was noted
    CUT_OFF = "cut_off"  # the head that was noted is gone


def fault(event: Event, previous: Event | None, public_key: bytes | None) -> Fault | None:
    """Return the first fault of an event that should follow `previous` (None: begin the chain)."""
    return _fault_in_itself(event, public_key) or _fault_in_place(event, previous)


def _fault_in_itself(event: Event, public_key: bytes | None) -> Fault | None:
    if public_key is None or writer_of(public_key) != event.writer:
        return Fault.UNKNOWN_WRITER
    if event.format != FORMAT:
        return Fault.UNKNOWN_FORMAT
    if sha256_hex(event.body) != event.digest or not _tells_of(event):
        return Fault.ALTERED_BODY
    return None if _is_signed(event, public_key) else Fault.WRONG_SIGNATURE


def _fault_in_place(event: Event, previous: Event | None) -> Fault | None:
    expected = previous.sequence + 1 if previous else 1
    if event.sequence != expected:
        return Fault.GAP if event.sequence > expected else Fault.OUT_OF_ORDER
    before = previous.digest if previous else NOTHING_BEFORE
    return None if event.previous == before else Fault.PREVIOUS_MISMATCH


def _tells_of(event: Event) -> bool:
    """Return True if the signed body says what the columns beside it say."""
    try:
        facts = json.loads(event.body)
    except ValueError:
        return False
    columns = {
        "format": event.format,
        "writer": event.writer,
        "sequence": event.sequence,
        "previous": event.previous,
    }
    return isinstance(facts, dict) and all(facts.get(name) == value for name, value in columns.items())


def _is_signed(event: Event, public_key: bytes) -> bool:
    try:
        signature = bytes.fromhex(event.signature)
    except ValueError:
        return False
    if signature.hex() != event.signature:  # fromhex also takes capitals and blanks
        return False
    return is_signed(bytes.fromhex(event.digest), signature, public_key)
