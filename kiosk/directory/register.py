"""The student register imported from a file, for a campus that gives no access to its directory."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import partial
from typing import NoReturn, Protocol, TypeVar

from kiosk.directory import Entry
from kiosk.directory.birth_date import compare
from kiosk.errors import DirectoryAway, Refused, StoreAway
from kiosk.identity.student import BirthDate, Student
from kiosk.reading.partial_date import PartialDate
from kiosk.triage.account_state import AccountState, Standing

Row = Mapping[str, str]
Lookup = Callable[[str], Row | None]
Word = TypeVar("Word", bound=StrEnum)
REGISTERED = {"yes": True, "no": False}


class Search(Protocol):
    def __call__(self, number: str, shown: str | None) -> Row | None:
        """shown: YYYY-MM-DD, X for unknown parts. The row may have `compared`, a word of BirthDate."""
        ...


@dataclass(frozen=True, slots=True)
class Register:
    """lookup: returns the row with this number. An account's key here is the student number.

    search: returns it for comparing with the shown birth date, where the register's own may not leave the store.
    """

    lookup: Lookup = field(repr=False)
    search: Search | None = field(repr=False, default=None)

    def find(self, number: str, birth_date: PartialDate | None) -> Entry | None:
        row = row_of(self._searching(birth_date), number)
        if row is None:
            return None
        return Entry(student_of(row, birth_date), row["number"], standing_in(row), registered_in(row))

    def _searching(self, birth_date: PartialDate | None) -> Lookup:
        if self.search is None:
            return self.lookup
        return partial(self.search, shown=None if birth_date is None else str(birth_date))

    def is_shared(self, number: str) -> bool:  # noqa: ARG002 - a register with a number twice isn't taken in
        return False

    def state(self, account: str) -> AccountState | None:
        """Return what a list of students can tell: standing and enrolment, but no lock."""
        row = row_of(self.lookup, account)
        return None if row is None else AccountState(standing=standing_in(row), registered=registered_in(row))

    def on_each_server(self, account: str) -> Mapping[str, AccountState | None]:
        return {"register": self.state(account)}

    def set_one_time_password(self, account: str, secret: str) -> NoReturn:  # noqa: ARG002 - the protocol's names
        raise Refused(
            "A register is only a list of students: set the password in your own tool.",
            "directory_cannot_set_password",
        )

    def end_one_time_password(self, account: str, mark: str, instead: str) -> bool:  # noqa: ARG002
        return False  # none was set

    def unlock(self, account: str) -> NoReturn:  # noqa: ARG002 - the protocol's names
        raise Refused(
            "A register is only a list of students: unlock by hand, or send the request to digital support.",
            "directory_cannot_unlock",
        )

    def addresses(self, account: str) -> tuple[str, ...]:  # noqa: ARG002 - the protocol's names
        """Return none: the list that is imported holds none, and the store keeps no addresses."""
        return ()

    def check(self) -> None:
        row_of(self.lookup, "")


def row_of(lookup: Lookup, number: str) -> Row | None:
    """Return the row with exactly this number. Raises DirectoryAway."""
    try:
        row = lookup(number)
    except StoreAway as error:
        raise DirectoryAway(f"The student register can't be read. {error}", retry=error.retry) from error
    return row if row is not None and row["number"] == number else None


def student_of(row: Row, shown: PartialDate | None) -> Student:
    return Student(
        number=row["number"],
        surname=row["surname"],
        given_name=row["given_name"],
        display_name=row["display_name"],
        birth_name=row["birth_name"] or None,
        civil_given_names=row["civil_given_names"] or None,
        birth_date=_compared(row, shown),
    )


def _compared(row: Row, shown: PartialDate | None) -> BirthDate:
    return BirthDate(row["compared"]) if "compared" in row else compare(_date(row["birth_date"]), shown)


def standing_in(row: Row) -> Standing:
    return word_in(row, "standing", Standing.UNKNOWN)


def registered_in(row: Row) -> bool | None:
    return REGISTERED.get(row["registered"])


def word_in(row: Row, column: str, otherwise: Word) -> Word:
    """Return the column's word, or `otherwise` where it is empty or no such word exists."""
    try:
        return type(otherwise)(row[column])
    except ValueError:
        return otherwise


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
