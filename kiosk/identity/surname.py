"""Compares a document's surname with the surnames that the directory knows.

A French document's zone bears the birth name; the name in use stands elsewhere on it.
"""

from collections.abc import Iterator

from kiosk.identity.reason import Reason
from kiosk.identity.student import Student
from kiosk.identity.transliteration import has_other_letters
from kiosk.identity.verdict import Check, Item, Result
from kiosk.identity.written_name import (
    Words,
    known_words,
    one_letter_apart,
    same,
    same_but_particles,
    shown_words,
    without_particles,
)
from kiosk.reading.document import DocumentReading

SHORTEST_CUT = 15  # letters; of a surname that was really cut a full field shows more, and fewer tell little


def compare_surname(document: DocumentReading, student: Student) -> Check:
    """Return how the surnames agree. FAILED means that they don't, which the given names may yet soften."""
    shown = shown_words(document.surname)
    known = [(words, reason) for name, reason in _surnames(student) for words in known_words(name)]
    if not shown:
        return _check(Result.FAILED, Reason.SURNAME_MISSING)
    for words, reason in known:
        if same(words, shown) or same_but_particles(words, shown):
            return _check(Result.OK, reason)
    return _nearly(shown, [words for words, _ in known], document.surname_cut) or _unlike(
        student, bool(known)
    )


def _surnames(student: Student) -> Iterator[tuple[str, Reason]]:
    yield student.surname, Reason.SURNAME_EQUAL
    if student.birth_name:
        yield student.birth_name, Reason.SURNAME_BIRTH_NAME
        yield f"{student.birth_name} {student.surname}", Reason.SURNAME_USAGE_JOINED
        yield f"{student.surname} {student.birth_name}", Reason.SURNAME_USAGE_JOINED


def _nearly(shown: Words, known: list[Words], is_cut: bool) -> Check | None:
    if is_cut and any(_is_cut(shown, words) for words in known):
        return _check(Result.OK, Reason.SURNAME_TRUNCATED)
    if any(_one_letter(shown, words) for words in known):
        return _check(Result.REVIEW, Reason.SURNAME_ONE_LETTER)
    if any(_partly(shown, words) for words in known):
        return _check(Result.REVIEW, Reason.SURNAME_PARTLY)
    return None


def _unlike(student: Student, is_known: bool) -> Check:
    if has_other_letters(student.surname) or has_other_letters(student.birth_name or ""):
        return _check(Result.NOT_CHECKED, Reason.SURNAME_OTHER_SCRIPT)
    return _check(Result.FAILED, Reason.SURNAME_DIFFERENT if is_known else Reason.SURNAME_UNKNOWN)


def _is_cut(shown: Words, known: Words) -> bool:
    pairs = ((shown, known), (without_particles(shown), without_particles(known)))
    return any(
        len("".join(mine)) >= SHORTEST_CUT and "".join(theirs).startswith("".join(mine))
        for mine, theirs in pairs
    )


def _one_letter(shown: Words, known: Words) -> bool:
    return one_letter_apart(shown, known) or one_letter_apart(
        without_particles(shown), without_particles(known)
    )


def _partly(shown: Words, known: Words) -> bool:
    few, many = sorted((set(without_particles(shown)), set(without_particles(known))), key=len)
    return bool(few) and few < many


def _check(result: Result, reason: Reason) -> Check:
    return Check(Item.SURNAME, result, reason)
