"""Compares a document's names with the directory's: both halves together, three-valued.

A match needs both halves. One half alone, with the same birth date, goes to a person: birth names, names
in use and chosen first names are why. A first name or a surname alone identifies nobody.
"""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.identity.given_names import compare_given_names
from kiosk.identity.reason import Reason
from kiosk.identity.student import BirthDate, Student
from kiosk.identity.surname import compare_surname
from kiosk.identity.verdict import Check, Item, Result
from kiosk.identity.written_name import Words, begins_with, known_words, shown_words
from kiosk.reading.document import DocumentReading


def compare_names(document: DocumentReading, student: Student) -> tuple[Check, Check]:
    """Return the checks of the surname and of the given names."""
    if _is_single_name(document, student):
        return _compare_single_name(document, student)
    surname, given = compare_surname(document, student), compare_given_names(document, student)
    if surname.result is not Result.OK and _is_swapped(document, student):
        return (
            Check(Item.SURNAME, Result.REVIEW, Reason.ORDER_SWAPPED),
            Check(Item.GIVEN_NAMES, Result.REVIEW, Reason.ORDER_SWAPPED),
        )
    return _weigh_halves(surname, given, student)


def _is_single_name(document: DocumentReading, student: Student) -> bool:
    """Return True if both sides hold one name only, whichever half they put it in."""
    shown = [words for words in (document.surname, document.given_names) if shown_words(words)]
    known = [name for name in (student.surname, student.given_name) if known_words(name)]
    return len(shown) == 1 and len(known) == 1


def _compare_single_name(document: DocumentReading, student: Student) -> tuple[Check, Check]:
    surname = compare_surname(
        replace(document, surname=document.surname + document.given_names, given_names=""),
        replace(student, surname=f"{student.surname} {student.given_name}"),
    )
    return surname, Check(Item.GIVEN_NAMES, Result.OK, Reason.GIVEN_NONE)


def _is_swapped(document: DocumentReading, student: Student) -> bool:
    """Return True if the halves agree crosswise, or the same words are only divided otherwise."""
    shown = sorted(shown_words(document.surname) + shown_words(document.given_names))
    if any(len(words) == len(shown) and sorted(words) == shown for words in _whole_names(student)):
        return True
    crossed_given = compare_given_names(replace(document, given_names=document.surname), student)
    return crossed_given.result is Result.OK and any(
        begins_with(shown_words(document.given_names), words)
        for name in (student.surname, student.birth_name)
        for words in known_words(name)
    )


def _whole_names(student: Student) -> Iterator[Words]:
    surnames = [*known_words(student.surname), *known_words(student.birth_name)]
    given_names = [*known_words(student.given_name), *known_words(student.civil_given_names)]
    for surname in surnames or [()]:
        yield from (surname + given_name for given_name in given_names or [()])


def _weigh_halves(surname: Check, given: Check, student: Student) -> tuple[Check, Check]:
    one_agrees = Result.OK in (surname.result, given.result)
    if student.birth_date is BirthDate.EQUAL:
        return (_soften(_explain(surname, student)), _soften(given)) if one_agrees else (surname, given)
    return (surname, given) if one_agrees else (_harden(surname), _harden(given))


def _explain(surname: Check, student: Student) -> Check:
    """Return the check with the likely cause where the student may have married."""
    if surname.code == Reason.SURNAME_DIFFERENT and not student.birth_name:
        return replace(surname, code=Reason.BIRTH_NAME_UNKNOWN)
    return surname


def _soften(check: Check) -> Check:
    return replace(check, result=Result.REVIEW) if check.result is Result.FAILED else check


def _harden(check: Check) -> Check:
    """Return the check failed if it could not be made, where nothing else speaks for the person either."""
    return replace(check, result=Result.FAILED) if check.result is Result.NOT_CHECKED else check
