"""A request that was approved, for the rooms that act on it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from kiosk.identity.verdict import Outcome, Verdict
from kiosk.request.request import Decision, Holder, Presence, Request, State, Verification
from kiosk.triage.words import Door, Symptom

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def a_request(**changes: Any) -> Request:
    """Return an approved request of student 21900010, with some fields changed."""
    request = Request(
        id="5f1e",
        reference="K7F4-9TQX",
        ticket_digest="00" * 32,
        state=State.APPROVED,
        version=2,
        symptom=Symptom.BLOCKED,
        door=Door.RECEPTION,
        urgent=False,
        site="mirail",
        filed_at=NOON,
        due_at=NOON,
        verification=Verification(
            verdict=Verdict(Outcome.MATCH, ()),
            document_type="TD1",
            issuing_state="FRA",
            presence=Presence.IN_PERSON,
            verified_by="ann",
            device="desk-1",
            at=NOON,
        ),
        holder=Holder(student_number="21900010", account="21900010", display_name="Noëlle Lefèvre"),
        decision=Decision(by="bob", at=NOON),
    )
    return replace(request, **changes)
