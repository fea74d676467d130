"""What a step asks of the world around it, in the order in which it stands."""

from dataclasses import dataclass, field

from kiosk.reading.document import DocumentReading
from kiosk.session.answers import Ticket
from kiosk.session.states import Matter, ShownCard


@dataclass(frozen=True, slots=True)
class OpenCamera:
    """Readings bear this visit's id."""

    visit_id: str


@dataclass(frozen=True, slots=True)
class CloseCamera:
    """And drop every frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submit:
    """Verify and file; the answer bears the visit's id."""

    visit_id: str
    language: str
    matter: Matter
    card: ShownCard
    document: DocumentReading


@dataclass(frozen=True, slots=True)
class LookUp:
    """Find a request. text: what the ticket's code says, or a reference that was typed."""

    visit_id: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrintTicket:
    visit_id: str
    language: str
    ticket: Ticket


@dataclass(frozen=True, slots=True)
class CallStaff:
    pass


@dataclass(frozen=True, slots=True)
class GiveTime:
    """Start the time-out anew."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Drop everything that is held of a visitor, and all work that still goes on for them."""


Effect = OpenCamera | CloseCamera | Submit | LookUp | PrintTicket | CallStaff | GiveTime | Forget
