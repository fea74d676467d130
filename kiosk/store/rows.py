"""Requests as flat rows and back: columns are text or whole numbers, the same in every backend. Pure."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from kiosk.identity.verdict import Check, Item, Outcome, Result, Verdict
from kiosk.request.request import Decision, Holder, Presence, Request, State, Verification
from kiosk.store.protocol import Passage
from kiosk.triage.words import Cause, Door, Symptom

Value = str | int | None
Row = dict[str, Value]

DECISION_COLUMNS = (
    "decided_by",
    "decided_at",
    "decision_seen",
    "decision_reason",
    "decision_to",
    "decision_alone",
)


REQUEST_COLUMNS = (
    *("id", "reference", "ticket_digest", "state", "version", "symptom", "door", "rank", "site", "filed_at"),
    *("due_at", "cause", "attempts", "next_attempt_at", "failure", "ended_at"),
    *("outcome", "checks", "document_type", "issuing_state", "presence", "verified_by", "device"),
    *("verified_at", "supervisor_reason"),
    *DECISION_COLUMNS,
)
HOLDER_COLUMNS = ("student_number", "directory_account", "display_name", "message", "language", "salt")


def time_text(moment: datetime) -> str:
    """Return a time as UTC text of one width, so that text sorts as time does.

    Raises ValueError for a time without a zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a stored time needs its zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def time_text_or_none(moment: datetime | None) -> str | None:
    return None if moment is None else time_text(moment)


def moment_or_none(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def rank(request: Request) -> int:
    """Return the queue's first key: urgent requests sort first."""
    return 0 if request.urgent else 1


def request_row(request: Request) -> Row:
    """Return the columns of a request without its holder."""
    return {
        "id": request.id,
        "reference": request.reference,
        "ticket_digest": request.ticket_digest,
        "state": request.state.value,
        "version": request.version,
        "symptom": request.symptom.value,
        "door": request.door.value,
        "rank": rank(request),
        "site": request.site,
        "filed_at": time_text(request.filed_at),
        "due_at": time_text(request.due_at),
        "cause": None if request.cause is None else request.cause.value,
        "attempts": request.attempts,
        "next_attempt_at": time_text_or_none(request.next_attempt_at),
        "failure": request.failure,
        "ended_at": time_text_or_none(request.ended_at),
        **_verification_columns(request.verification),
        **_decision_columns(request.decision),
    }


def holder_row(request_id: str, holder: Holder) -> Row:
    """Return the columns of a request's holder."""
    return {
        "request_id": request_id,
        "student_number": holder.student_number,
        "directory_account": holder.account,
        "display_name": holder.display_name,
        "message": holder.message,
        "language": holder.language,
        "salt": holder.salt,
    }


def changed_columns(before: Request, after: Request) -> Row:
    """Return the columns that differ, the version apart: the indexes of the others stay untouched."""
    if before.id != after.id:
        raise ValueError("a request is replaced by itself only")
    old, new = request_row(before), request_row(after)
    return {column: new[column] for column in new if new[column] != old[column] and column != "version"}


def request_of(row: Mapping[str, Any]) -> Request:
    """Return the request of a row that holds its columns and its holder's (None where it was erased)."""
    return Request(
        id=row["id"],
        reference=row["reference"],
        ticket_digest=row["ticket_digest"],
        state=State(row["state"]),
        version=row["version"],
        symptom=Symptom(row["symptom"]),
        door=Door(row["door"]),
        urgent=row["rank"] == 0,
        site=row["site"],
        filed_at=datetime.fromisoformat(row["filed_at"]),
        due_at=datetime.fromisoformat(row["due_at"]),
        verification=_verification_of(row),
        holder=_holder_of(row),
        cause=None if row["cause"] is None else Cause(row["cause"]),
        decision=_decision_of(row),
        attempts=row["attempts"],
        next_attempt_at=moment_or_none(row["next_attempt_at"]),
        failure=row["failure"],
        ended_at=moment_or_none(row["ended_at"]),
    )


def passage_of(row: Mapping[str, Any]) -> Passage:
    return Passage(
        state=State(row["state"]),
        filed_at=datetime.fromisoformat(row["filed_at"]),
        ended_at=moment_or_none(row["ended_at"]),
        cause=None if row["cause"] is None else Cause(row["cause"]),
    )


def _verification_columns(verification: Verification) -> Row:
    checks = [[check.item.value, check.result.value, check.code] for check in verification.verdict.checks]
    return {
        "outcome": verification.verdict.outcome.value,
        "checks": json.dumps(checks, separators=(",", ":")),
        "document_type": verification.document_type,
        "issuing_state": verification.issuing_state,
        "presence": verification.presence.value,
        "verified_by": verification.verified_by,
        "device": verification.device,
        "verified_at": time_text(verification.at),
        "supervisor_reason": verification.supervisor_reason,
    }


def _verification_of(row: Mapping[str, Any]) -> Verification:
    checks = tuple(
        Check(Item(item), Result(result), code) for item, result, code in json.loads(row["checks"])
    )
    return Verification(
        verdict=Verdict(Outcome(row["outcome"]), checks),
        document_type=row["document_type"],
        issuing_state=row["issuing_state"],
        presence=Presence(row["presence"]),
        verified_by=row["verified_by"],
        device=row["device"],
        at=datetime.fromisoformat(row["verified_at"]),
        supervisor_reason=row["supervisor_reason"],
    )


def _decision_columns(decision: Decision | None) -> Row:
    if decision is None:
        return dict.fromkeys(DECISION_COLUMNS)
    door = None if decision.to is None else decision.to.value
    reason, seen, alone = decision.reason, int(decision.seen), int(decision.alone)
    values = (decision.by, time_text(decision.at), seen, reason, door, alone)
    return dict(zip(DECISION_COLUMNS, values, strict=True))


def _decision_of(row: Mapping[str, Any]) -> Decision | None:
    if row["decided_by"] is None:
        return None
    return Decision(
        by=row["decided_by"],
        at=datetime.fromisoformat(row["decided_at"]),
        seen=bool(row["decision_seen"]),
        reason=row["decision_reason"],
        to=None if row["decision_to"] is None else Door(row["decision_to"]),
        alone=bool(row["decision_alone"]),
    )


def _holder_of(row: Mapping[str, Any]) -> Holder | None:
    if row["student_number"] is None:
        return None
    return Holder(
        student_number=row["student_number"],
        account=row["directory_account"],
        display_name=row["display_name"],
        message=row["message"],
        language=row["language"],
        salt=row["salt"],
    )
