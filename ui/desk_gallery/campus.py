"""Example requests of nobody: usual ones, long names, other alphabets, a crowd."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kiosk.doctor import Finding, Level
from kiosk.identity.reason import Reason
from kiosk.identity.verdict import Check, Item, Outcome, Result, Verdict
from kiosk.request.request import Decision, Holder, Presence, Request, State, Verification
from kiosk.staff.account import Role, StaffAccount
from kiosk.triage.words import Door, Symptom
from ui.desk_acts.examining import Health

NOW = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
LONG_NAME = "Marie-Antoinette-Joséphine de la Rochefoucauld-Montmorency y Fernández de Córdoba"
PEOPLE = (  # name, symptom, seen in person, hours until due, urgent
    ("Léa Moulin", Symptom.BLOCKED, False, -66, False),
    ("Camille Spécimen", Symptom.BLOCKED, False, 6, True),
    ("Yannis Aït Saïd", Symptom.EXPIRED, True, 6, False),
    ("Nguyễn Thị Hồng Nhung", Symptom.BLOCKED, True, 30, False),
    ("Αθηνά Παπαδοπούλου", Symptom.UNKNOWN, False, 54, False),
    ("Дмитрий Шевченко", Symptom.BLOCKED, True, 78, False),
    (LONG_NAME, Symptom.SUSPECTED_HACK, False, 78, True),
    ("Zoë Květová", Symptom.BLOCKED, False, 150, False),
    ("محمد الأمين بن عبد الله", Symptom.BLOCKED, True, 54, False),
    ("Anne-Charlotte Ferrand-Delacroix", Symptom.BLOCKED, True, 30, False),
)
WAITING = 8  # of PEOPLE; the others are being carried out
_AGREEING = (
    Check(Item.CARD, Result.OK, Reason.CARD_NUMBER),
    Check(Item.DOCUMENT, Result.OK, Reason.DOCUMENT_ACCEPTED),
    Check(Item.READING, Result.OK, Reason.READ),
    Check(Item.VALIDITY, Result.OK, Reason.VALID),
    Check(Item.SURNAME, Result.OK, Reason.SURNAME_EQUAL),
    Check(Item.GIVEN_NAMES, Result.OK, Reason.GIVEN_EQUAL),
    Check(Item.BIRTH_DATE, Result.OK, Reason.BIRTH_DATE_EQUAL),
)
MATCH = Verdict(Outcome.MATCH, _AGREEING)
REVIEW = Verdict(
    Outcome.REVIEW,
    (
        *_AGREEING[:3],
        Check(Item.VALIDITY, Result.REVIEW, Reason.EXPIRED),
        _AGREEING[4],
        Check(Item.GIVEN_NAMES, Result.REVIEW, Reason.ORDER_SWAPPED),
        Check(Item.BIRTH_DATE, Result.NOT_CHECKED, Reason.BIRTH_DATE_NOT_COMPARED),
    ),
)
MISMATCH = Verdict(
    Outcome.MISMATCH,
    (*_AGREEING[:4], Check(Item.SURNAME, Result.FAILED, Reason.SURNAME_DIFFERENT), *_AGREEING[5:]),
)

HEALTH = Health(
    parts=(
        Finding("settings", Level.OK, "/etc/mirail-kiosk/kiosk.toml is in order."),
        Finding("store", Level.OK, "The store saves durably."),
        Finding("directory", Level.OK, "The directory answers."),
        Finding("camera", Level.FAILED, "The camera gives no picture: check its cable."),
        Finding("reader", Level.OK, "The reader's networks are whole."),
        Finding("printer", Level.WARNING, "No printer is set up: tickets are shown, not printed."),
        Finding("clock", Level.OK, "The clock is synchronised."),
        Finding("keys", Level.OK, "The device signs."),
        Finding("anchors", Level.WARNING, "A journal whose end is cut off goes unnoticed."),
        Finding("disk", Level.OK, "61440 MiB are free on an encrypted disk."),
    ),
    staff=(
        StaffAccount("asantos", Role.ADMIN, "-"),
        StaffAccount("marie-antoinette.de-la-rochefoucauld", Role.RECEPTION, "-", is_disabled=True),
        StaffAccount("nferrand", Role.SUPERVISOR, "-"),
    ),
)


def request(
    at: int = 1, *, state: State = State.WAITING, verdict: Verdict = MATCH, **changes: object
) -> Request:
    """Return the request of one of PEOPLE, with what should be otherwise."""
    name, symptom, is_seen, hours, is_urgent = PEOPLE[at % len(PEOPLE)]
    verification = Verification(
        verdict=verdict,
        document_type="TD3",
        issuing_state="FRA",
        presence=Presence.IN_PERSON if is_seen else Presence.UNATTENDED,
        verified_by="nferrand" if is_seen else None,
        device="desk-1" if is_seen else "terminal-2",
        at=NOW - timedelta(minutes=12),
    )
    made = Request(
        id=f"{at:032x}",
        reference=f"MK-7F3K-{at:04}",
        ticket_digest="0" * 64,
        state=state,
        version=1,
        symptom=symptom,
        door=Door.RECEPTION,
        urgent=is_urgent,
        site="mirail",
        filed_at=NOW - timedelta(minutes=14),
        due_at=NOW + timedelta(hours=hours),
        verification=verification,
        holder=Holder(student_number=f"216{at:05}", account="-", display_name=name, message="locked"),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of Request


def decided(state: State, at: int = 2, **changes: object) -> Request:
    """Return a request that somebody decided on."""
    decision = Decision(by="nferrand", at=NOW - timedelta(minutes=3), seen=True)
    return request(at, state=state, **{"decision": decision, "version": 3, **changes})  # type: ignore[arg-type]  # fields of Request


def ended(
    state: State, at: int = 2, *, reason: str | None = None, to: Door | None = None, **more: object
) -> Request:
    """Return a request that has ended, decided in front of the person where that is how it goes."""
    is_approved = state in (State.UNLOCKED, State.HANDED_OVER)
    decision = Decision(by="nferrand", at=NOW - timedelta(minutes=3), seen=is_approved, reason=reason, to=to)
    return decided(state, at, **{"decision": decision, "version": 4, "ended_at": NOW, **more})


def crowd(count: int = 120) -> tuple[Request, ...]:
    """Return more requests than a window has room for."""
    return _in_order(request(at) for at in range(count))


def usual() -> tuple[Request, ...]:
    return _in_order(request(at) for at in range(WAITING))


def _in_order(requests: Iterable[Request]) -> tuple[Request, ...]:
    """Return them as a store does: the urgent ones first, then by due time."""
    return tuple(sorted(requests, key=lambda each: (not each.urgent, each.due_at)))


def earlier() -> tuple[Request, ...]:
    """Return what the same person asked before."""
    return (
        decided(State.UNLOCKED, filed_at=NOW - timedelta(days=42), ended_at=NOW - timedelta(days=41)),
        decided(State.REFUSED, filed_at=NOW - timedelta(days=446), ended_at=NOW - timedelta(days=445)),
    )
