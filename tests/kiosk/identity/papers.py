"""Documents and students to compare, in as few words as a test needs."""

from dataclasses import replace
from datetime import date
from typing import Any

from kiosk.identity.student import BirthDate, Student
from kiosk.reading.document import DocumentFormat, DocumentReading, Field
from kiosk.reading.partial_date import PartialDate

TODAY = date(2026, 11, 23)


def a_document(names: str = "DUPOND<<AMELIE<ZOE", *, cut: bool = False, **changes: Any) -> DocumentReading:
    """Return a valid French passport whose name field says `names`."""
    surname, _, given_names = names.partition("<<")
    passport = DocumentReading(
        format=DocumentFormat.TD3,
        lines=(),
        checks={Field.NUMBER: True, Field.COMPOSITE: True},
        valid=True,
        document_code="P",
        issuing_state="FRA",
        number="20AA00000",
        surname=surname,
        given_names=given_names,
        birth_date=PartialDate(2005, 4, 17),
        expiry=date(2031, 9, 21),
        surname_cut=cut,
        given_names_cut=cut,
        nationality="FRA",
    )
    return replace(passport, **changes)


def a_student(
    given_name="Amélie", surname="Dupond", *, birth_date=BirthDate.EQUAL, **changes: Any
) -> Student:
    """Return a student whose birth date is the document's."""
    display = f"{given_name} {surname}"
    student = Student("21900001", surname, given_name, display, None, None, birth_date)
    return replace(student, **changes)
