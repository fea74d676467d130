"""From readings to a filed request: what the terminal and the desk share. Load, decide, save."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.directory import Entry
from kiosk.errors import StoreAway, TerminalStopped
from kiosk.identity.verdict import Outcome, Verdict
from kiosk.identity.verify import CardSource, verify
from kiosk.journal.digest import holder_digest
from kiosk.journal.event import Happening
from kiosk.kit import Kit
from kiosk.reading.document import DocumentReading
from kiosk.request.reference import new_reference
from kiosk.request.request import Holder, Presence, Request, State, Verification
from kiosk.request.ticket import Secret, new_secret, ticket_digest
from kiosk.spool.writing import Writing
from kiosk.triage.door import provisional_door
from kiosk.triage.words import Door, Symptom

FILES_NO_REQUEST = (Door.SELF_SERVICE, Door.REGISTRAR)
VISITOR = "visitor"
UNKNOWN_NUMBER = Verdict(Outcome.MISMATCH, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a person says and shows. document is None when none could be read."""

    number: str = field(repr=False)
    card: CardSource
    document: DocumentReading | None = field(repr=False)
    symptom: Symptom
    message: str | None = None
    language: str = "fr"
    urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Who stood by. login None: nobody, the terminal alone."""

    login: str | None = None
    supervisor_reason: str | None = field(repr=False, default=None)

    @property
    def presence(self) -> Presence:
        return Presence.UNATTENDED if self.login is None else Presence.IN_PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A request stands. secret is None when the student had an open one already: only its own ticket opens it.

    replaces: the secret is that of a new ticket for a request that stood before; the ticket before opens nothing.
    is_sent: False while only this terminal's spool has it.
    """

    request: Request
    verdict: Verdict
    secret: Secret | None = field(repr=False)
    replaces: bool = False
    is_sent: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedAway:
    """No request. door None: the same sentence for every reason; the reasons are for staff only.

    is_number_shared: told to staff only, for digital support: several entries have this number.
    """

    verdict: Verdict
    door: Door | None = None
    is_number_shared: bool = False


def accept_any(verdict: Verdict) -> None:
    """Leave it to the verdict alone whether a request is filed."""


def file_claim(
    kit: Kit, claim: Claim, witness: Witness, permit: Callable[[Verdict], None] = accept_any
) -> Filed | TurnedAway:
    """Verify a claim and file its request. Raises DirectoryAway or StoreAway, and then nothing is filed.

    permit: asked about a verdict that could be filed; where it raises, nothing is filed either.
    """
    birth_date = claim.document.birth_date if claim.document else None
    entry = kit.directory.find(claim.number, birth_date)
    verdict = _verdict(kit, claim, entry)
    if entry is None or verdict.outcome in (Outcome.MISMATCH, Outcome.UNREADABLE):
        _note_failure(kit, claim.number, verdict, witness)
        return TurnedAway(verdict=verdict)
    permit(verdict)
    door = provisional_door(claim.symptom, entry.standing, entry.registered)
    if door in FILES_NO_REQUEST:
        _note_way_out(kit, verdict, door, witness)
        return TurnedAway(verdict=verdict, door=door)
    return _file(kit, claim, witness, entry, verdict, door)


def _verdict(kit: Kit, claim: Claim, entry: Entry | None) -> Verdict:
    """Compare. An unknown number is a mismatch without a reason that anyone could tell it by."""
    if entry is None:
        return UNKNOWN_NUMBER
    today = kit.rules.calendar.local(kit.now()).date()
    return verify(claim.document, entry.student, card=claim.card, policy=kit.rules.policy, today=today)


def _file(kit: Kit, claim: Claim, witness: Witness, entry: Entry, verdict: Verdict, door: Door) -> Filed:
    now = kit.now()
    secret = new_secret(kit.secret)
    holder = Holder(
        student_number=claim.number,
        account=entry.account,
        display_name=entry.student.display_name,
        message=claim.message,
        language=claim.language,
        salt=kit.secret(16).hex(),
    )
    request = Request(
        id=kit.secret(16).hex(),
        reference=new_reference(kit.secret(8)),
        ticket_digest=ticket_digest(secret),
        state=State.WAITING,
        version=1,
        symptom=claim.symptom,
        door=door,
        urgent=claim.urgent,
        site=kit.rules.site,
        filed_at=now,
        due_at=kit.rules.calendar.due(now),
        verification=verification_of(kit, claim, witness, verdict, now),
        holder=holder,
    )
    tells = witness.presence is Presence.UNATTENDED and not _desk_tells(kit)
    if tells:
        kit.notices.expect(request)
    try:
        kept = kit.store.submit(request, filed("request_filed", request, holder))
    except StoreAway as away:
        # It may have been filed and only the answer was lost: the letter bears the same id, so it counts once.
        _spool_for(kit, witness, away).file(request, now)
        return Filed(request=request, verdict=verdict, secret=secret, is_sent=False)
    if tells and kept.id == request.id:
        kit.notices.tell(kept)  # in case it isn't they who stand there
    return Filed(request=kept, verdict=verdict, secret=secret if kept.id == request.id else None)


def _desk_tells(kit: Kit) -> bool:
    """Return True where several computers share the store: a desk leaves the notice (`desk.carrying_out`)."""
    return kit.filings is not None or kit.beat is not None


def _spool_for(kit: Kit, witness: Witness, away: StoreAway) -> Writing:
    """Return where to write while the store is away; raise `away` where there is nothing, or staff stand by.

    Staff can't be signed in without the store, and what they saw must not wait unseen. A terminal that was paused
    or revoked takes nothing.
    """
    if kit.spool is None or witness.login is not None or isinstance(away, TerminalStopped):
        raise away
    return kit.spool


def verification_of(kit: Kit, claim: Claim, witness: Witness, verdict: Verdict, at: datetime) -> Verification:
    """Return what is kept of comparing: codes, and who stood by."""
    document = claim.document
    return Verification(
        verdict=verdict,
        document_type=document.format if document else "",
        issuing_state=document.issuing_state if document else "",
        presence=witness.presence,
        verified_by=witness.login,
        device=kit.rules.device,
        at=at,
        supervisor_reason=witness.supervisor_reason,
    )


def filed(kind: str, request: Request, holder: Holder) -> Happening:
    """Return the happening of a request that was filed, or was delivered from a spool."""
    verification = request.verification
    return Happening(
        kind,
        request.id,
        verification.verified_by or VISITOR,
        request.filed_at,
        {
            "verdict": verification.verdict.outcome,
            "codes": " ".join(verification.verdict.codes),
            "presence": verification.presence,
            "document_type": verification.document_type,
            "issuing_state": verification.issuing_state,
            "symptom": request.symptom,
            "door": request.door,
            "holder_digest": holder_digest(holder),
        },
    )


def _note_failure(kit: Kit, number: str, verdict: Verdict, witness: Witness) -> None:
    happening = Happening(
        "verification_failed",
        "",
        witness.login or VISITOR,
        kit.now(),
        {"verdict": verdict.outcome, "codes": " ".join(verdict.codes), "presence": witness.presence},
    )
    try:
        kit.store.note_failure(number, kit.now(), happening)
    except StoreAway as away:
        day = kit.rules.calendar.local(kit.now()).date()
        _spool_for(kit, witness, away).note_failure(number, day, happening)


def _note_way_out(kit: Kit, verdict: Verdict, door: Door, witness: Witness) -> None:
    details = {"verdict": verdict.outcome, "door": door, "presence": witness.presence}
    happening = Happening("way_out_shown", "", witness.login or VISITOR, kit.now(), details)
    try:
        kit.store.record(happening)
    except StoreAway as away:
        _spool_for(kit, witness, away).note(happening)
