"""Requests and happenings as the store's tests need them; every person is made up."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from kiosk.identity.verdict import Check, Item, Outcome, Result, Verdict
from kiosk.journal.event import Happening
from kiosk.request.request import Decision, Holder, Presence, Request, State, Verification
from kiosk.triage.words import Door, Symptom

NOW = datetime(2026, 9, 7, 8, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def a_holder(number: str = "22401234", **changes: Any) -> Holder:
    holder = Holder(
        student_number=number,
        account=f"uid={number}",
        display_name="Zoé Lindqvist",
        salt="5a17" * 8,
        language="fr",
    )
    return replace(holder, **changes)


def a_verification(**changes: Any) -> Verification:
    checks = (
        Check(Item.CARD, Result.OK, "card_read"),
        Check(Item.SURNAME, Result.REVIEW, "surname_one_letter"),
    )
    verification = Verification(
        verdict=Verdict(Outcome.REVIEW, checks),
        document_type="TD1",
        issuing_state="UTO",
        presence=Presence.UNATTENDED,
        verified_by=None,
        device="terminal-1",
        at=NOW,
    )
    return replace(verification, **changes)


def a_request(name: str = "r1", **changes: Any) -> Request:
    """Return a waiting request; its id, reference, ticket and student number follow from the name."""
    request = Request(
        id=f"id-{name}",
        reference=name,
        ticket_digest=f"ticket-{name}",
        state=State.WAITING,
        version=1,
        symptom=Symptom.BLOCKED,
        door=Door.RECEPTION,
        urgent=False,
        site="mirail",
        filed_at=NOW,
        due_at=NOW + DAY,
        verification=a_verification(),
        holder=a_holder(f"number-{name}"),
    )
    return replace(request, **changes)


def approved(request: Request, by: str = "ann", **changes: Any) -> Request:
    after = replace(
        request, state=State.APPROVED, version=request.version + 1, decision=Decision(by=by, at=NOW + MINUTE)
    )
    return replace(after, **changes)


def ended(request: Request, at: datetime = NOW + DAY, state: State = State.UNLOCKED) -> Request:
    return replace(request, state=state, version=request.version + 1, ended_at=at)


def happening(kind: str = "request_filed", subject: str = "id-r1") -> Happening:
    return Happening(kind, subject, "system", NOW)
