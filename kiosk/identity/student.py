"""A student as the directory knows them, as far as comparing needs it."""

from dataclasses import dataclass, field
from enum import StrEnum


class BirthDate(StrEnum):
    """How the document's birth date compares; the comparing is done where the date lives."""

    EQUAL = "equal"
    DIFFERENT = "different"
    UNKNOWN = "unknown"  # none in the directory, or parts unknown in the document
    NOT_COMPARED = "not_compared"


@dataclass(frozen=True, slots=True)
class Student:
    """One directory entry. birth_name and civil_given_names are None where the directory has none."""

    number: str = field(repr=False)
    surname: str = field(repr=False)
    given_name: str = field(repr=False)
    display_name: str = field(repr=False)
    birth_name: str | None = field(repr=False, default=None)
    civil_given_names: str | None = field(repr=False, default=None)
    birth_date: BirthDate = BirthDate.NOT_COMPARED
