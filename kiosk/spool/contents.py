"""What a letter says: a request, a failed verification, or a note; as bytes and back. Pure."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kiosk.errors import Unreadable
from kiosk.journal.event import Happening
from kiosk.request.request import Request
from kiosk.store.rows import holder_row, request_of, request_row, time_text

FORM = 1
# Letters of one length don't tell which of them is about a failure.
STEP = 4096


@dataclass(frozen=True, slots=True)
class FiledAway:
    """A request that was acknowledged: its ticket is in somebody's hand."""

    request: Request


@dataclass(frozen=True, slots=True)
class FailedAway:
    """A verification that failed, for the number's limit."""

    number: str = field(repr=False)
    happening: Happening


@dataclass(frozen=True, slots=True)
class NotedAway:
    """Something that belongs to no request."""

    happening: Happening


Contents = FiledAway | FailedAway | NotedAway


def written(contents: Contents) -> bytes:
    """Return the letter's bytes, filled up with blanks to a multiple of STEP."""
    text = json.dumps({"form": FORM} | _facts(contents), ensure_ascii=False).encode()
    return text.ljust(-(-len(text) // STEP) * STEP)


def read(text: bytes) -> Contents:
    """Return what the bytes say. Raises Unreadable for anything that `written` didn't write."""
    try:
        facts = json.loads(text)
        if facts["form"] != FORM:
            raise Unreadable("A newer version of the program wrote this letter: install that version.")
        return _contents(facts)
    except (ValueError, TypeError, KeyError) as error:
        raise Unreadable("A terminal's letter isn't whole.") from error


def _facts(contents: Contents) -> dict[str, object]:
    match contents:
        case FiledAway(request):
            if request.holder is None:
                raise ValueError("a new request has a holder")
            row = request_row(request) | holder_row(request.id, request.holder)
            return {"kind": "request", "row": row}
        case FailedAway(number, happening):
            return {"kind": "failure", "number": number, "happening": _written(happening)}
        case NotedAway(happening):
            return {"kind": "note", "happening": _written(happening)}


def _contents(facts: Mapping[str, Any]) -> Contents:
    match facts["kind"]:
        case "request":
            return FiledAway(request_of(facts["row"]))
        case "failure":
            return FailedAway(str(facts["number"]), _happening(facts["happening"]))
        case "note":
            return NotedAway(_happening(facts["happening"]))
    raise ValueError("no such kind")


def _written(happening: Happening) -> dict[str, object]:
    return {
        "kind": happening.kind,
        "subject": happening.subject,
        "by": happening.by,
        "at": time_text(happening.at),
        "details": dict(happening.details),
    }


def _happening(facts: Mapping[str, Any]) -> Happening:
    at = datetime.fromisoformat(facts["at"])
    time_text(at)  # raises ValueError without a zone
    return Happening(facts["kind"], facts["subject"], facts["by"], at, dict(facts["details"]))
