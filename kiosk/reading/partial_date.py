"""A date whose parts may be unknown, as documents write them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of birth of which the year, month or day may be unknown (None)."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def is_complete(self) -> bool:
        return None not in (self.year, self.month, self.day)

    def as_date(self) -> date | None:
        """Return the date, or None if a part is unknown or no such day exists."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    def agrees_with(self, other: date) -> bool:
        """Return True if every known part is that of `other`."""
        known = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(mine is None or mine == theirs for mine, theirs in known)

    def __str__(self) -> str:
        """Return YYYY-MM-DD, with XX (XXXX) for what is unknown."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        month = "XX" if self.month is None else f"{self.month:02d}"
        day = "XX" if self.day is None else f"{self.day:02d}"
        return f"{year}-{month}-{day}"
