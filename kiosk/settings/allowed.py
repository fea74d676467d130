"""What a value may be beyond its type; each rule knows its own words for the person who wrote the file."""

import re
import warnings
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo


class Allowed(Protocol):
    @property
    def words(self) -> str:
        """Say what is allowed, to follow "allowed is"."""
        ...

    def allows(self, value: object) -> bool: ...


@dataclass(frozen=True, slots=True)
class Between:
    """A number from low to high, both included."""

    low: float
    high: float

    @property
    def words(self) -> str:
        return f"a number from {self.low:g} to {self.high:g}"

    def allows(self, value: object) -> bool:
        return isinstance(value, int | float) and self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Like:
    """A text of this form."""

    pattern: str
    words: str

    def allows(self, value: object) -> bool:
        return isinstance(value, str) and re.fullmatch(self.pattern, value) is not None


@dataclass(frozen=True, slots=True)
class NoneTwice:
    """A list, perhaps of a least length, in which nothing stands twice."""

    least: int = 0

    @property
    def words(self) -> str:
        return "a list without repetitions" + (f", of {self.least} or more" if self.least else "")

    def allows(self, value: object) -> bool:
        return isinstance(value, tuple) and len(set(value)) == len(value) >= self.least


@dataclass(frozen=True, slots=True)
class RegularExpression:
    """A pattern that Python compiles, without a warning that it will mean something else one day."""

    words: str = "a regular expression (Python's)"

    def allows(self, value: object) -> bool:
        try:
            with warnings.catch_warnings(action="error"):
                return isinstance(value, str) and bool(re.compile(value))
        except (re.error, OverflowError, RecursionError, Warning):
            return False


@dataclass(frozen=True, slots=True)
class TimeZone:
    words: str = 'the name of a time zone, like "Europe/Paris"'

    def allows(self, value: object) -> bool:
        try:
            return isinstance(value, str) and bool(ZoneInfo(value).key)
        except (KeyError, OSError, ValueError):  # unknown; a folder of zones; a path
            return False
