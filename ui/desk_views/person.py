"""Someone at the counter: what they showed so far, and what verifying came to."""

from kiosk.errors import Refused
from kiosk.filing import Filed, TurnedAway
from kiosk.identity.verdict import Outcome
from kiosk.identity.verify import CardSource
from kiosk.triage.words import Symptom
from ui.desk.outcome import OutcomeView
from ui.desk.verify import VerifyView
from ui.desk_acts.in_person import Shown
from ui.desk_parts.list_row import Sign
from ui.desk_parts.options import Choice
from ui.desk_parts.request_cards import SaidView
from ui.desk_views.request import findings
from ui.words import Words


def symptoms(words: Words) -> tuple[Choice, ...]:
    return tuple(Choice(symptom, words(f"motive.{symptom}")) for symptom in Symptom)


def verify_view(
    words: Words,
    shown: Shown,
    *,
    edge: str = "",
    error: str = "",
    is_camera_lost: bool = False,
    is_busy: bool = False,
) -> VerifyView:
    wanted = Sign("clock", words("desk.verify.wanted"))
    read = Sign("check", words("desk.verify.read"), "ok")
    typed = Sign("form", words("desk.verify.typed"), "warn")
    has_number, document = bool(shown.number), shown.document
    kind = f"desk.format.{document.format}" if document else ""
    said = (
        words("desk.verify.document_read", kind=words(kind), state=document.issuing_state) if document else ""
    )
    return VerifyView(
        number=words("desk.verify.number_read", number=shown.number) if has_number else "",
        number_sign=wanted if not has_number else typed if shown.card is CardSource.TYPED else read,
        document=said,
        document_sign=read if document else wanted,
        edge=edge,
        is_camera_lost=is_camera_lost,
        is_busy=is_busy,
        error=error,
    )


def edge(words: Words, refused: Exception) -> str:
    """Return why a supervisor must write a reason, "" where that isn't what stands in the way."""
    if not isinstance(refused, Refused) or "reason_needed" not in refused.reasons:
        return ""
    keys = (f"desk.reason.{reason}" for reason in refused.reasons)
    return ", ".join(words(key) for key in keys if key in words.by_key)


def outcome_view(words: Words, outcome: Filed | TurnedAway) -> OutcomeView:
    checks = findings(words, outcome.verdict)
    if isinstance(outcome, Filed):
        reference = outcome.request.reference
        key = "filed" if outcome.secret is not None else "earlier"
        said = _said(words, "ok", "check", key, reference=reference)
        return OutcomeView(said=said, checks=checks, reference=reference, has_ticket=True)
    if outcome.door is not None:
        return OutcomeView(
            said=_said(words, "warn", "pin", "door", door=words(f"desk.door.{outcome.door}")), checks=checks
        )
    return OutcomeView(said=_said(words, "bad", "cross", _why_turned_away(outcome)), checks=checks)


def _why_turned_away(outcome: TurnedAway) -> str:
    if outcome.is_number_shared:
        return "shared_number"
    return "unreadable" if outcome.verdict.outcome is Outcome.UNREADABLE else "mismatch"


def _said(words: Words, tone: str, icon: str, key: str, **told: object) -> SaidView:
    return SaidView(tone, icon, words(f"desk.outcome.{key}"), words(f"desk.outcome.{key}_says", **told))
