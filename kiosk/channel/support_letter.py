"""What digital support reads: who it is, what they saw, what was checked and by whom, until when, how to answer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.identity.verdict import Check
from kiosk.mailing.one_line import one_line
from kiosk.request.due import Calendar
from kiosk.request.request import Holder, Presence, Request
from kiosk.triage.words import Cause
from kiosk.words import Words

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """words: of the language that support reads. messages: the ENT's, by language and code. answers: where they go."""

    words: Words
    calendar: Calendar
    place: str
    messages: Mapping[str, Mapping[str, str]] = field(repr=False)
    answers: str

    def moment(self, at: datetime) -> str:
        local = self.calendar.local(at)
        return self.words("mail.support.moment", day=self.words.day(local), time=self.words.time(local))


def support_text(telling: Telling, request: Request, holder: Holder) -> str:
    """Return the letter: headed groups, one fact a line."""
    words = telling.words
    groups = {
        "person": _person(words, holder),
        "said": _said(telling, request, holder),
        "account": _account(words, request),
        "checked": _checked(telling, request),
        "decision": _decision(telling, request),
    }
    parts = [words("mail.support.opening"), *(_group(words, name, facts) for name, facts in groups.items())]
    answer = [
        words("mail.support.answer"),
        "  " + words("mail.support.answer_says", reference=request.reference),
        "  " + words("mail.support.answer_to", address=telling.answers),
    ]
    return "\n\n".join([*parts, "\n".join(answer)]) + "\n"


def _group(words: Words, name: str, facts: Iterable[Fact]) -> str:
    lines = (
        words.typeset(f"  {what} : {value}") if _is_french(words) else f"  {what}: {value}"
        for what, value in facts
    )
    return "\n".join([words(f"mail.support.{name}"), *lines])


def _is_french(words: Words) -> bool:
    return words.language == "fr"


def _person(words: Words, holder: Holder) -> Iterator[Fact]:
    yield words("mail.support.name"), one_line(holder.display_name)
    yield words("mail.support.number"), one_line(holder.student_number)


def _said(telling: Telling, request: Request, holder: Holder) -> Iterator[Fact]:
    words = telling.words
    yield words("mail.support.symptom"), words(f"motive.{request.symptom}")
    yield words("mail.support.message"), _message(telling, holder)
    if request.urgent:
        yield words("mail.support.urgent"), words("mail.support.urgent_says")


def _message(telling: Telling, holder: Holder) -> str:
    """Return the ENT's words as the person saw them, in the language of their visit."""
    if holder.message is None:
        return telling.words("mail.support.no_message")
    said = telling.messages.get(holder.language, {}).get(holder.message)
    if said is None:
        return telling.words("mail.support.unknown_message", code=holder.message)
    return f"« {one_line(said)} »" if _is_french(telling.words) else f"“{one_line(said)}”"


def _account(words: Words, request: Request) -> Iterator[Fact]:
    cause = request.cause or Cause.CANT_TELL
    known = cause is not Cause.CANT_TELL
    yield words("mail.support.cause"), words(f"desk.cause.{cause}" if known else "mail.support.cant_tell")


def _checked(telling: Telling, request: Request) -> Iterator[Fact]:
    words, verification = telling.words, request.verification
    yield words("mail.support.presence"), _presence(telling, request)
    kind = f"desk.format.{verification.document_type}"
    if kind in words.by_key:
        state = verification.issuing_state or "-"
        yield words("mail.support.document"), words("mail.support.document_of", kind=words(kind), state=state)
    yield from (_check(words, check) for check in verification.verdict.checks)
    yield words("mail.support.genuine"), words("mail.support.genuine_says")


def _presence(telling: Telling, request: Request) -> str:
    words, verification, decision = telling.words, request.verification, request.decision
    at = telling.moment(verification.at)
    if verification.presence is Presence.IN_PERSON:
        return words("mail.support.in_person", login=verification.verified_by, at=at)
    alone = words("mail.support.unattended", at=at)
    if decision is None or not decision.seen:
        return alone
    return f"{alone}, {words('mail.support.seen_then', login=decision.by)}"


def _check(words: Words, check: Check) -> Fact:
    key = f"desk.reason.{check.code}"
    why = words(key) if key in words.by_key else words("desk.reason.other", code=check.code)
    result = words(f"desk.result.{check.result}")
    return words(f"desk.item.{check.item}"), words("mail.support.check", result=result, why=why)


def _decision(telling: Telling, request: Request) -> Iterator[Fact]:
    words, decision = telling.words, request.decision
    if decision is not None:
        at = telling.moment(decision.at)
        by = words("mail.support.approved_by", login=decision.by, at=at)
        yield (
            words("mail.support.approved"),
            f"{by}, {words('mail.support.alone')}" if decision.alone else by,
        )
    yield words("mail.support.filed"), telling.moment(request.filed_at)
    yield words("mail.support.place"), one_line(telling.place)
    day = words.day(telling.calendar.local(request.due_at))
    yield words("mail.support.due"), words("mail.support.due_by", day=day)
