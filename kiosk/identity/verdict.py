"""What comparing a document with a directory entry comes to."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """The verdict's word. MATCH means read and compared, never that a document is genuine."""

    MATCH = "match"
    REVIEW = "review"
    MISMATCH = "mismatch"
    UNREADABLE = "unreadable"


class Item(StrEnum):
    """What was looked at, in the order in which staff read it."""

    CARD = "card"
    DOCUMENT = "document"  # is this kind of document accepted here
    READING = "reading"  # check digits
    VALIDITY = "validity"
    SURNAME = "surname"
    GIVEN_NAMES = "given_names"
    BIRTH_DATE = "birth_date"


class Result(StrEnum):
    OK = "ok"
    REVIEW = "review"
    FAILED = "failed"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True)
class Check:
    """One comparison: what, how it went, and why as a code ("surname_one_letter"), never the values."""

    item: Item
    result: Result
    code: str


@dataclass(frozen=True, slots=True)
class Verdict:
    outcome: Outcome
    checks: tuple[Check, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The reasons of every check that isn't simply right, in order."""
        return tuple(check.code for check in self.checks if check.result is not Result.OK)
