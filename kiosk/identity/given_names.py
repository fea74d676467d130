"""Compares a document's given names with those that the directory knows.

A document lists all civil given names; a directory has the one in use, and sometimes the civil ones as well.
"""

from itertools import chain

from kiosk.identity.reason import Reason
from kiosk.identity.student import Student
from kiosk.identity.transliteration import has_other_letters
from kiosk.identity.verdict import Check, Item, Result
from kiosk.identity.written_name import (
    Words,
    begins_with,
    contains,
    initials_agree,
    known_words,
    may_be_cut_from,
    one_letter_apart,
    shown_words,
)
from kiosk.reading.document import DocumentReading

SHORTEST_CUT = 3  # letters that must be left of the first given name for it to count


def compare_given_names(document: DocumentReading, student: Student) -> Check:
    """Return how the given names agree. FAILED means that they don't, which the surname may yet soften."""
    shown = shown_words(document.given_names)
    in_use, civil = known_words(student.given_name), known_words(student.civil_given_names)
    if not shown:
        return _check(Result.FAILED, Reason.GIVEN_MISSING)
    return (
        _equal(shown, in_use, civil)
        or _nearly(shown, list(chain(in_use, civil)), document.given_names_cut)
        or _unlike(student, bool(in_use or civil))
    )


def _equal(shown: Words, in_use: tuple[Words, ...], civil: tuple[Words, ...]) -> Check | None:
    if any(begins_with(shown, words) for words in in_use):
        return _check(Result.OK, Reason.GIVEN_EQUAL)
    if any(begins_with(words, shown) or begins_with(shown, words) for words in civil):
        return _check(Result.OK, Reason.GIVEN_CIVIL)
    if any(begins_with(words, shown) for words in in_use):
        return _check(Result.OK, Reason.GIVEN_PREFIX)
    if not civil and any(contains(shown, words) for words in in_use):
        return _check(Result.OK, Reason.GIVEN_CIVIL)
    return None


def _nearly(shown: Words, known: list[Words], is_cut: bool) -> Check | None:
    if is_cut and any(_is_cut(shown, words) for words in known):
        return _check(Result.OK, Reason.GIVEN_TRUNCATED)
    if any(_one_letter(shown, words) for words in known):
        return _check(Result.REVIEW, Reason.GIVEN_ONE_LETTER)
    if any(initials_agree(shown, words) for words in known):
        return _check(Result.REVIEW, Reason.GIVEN_INITIALS)
    if any(_partly(shown, words) for words in known):
        return _check(Result.REVIEW, Reason.GIVEN_PARTLY)
    return None


def _unlike(student: Student, is_known: bool) -> Check:
    if has_other_letters(student.given_name) or has_other_letters(student.civil_given_names or ""):
        return _check(Result.NOT_CHECKED, Reason.GIVEN_OTHER_SCRIPT)
    return _check(Result.FAILED, Reason.GIVEN_DIFFERENT if is_known else Reason.GIVEN_UNKNOWN)


def _is_cut(shown: Words, known: Words) -> bool:
    """Return True if `shown` is `known` cut, with enough of its first word left to tell it by."""
    joined = "".join(shown)
    cut_anywhere = len(joined) >= SHORTEST_CUT and "".join(known).startswith(joined)
    return cut_anywhere or (shown[0] == known[0] and may_be_cut_from(shown, known))


def _one_letter(shown: Words, known: Words) -> bool:
    count = min(len(shown), len(known))
    return one_letter_apart(shown[:count], known[:count])


def _partly(shown: Words, known: Words) -> bool:
    """Return True if either side's first name, by which one is called, is among the other's."""
    return (len(known[0]) > 1 and known[0] in shown) or (len(shown[0]) > 1 and shown[0] in known)


def _check(result: Result, reason: Reason) -> Check:
    return Check(Item.GIVEN_NAMES, result, reason)
