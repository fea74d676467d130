"""One request as its panel shows it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.desk.looking import Dossier
from kiosk.identity.verdict import Check, Outcome, Result, Verdict
from kiosk.notices import Told
from kiosk.request.approval import ApprovalRules
from kiosk.request.request import Presence, Request, State
from kiosk.staff.account import StaffAccount
from kiosk.triage.door import door
from kiosk.triage.words import Cause, Symptom
from ui.desk.request import RequestView
from ui.desk_parts.finding import FindingView
from ui.desk_parts.request_cards import EarlierView, SaidView
from ui.desk_views.acts import DECIDING, offered
from ui.desk_views.rows import holder_name, state_sign
from ui.desk_views.when import When
from ui.words import Words

_FIRST = {Result.FAILED: 0, Result.REVIEW: 1, Result.NOT_CHECKED: 2, Result.OK: 3}
_TONES = {Result.OK: "ok", Result.REVIEW: "warn", Result.FAILED: "bad", Result.NOT_CHECKED: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads, and what the campus says. messages: the ENT's, by code. steps: codes of what is done by hand.

    after: what approving leads to: "directory", "by_hand" or "mail". hands_over: this campus hands one-time secrets
    over.
    """

    staff: StaffAccount
    rules: ApprovalRules
    messages: Mapping[str, str]
    steps: tuple[str, ...] = ()
    after: str = "directory"
    hands_over: bool = False


def request_view(when: When, dossier: Dossier, reader: Reader) -> RequestView:
    words, request = when.words, dossier.request
    can = offered(
        dossier, reader.staff, reader.rules, words, after=reader.after, hands_over=reader.hands_over
    )
    is_open = request.state in DECIDING
    more = can.why if is_open else ending(when, request)
    return RequestView(
        reference=request.reference,
        version=request.version,
        name=holder_name(words, request),
        line=_line(when, request),
        presence=_presence(when, request),
        cause=_cause(words, dossier),
        sign=when.due(request.due_at) if is_open else state_sign(words, request),
        warnings=(*_warnings(when, request), *_untold(words, dossier)),
        checks=findings(words, request.verification.verdict),
        unchecked=tuple(_unchecked(words, request)),
        document=_document(words, request),
        message=_message(words, request, reader.messages),
        earlier=tuple(_earlier(when, each) for each in dossier.earlier),
        steps=_steps(words, request, reader),
        acts=can.acts,
        off=can.off,
        may_tick=can.may_tick,
        needs_seen=can.needs_seen,
        needs_reason=can.needs_reason,
        why=" ".join(filter(None, (decision(when, request), more))) or can.why,
    )


def finding(words: Words, check: Check) -> FindingView:
    key = f"desk.reason.{check.code}"
    why = words(key) if key in words.by_key else words("desk.reason.other", code=check.code)
    return FindingView(
        _TONES[check.result], words(f"desk.result.{check.result}"), words(f"desk.item.{check.item}"), why
    )


def findings(words: Words, verdict: Verdict) -> tuple[FindingView, ...]:
    """Return every check, what a person must look at first."""
    return tuple(
        finding(words, check) for check in sorted(verdict.checks, key=lambda each: _FIRST[each.result])
    )


def decision(when: When, request: Request) -> str:
    """Return who decided what, "" where nobody did."""
    made, words = request.decision, when.words
    if made is None:
        return ""
    told = {"by": made.by, "at": when.moment(made.at)}
    if request.state is State.REFUSED:
        return words("desk.decision.refused", reason=refusal(words, made.reason or ""), **told)
    if request.state is State.REDIRECTED and made.to is not None:
        return words("desk.decision.redirected", door=words(f"desk.door.{made.to}"), **told)
    return words("desk.decision.approved_seen" if made.seen else "desk.decision.approved", **told)


def ending(when: When, request: Request) -> str:
    """Return how it ended, "" where the decision alone says it."""
    key = f"desk.ending.{request.state}"
    at = when.moment(request.ended_at) if request.ended_at else ""
    return when.words(key, at=at) if at and key in when.words.by_key else ""


def refusal(words: Words, reason: str) -> str:
    """Return what the student reads."""
    key = f"desk.refusal.{reason}"
    return words(key) if key in words.by_key else words("desk.refusal.other", reason=reason)


def failure(words: Words, code: str) -> str:
    code, _, server = code.partition(":")
    key = f"desk.failure.{code}"
    return words(key, server=server) if key in words.by_key else words("desk.failure.other", code=code)


def _line(when: When, request: Request) -> str:
    words, holder = when.words, request.holder
    number = words("desk.number", number=holder.student_number) if holder else ""
    symptom = words(f"motive.{request.symptom}")
    return " · ".join(filter(None, (request.reference, number, symptom, when.filed(request.filed_at))))


def _presence(when: When, request: Request) -> SaidView:
    words, verification = when.words, request.verification
    if request.holder is None:
        return SaidView("", "erase", words("desk.presence.erased_title"), words("desk.presence.erased_says"))
    if verification.presence is Presence.IN_PERSON:
        title = words("desk.presence.in_person_title", login=verification.verified_by)
        says = words("desk.presence.in_person_says", at=when.moment(verification.at))
        return SaidView("ok", "person", title, says)
    title = words("desk.presence.unattended_title")
    return SaidView("warn", "touch", title, words("desk.presence.unattended_says"))


def _cause(words: Words, dossier: Dossier) -> SaidView:
    request = dossier.request
    if dossier.directory_away is not None:
        return SaidView("warn", "warning", words("desk.cause.cant_tell"), words("desk.request.cause_away"))
    if request.holder is None or not dossier.causes:
        return SaidView("", "dash", words("desk.cause.none"), words("desk.request.cause_unread"))
    first, *others = dossier.causes
    if request.state not in DECIDING:
        return SaidView("", "lock", words(f"desk.cause.{first}"), words("desk.request.cause_now"))
    to = words(f"desk.door.{door(first, request.symptom)}")
    says = words("desk.request.cause_read", door=to)
    if others:
        named = (f"– {_with_door(words, each, request.symptom)}" for each in others)
        says = "\n".join((says, words("desk.request.cause_others"), *named))
    return SaidView("", "lock", words(f"desk.cause.{first}"), says)


def _with_door(words: Words, cause: Cause, symptom: Symptom) -> str:
    told, to = words(f"desk.cause.{cause}"), words(f"desk.door.{door(cause, symptom)}")
    return words("desk.request.cause_door", cause=told, door=to)


def _warnings(when: When, request: Request) -> Iterator[SaidView]:
    words, verification = when.words, request.verification
    if request.urgent and request.state in DECIDING:
        yield SaidView("brick", "bell", words("desk.warning.urgent"))
    if request.state is State.WAITING:
        yield from _to_look_at(words, request)
    if request.failure and request.state in DECIDING:
        said = words("desk.warning.failure", code=failure(words, request.failure))
        yield SaidView("bad", "warning", said)
    if request.next_attempt_at is not None:
        yield SaidView("warn", "clock", words("desk.warning.next", at=when.moment(request.next_attempt_at)))
    if verification.supervisor_reason:
        said = words("desk.warning.supervisor", reason=verification.supervisor_reason)
        yield SaidView("warn", "form", said)
    if request.decision is not None and request.decision.alone:
        yield SaidView("warn", "person", words("desk.warning.alone"))


def _to_look_at(words: Words, request: Request) -> Iterator[SaidView]:
    """Say what to mind before deciding."""
    if request.symptom is Symptom.SUSPECTED_HACK:
        yield SaidView("bad", "shield", words("desk.warning.hack"))
    if request.verification.verdict.outcome is Outcome.REVIEW:
        yield SaidView("warn", "eye", words("desk.warning.review"))


def _untold(words: Words, dossier: Dossier) -> Iterator[SaidView]:
    """Say when a notice reached nobody: staff may tell the person themselves."""
    if dossier.told in (Told.NO_ADDRESS, Told.REFUSED, Told.GIVEN_UP):
        yield SaidView("warn", "mail", words(f"desk.warning.told_{dossier.told}"))


def _unchecked(words: Words, request: Request) -> Iterator[FindingView]:
    not_checked = words("desk.result.not_checked")
    if request.verification.presence is Presence.UNATTENDED:
        yield FindingView("", not_checked, words("desk.item.face"), words("desk.unchecked.face"))
    yield FindingView("", not_checked, words("desk.item.genuine"), words("desk.unchecked.genuine"))


def _document(words: Words, request: Request) -> str:
    kind = f"desk.format.{request.verification.document_type}"
    if kind not in words.by_key:
        return ""
    return words("desk.request.document", kind=words(kind), state=request.verification.issuing_state)


def _message(words: Words, request: Request, messages: Mapping[str, str]) -> str:
    said = messages.get(request.holder.message or "", "") if request.holder else ""
    return words("desk.request.message", message=said) if said else ""


def _earlier(when: When, request: Request) -> EarlierView:
    what = when.words(f"motive.{request.symptom}")
    return EarlierView(when.day(request.filed_at), what, state_sign(when.words, request))


def _steps(words: Words, request: Request, reader: Reader) -> tuple[str, ...]:
    if request.state is not State.WAITING:
        return ()
    return tuple(words(f"desk.step.{code}") for code in reader.steps)
