"""What a visitor is told after a question was put to the store: facts for a screen and a ticket."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.request.request import State
from kiosk.triage.words import Door


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """What a filed request is answered with. qr is None when an earlier ticket is the one that opens it.

    replaces: an earlier ticket opens nothing any more. is_sent: False while only this terminal has the request.
    """

    reference: str
    answer_by: datetime
    door: Door
    must_come: bool
    qr: str | None = field(repr=False, default=None)
    replaces: bool = False
    is_sent: bool = True


@dataclass(frozen=True, slots=True)
class NoRequest:
    """Nothing was filed. door None: one sentence for every reason."""

    door: Door | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How a request stands. state None: a typed reference tells only whether it is decided."""

    reference: str
    is_decided: bool
    state: State | None = None
    answer_by: datetime | None = None
    door: Door | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """No request has this ticket or reference."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The store is away: nobody can say now how a request stands, though new ones are taken."""


Answer = Ticket | NoRequest | Status | Unknown | Unanswered
