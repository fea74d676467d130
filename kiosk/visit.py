"""The student's side: a visit filed by the terminal alone, and a ticket looked up."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import NotFound, PrinterAway
from kiosk.filing import Claim, Filed, TurnedAway
from kiosk.identity.verdict import Outcome, Verdict
from kiosk.identity.verify import CardSource
from kiosk.kit import Kit
from kiosk.reading.card import CardKind, CardReading
from kiosk.reading.document import DocumentReading
from kiosk.request.reference import parse_reference
from kiosk.request.request import Presence, Request
from kiosk.request.ticket import (
    Secret,
    qr_text,
    read_qr,
    ticket_digest,
    ticket_lines,
    way_out_lines,
)
from kiosk.triage.account_state import Standing
from kiosk.triage.advice import NOT_VERIFIED, Advice, advice, what_to_bring
from kiosk.triage.door import needs_identity_check, provisional_door
from kiosk.triage.words import Door, Symptom
from kiosk.unattended import submit

UNREADABLE = Verdict(Outcome.UNREADABLE, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a visitor says and shows: paths that stand in for the camera."""

    card: Path
    document: Path
    symptom: Symptom
    language: str = "fr"
    urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """How a visit ends. verdict None: nothing was compared. ticket: the lines that the visitor takes home.

    printed: False where no printer took them.
    """

    outcome: Filed | TurnedAway | None
    ticket: tuple[str, ...]
    printed: bool
    door: Door | None = None

    @property
    def verdict(self) -> Verdict | None:
        return self.outcome.verdict if self.outcome else None


def visit(kit: Kit, brought: Brought) -> Leaving:
    """Play a whole visit: symptom, card, document, filing, ticket."""
    if not needs_identity_check(brought.symptom):
        door = provisional_door(brought.symptom, Standing.UNKNOWN, None)
        return without_request(kit, None, door, brought.language)
    card, document = look_at(kit, brought.card, brought.document)
    if card is None or document is None:
        missing = what_to_bring(has_card=card is not None, has_document=document is not None)
        return without_request(kit, TurnedAway(verdict=UNREADABLE), None, brought.language, missing)
    return _file(kit, brought, card, document)


def look_at(kit: Kit, card: Path, document: Path) -> tuple[CardReading | None, DocumentReading | None]:
    """Return the card and the document that are accepted from these paths. Raises CameraAway."""
    from kiosk.sitting import is_still, read_card, read_document

    reader = kit.open_reader(1)
    with kit.open_camera((card,)) as camera:
        card_read = read_card(camera, reader, stills=is_still(card))
    with kit.open_camera((document,)) as camera:
        document_read = read_document(camera, reader, stills=is_still(document))
    return card_read, document_read


def _file(kit: Kit, brought: Brought, card: CardReading, document: DocumentReading) -> Leaving:
    is_number = card.kind is CardKind.STUDENT_NUMBER
    claim = Claim(
        number=card.student_number or "",
        card=CardSource.NUMBER if is_number else CardSource.CANDIDATE,
        document=document,
        symptom=brought.symptom,
        language=brought.language,
        urgent=brought.urgent,
    )
    outcome = submit(kit, claim)
    if isinstance(outcome, Filed):
        return with_request(kit, outcome, brought.language)
    return without_request(kit, outcome, outcome.door, brought.language)


def with_request(kit: Kit, filed: Filed, language: str) -> Leaving:
    """Print the ticket of a request. One that stood before may have kept its ticket: then only that one opens it."""
    request = filed.request
    day = kit.rules.calendar.local(request.due_at).date()
    must_come = request.verification.presence is Presence.UNATTENDED
    office = kit.rules.offices[request.door, language]
    lines = ticket_lines(
        request.reference,
        day,
        office,
        language,
        must_come=must_come,
        replaces=filed.replaces,
        is_sent=filed.is_sent,
    )
    printed = filed.secret is not None and _print(kit, lines, qr_text(filed.secret), request.reference)
    return Leaving(outcome=filed, ticket=lines, printed=printed, door=request.door)


def without_request(
    kit: Kit, outcome: TurnedAway | None, door: Door | None, language: str, missing: tuple[Advice, ...] = ()
) -> Leaving:
    """Say what to do and where. Without a door, the words are those of every failure."""
    to_do = missing or (advice(door) if door else NOT_VERIFIED)
    lines = way_out_lines(to_do, kit.rules.offices[door or Door.RECEPTION, language], language)
    return Leaving(outcome=outcome, ticket=lines, printed=False, door=door)


def _print(kit: Kit, lines: tuple[str, ...], qr: str, reference: str) -> bool:
    try:
        kit.printer.print_ticket("\n".join(lines), qr, reference)
    except PrinterAway:
        return False  # the request stands; the screen shows what the paper would
    return True


@dataclass(frozen=True, slots=True)
class Status:
    """What someone may know. A typed reference says "waiting" or "decided"; the ticket's code opens the rest."""

    reference: str
    word: str
    request: Request | None = None


def status(kit: Kit, text: str) -> Status:
    """Look a request up by its ticket's code or its typed reference. Raises NotFound."""
    secret = read_qr(text)
    if secret is not None:
        return _by_ticket(kit, secret)
    reference = parse_reference(text)
    if reference is None:
        raise NotFound(
            "This is no reference: it looks like MK-7F3K-92Q8. Check what you typed.", "no_reference"
        )
    return Status(reference, "waiting" if kit.store.is_waiting(reference) else "decided")


def _by_ticket(kit: Kit, secret: Secret) -> Status:
    request = kit.store.by_ticket(ticket_digest(secret))
    if request is None:
        raise NotFound("No request belongs to this ticket.", "unknown_ticket")
    return Status(request.reference, request.state, request)
