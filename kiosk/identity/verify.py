"""From a document, a student and the campus' policy to a verdict."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from kiosk.identity.document_kind import is_specimen, kind_of
from kiosk.identity.names import compare_names
from kiosk.identity.policy import Policy, Rule, Tolerance
from kiosk.identity.reason import Reason
from kiosk.identity.student import BirthDate, Student
from kiosk.identity.validity import validity
from kiosk.identity.verdict import Check, Item, Outcome, Result, Verdict
from kiosk.reading.document import DocumentReading


class CardSource(StrEnum):
    """How the student number was given."""

    NUMBER = "number"  # a card that bears exactly the number
    CANDIDATE = "candidate"  # a card whose longer identifier ends in what may be the number
    TYPED = "typed"


_CARD = {
    CardSource.NUMBER: Check(Item.CARD, Result.OK, Reason.CARD_NUMBER),
    CardSource.CANDIDATE: Check(Item.CARD, Result.REVIEW, Reason.CARD_CANDIDATE),
    CardSource.TYPED: Check(Item.CARD, Result.REVIEW, Reason.NUMBER_TYPED),
}
_BIRTH_DATE = {
    BirthDate.EQUAL: Check(Item.BIRTH_DATE, Result.OK, Reason.BIRTH_DATE_EQUAL),
    BirthDate.DIFFERENT: Check(Item.BIRTH_DATE, Result.FAILED, Reason.BIRTH_DATE_DIFFERENT),
    BirthDate.UNKNOWN: Check(Item.BIRTH_DATE, Result.REVIEW, Reason.BIRTH_DATE_UNKNOWN),
    BirthDate.NOT_COMPARED: Check(Item.BIRTH_DATE, Result.NOT_CHECKED, Reason.BIRTH_DATE_NOT_COMPARED),
}
_RULE = {
    Rule.ACCEPT: Check(Item.DOCUMENT, Result.OK, Reason.DOCUMENT_ACCEPTED),
    Rule.REVIEW: Check(Item.DOCUMENT, Result.REVIEW, Reason.DOCUMENT_TO_REVIEW),
    Rule.REFUSE: Check(Item.DOCUMENT, Result.FAILED, Reason.DOCUMENT_NOT_ACCEPTED),
}
_ONE_LETTER = (Reason.SURNAME_ONE_LETTER, Reason.GIVEN_ONE_LETTER)


def verify(
    document: DocumentReading | None, student: Student, *, card: CardSource, policy: Policy, today: date
) -> Verdict:
    """Return what comparing comes to: one check an item, in Item's order, and the worst of them as outcome.

    Without a valid reading of an accepted document nothing is compared.
    """
    kind = _check_kind(document, policy)
    reading = _check_reading(document)
    if document is None or Result.FAILED in (kind.result, reading.result):
        compared = tuple(Check(item, Result.NOT_CHECKED, Reason.NOT_COMPARED) for item in list(Item)[3:])
    else:
        compared = _compare(document, student, policy, today)
    checks = (_check_card(card, compared), kind, reading, *compared)
    return Verdict(_outcome(checks), checks)


def _check_kind(document: DocumentReading | None, policy: Policy) -> Check:
    if document is None:
        return Check(Item.DOCUMENT, Result.NOT_CHECKED, Reason.NO_DOCUMENT)
    if is_specimen(document) and not policy.specimens:
        return Check(Item.DOCUMENT, Result.FAILED, Reason.SPECIMEN)
    return _RULE[policy.rule_for(kind_of(document))]


def _check_reading(document: DocumentReading | None) -> Check:
    if document is None:
        return Check(Item.READING, Result.FAILED, Reason.NO_DOCUMENT)
    if document.valid:
        return Check(Item.READING, Result.OK, Reason.READ)
    all_hold = all(document.checks.values())
    return Check(Item.READING, Result.FAILED, Reason.NOT_CONFIDENT if all_hold else Reason.CHECK_DIGITS_WRONG)


def _compare(document: DocumentReading, student: Student, policy: Policy, today: date) -> tuple[Check, ...]:
    surname, given = (_apply_tolerance(check, policy) for check in compare_names(document, student))
    return _check_validity(document, policy, today), surname, given, _BIRTH_DATE[student.birth_date]


def _check_validity(document: DocumentReading, policy: Policy, today: date) -> Check:
    reason = validity(document, today)
    if reason is Reason.VALID:
        result = Result.OK
    elif reason is Reason.EXPIRED and policy.expired is Tolerance.REFUSE:
        result = Result.FAILED
    else:
        result = Result.REVIEW
    return Check(Item.VALIDITY, result, reason)


def _apply_tolerance(check: Check, policy: Policy) -> Check:
    is_refused = policy.one_letter is Tolerance.REFUSE and check.code in _ONE_LETTER
    return replace(check, result=Result.FAILED) if is_refused else check


def _check_card(card: CardSource, compared: tuple[Check, ...]) -> Check:
    """Return the card's check. A candidate counts in full only with names and birth date that agree."""
    check = _CARD[card]
    _, *person = compared
    if card is CardSource.CANDIDATE and all(each.result is Result.OK for each in person):
        return replace(check, result=Result.OK)
    return check


def _outcome(checks: tuple[Check, ...]) -> Outcome:
    """Return the worst. What wasn't checked is never a match."""
    failed = [check.item for check in checks if check.result is Result.FAILED]
    if Item.READING in failed:
        return Outcome.UNREADABLE
    if failed:
        return Outcome.MISMATCH
    return Outcome.MATCH if all(check.result is Result.OK for check in checks) else Outcome.REVIEW
