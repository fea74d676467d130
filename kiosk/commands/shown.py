"""Requests and readings as the words and keys that others script against."""

from kiosk.commands.output import moment
from kiosk.desk.looking import Dossier
from kiosk.reading.card import CardReading
from kiosk.reading.document import DocumentReading
from kiosk.request.request import Request


def code(card: CardReading) -> dict[str, object]:
    """Return one code as `kiosk scan` prints it."""
    return {
        "symbology": card.symbology,
        "text": card.text,
        "kind": card.kind,
        "student_number": card.student_number,
    }


def document(reading: DocumentReading | None) -> dict[str, object] | None:
    """Return a document as `kiosk scan` prints it."""
    if reading is None:
        return None
    return {
        "format": reading.format,
        "lines": list(reading.lines),
        "checks": dict(reading.checks),
        "valid": reading.valid,
        "surname": reading.surname,
        "given_names": reading.given_names,
        "issuing_state": reading.issuing_state,
        "birth_date": str(reading.birth_date) if reading.birth_date else None,
        "expiry": str(reading.expiry) if reading.expiry else None,
        "confidence": round(reading.confidence, 4),
    }


def row(request: Request) -> dict[str, object]:
    """Return a request as one row of the queue."""
    verification = request.verification
    return {
        "reference": request.reference,
        "state": request.state,
        "due": moment(request.due_at),
        "urgent": request.urgent,
        "name": request.holder.display_name if request.holder else None,
        "symptom": request.symptom,
        "verdict": verification.verdict.outcome,
        "presence": verification.presence,
    }


def dossier(found: Dossier) -> dict[str, object]:
    """Return everything that staff may know about one request."""
    return {
        **whole(found.request),
        "causes": list(found.causes),
        "directory": found.directory_away or "answers",
        "told": found.told,
        "earlier": [{"reference": each.reference, "state": each.state} for each in found.earlier],
    }


def whole(request: Request) -> dict[str, object]:
    """Return everything that is held of one request."""
    return {
        **row(request),
        "student_number": request.holder.student_number if request.holder else None,
        "account": request.holder.account if request.holder else None,
        "message": request.holder.message if request.holder else None,
        "language": request.holder.language if request.holder else None,
        "door": request.door,
        "cause": request.cause,
        "site": request.site,
        "filed": moment(request.filed_at),
        "verification": _verification(request),
        "decision": _decision(request),
        "attempts": request.attempts,
        "next_attempt": moment(request.next_attempt_at),
        "failure": request.failure,
        "ended": moment(request.ended_at),
    }


def _verification(request: Request) -> dict[str, object]:
    verification = request.verification
    return {
        "verdict": verification.verdict.outcome,
        "checks": [
            {"item": check.item, "result": check.result, "code": check.code}
            for check in verification.verdict.checks
        ],
        "document_type": verification.document_type,
        "issuing_state": verification.issuing_state,
        "presence": verification.presence,
        "verified_by": verification.verified_by,
        "device": verification.device,
        "at": moment(verification.at),
        "supervisor_reason": verification.supervisor_reason,
    }


def _decision(request: Request) -> dict[str, object] | None:
    decision = request.decision
    if decision is None:
        return None
    return {
        "by": decision.by,
        "at": moment(decision.at),
        "seen": decision.seen,
        "reason": decision.reason,
        "to": decision.to,
        "alone": decision.alone,
    }
