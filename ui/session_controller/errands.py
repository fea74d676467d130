"""What a visit has done in the background: each errand comes back as an event that bears the visit's id."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk import visit
from kiosk.errors import (
    NotFound,
    OutOfService,
    PrinterAway,
    StoreAway,
    TerminalRevoked,
    TerminalStopped,
)
from kiosk.filing import Claim, Filed, TurnedAway
from kiosk.identity.verify import CardSource
from kiosk.kit import Kit
from kiosk.reading.card import CardKind
from kiosk.request.request import Presence, Request
from kiosk.request.request import State as RequestState
from kiosk.request.ticket import qr_text, ticket_lines
from kiosk.session import effects as do
from kiosk.session import events as on
from kiosk.session.answers import Answer, NoRequest, Status, Ticket, Unanswered, Unknown
from kiosk.session.states import ShownCard, TypedNumber
from kiosk.triage.words import Door
from kiosk.unattended import submit


@dataclass(frozen=True, slots=True)
class Lost:
    """An outside part was away, so that the visit can't go on. Late ones are dropped like late answers."""

    visit_id: str
    part: str


Outcome = on.Answered | on.Printed | Lost


def carried_out(visit_id: str, work: Callable[[], Outcome]) -> Outcome:
    """Do an errand; a part that is away is an outcome as well."""
    try:
        return work()
    except OutOfService as away:
        return Lost(visit_id, away.part)


def file_request(kit: Kit, asked: do.Submit) -> on.Answered:
    """Verify and file. Raises DirectoryAway or StoreAway."""
    number, source = _number(asked.card)
    claim = Claim(
        number=number,
        card=source,
        document=asked.document,
        symptom=asked.matter.symptom,
        message=asked.matter.message,
        language=asked.language,
        urgent=asked.matter.urgent,
    )
    return on.Answered(asked.visit_id, _answer(submit(kit, claim)))


def look_up(kit: Kit, asked: do.LookUp) -> on.Answered:
    """Find a request by its ticket's code or its reference.

    Raises StoreAway, unless this terminal goes on without the store: then only this can't be answered.
    """
    try:
        found = visit.status(kit, asked.text)
    except NotFound:
        return on.Answered(asked.visit_id, Unknown())
    except StoreAway as away:
        if kit.spool is None or isinstance(away, TerminalStopped):
            raise
        return on.Answered(asked.visit_id, Unanswered())
    return on.Answered(asked.visit_id, _status(found))


def print_ticket(kit: Kit, asked: do.PrintTicket) -> on.Printed:
    """Print a ticket; a printer that is away takes nothing from the screen."""
    ticket = asked.ticket
    day = kit.rules.calendar.local(ticket.answer_by).date()
    office = kit.rules.offices[ticket.door, asked.language]
    lines = ticket_lines(
        ticket.reference,
        day,
        office,
        asked.language,
        must_come=ticket.must_come,
        replaces=ticket.replaces,
        is_sent=ticket.is_sent,
    )
    try:
        kit.printer.print_ticket("\n".join(lines), ticket.qr or "", ticket.reference)
    except PrinterAway:
        return on.Printed(asked.visit_id, ok=False)
    return on.Printed(asked.visit_id, ok=True)


def check(kit: Kit, part: str) -> None:
    """Return if the part that failed is back. Raises OutOfService. A bug has nothing to be looked at."""
    if part == "camera":
        kit.open_camera(None).close()  # no frame is read: nobody has agreed to be looked at
    elif part == "directory":
        kit.directory.check()
    elif part in (StoreAway.part, TerminalStopped.part, TerminalRevoked.part):
        kit.store.check()
    elif part == "model":
        kit.open_reader(1)


def check_all(kit: Kit) -> None:
    """Return if a visitor can be served, by the spool if need be. Raises OutOfService."""
    try:
        kit.store.check()
    except StoreAway as away:
        if kit.spool is None or isinstance(away, TerminalStopped):
            raise
    kit.directory.check()


def _number(card: ShownCard) -> tuple[str, CardSource]:
    if isinstance(card, TypedNumber):
        return card.number, CardSource.TYPED
    is_number = card.kind is CardKind.STUDENT_NUMBER
    return card.student_number or "", CardSource.NUMBER if is_number else CardSource.CANDIDATE


def _answer(outcome: Filed | TurnedAway) -> Answer:
    if isinstance(outcome, TurnedAway):
        return NoRequest(outcome.door)
    request = outcome.request
    return Ticket(
        reference=request.reference,
        answer_by=request.due_at,
        door=request.door,
        must_come=request.verification.presence is Presence.UNATTENDED,
        qr=qr_text(outcome.secret) if outcome.secret is not None else None,
        replaces=outcome.replaces,
        is_sent=outcome.is_sent,
    )


def _status(found: visit.Status) -> Status:
    request = found.request
    if request is None:
        return Status(reference=found.reference, is_decided=found.word != RequestState.WAITING)
    return Status(
        reference=found.reference,
        is_decided=request.state is not RequestState.WAITING,
        state=request.state,
        answer_by=request.due_at,
        door=_door(request),
    )


def _door(request: Request) -> Door | None:
    """Return where the holder has to go now, if anywhere."""
    if request.state is RequestState.REDIRECTED:
        return request.decision.to if request.decision else request.door
    return Door.RECEPTION if request.state is RequestState.REFUSED else None
