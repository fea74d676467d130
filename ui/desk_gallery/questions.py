"""What the desk's dialogs ask, in words."""

from kiosk.request.life import REDIRECTED_TO, RefusalReason
from kiosk.triage.words import Door, Symptom
from ui.desk.confirm import ConfirmView
from ui.desk.reason import ReasonView
from ui.desk.redirect import RedirectView
from ui.desk.refuse import RefuseView
from ui.desk.request import RequestView
from ui.desk_face.secret_question import STEPS
from ui.desk_parts.options import Choice
from ui.words import Words


def refuse_view(words: Words, request: RequestView) -> RefuseView:
    """Return every reason as the student will read it."""
    reasons = [Choice(reason, words(f"desk.refusal.{reason}")) for reason in RefusalReason]
    return RefuseView(request.name, reasons)


def redirect_view(words: Words, request: RequestView) -> RedirectView:
    doors = tuple(
        Choice(door, words(f"desk.redirect.{door}"), words(f"desk.redirect.{door}_says"))
        for door in REDIRECTED_TO
    )
    return RedirectView(request.name, doors, Door.DIGITAL_SUPPORT)


def reason_view(words: Words) -> ReasonView:
    return ReasonView(words("desk.written.title"), words("desk.written.says"))


def done_view(words: Words, request: RequestView) -> ConfirmView:
    title = words("desk.by_hand.title", name=request.name)
    return ConfirmView(title, words("desk.by_hand.says"), request.steps, words("desk.by_hand.go"), "check")


def secret_view(words: Words, request: RequestView) -> ConfirmView:
    steps = tuple(words(f"desk.secret.step_{step}") for step in STEPS)
    title = words("desk.secret.title", name=request.name)
    return ConfirmView(title, words("desk.secret.says"), steps, words("desk.secret.go"), "key")


def symptoms(words: Words) -> tuple[Choice, ...]:
    """Return what a person at the counter may say, in the words that the terminal has for it."""
    return tuple(Choice(symptom, words(f"motive.{symptom}")) for symptom in Symptom)
