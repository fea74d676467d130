"""From an entry's values to the student that a document is compared with, and to how they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.directory.supann.attributes import Attributes
from kiosk.directory.supann.enrolment import YearTurns, is_registered
from kiosk.directory.supann.standing import Told, standing_told
from kiosk.identity.student import BirthDate, Student

RESCUE = "{SECOURS}"  # Source: SupAnn 2021, supannMailPrive
Values = Mapping[str, tuple[str, ...]]  # by attribute, in small letters


@dataclass(frozen=True, slots=True)
class Supann:
    """How this campus writes what SupAnn recommends."""

    attributes: Attributes
    turns: YearTurns

    def student(self, number: str, values: Values, birth_date: BirthDate) -> Student:
        names = self.attributes
        surname, given = _first(values, names.surname), _first(values, names.given_name)
        return Student(
            number=number,
            surname=surname,
            given_name=given,
            display_name=_first(values, names.display_name) or f"{given} {surname}".strip(),
            birth_name=_first(values, names.birth_name) or None,
            civil_given_names=_first(values, names.civil_given_names) or None,
            birth_date=birth_date,
        )

    def standing(self, values: Values, now: datetime) -> Told:
        told = [each for name in self.attributes.state for each in all_of(values, name)]
        return standing_told(told, now.date())

    def addresses(self, values: Values) -> tuple[str, ...]:
        """Return the mail addresses to tell someone at: of labelled ones ({PARENTS}, {PRO}) only {SECOURS}."""
        told = [each.strip() for name in self.attributes.mail for each in all_of(values, name)]
        bare = (each[len(RESCUE) :].strip() if each.upper().startswith(RESCUE) else each for each in told)
        return tuple(each for each in bare if each and not each.startswith("{"))

    def registered(self, values: Values, now: datetime) -> bool | None:
        years, enrolments, ends = (
            all_of(values, name)
            for name in (self.attributes.year, self.attributes.enrolment, self.attributes.end)
        )
        return is_registered(years, enrolments, ends, now, self.turns)


def all_of(values: Values, name: str) -> tuple[str, ...]:
    """Return an attribute's values, none if it isn't there."""
    return values.get(name.lower(), ())


def _first(values: Values, name: str) -> str:
    return next(iter(all_of(values, name)), "").strip()
