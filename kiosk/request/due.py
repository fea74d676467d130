"""By when a request is answered: business days, by the clock on the wall.

A request starts at once if the office is open, else at the next opening. It is due at the end of the next business day
after its own date; if the next opening lies on a later date, at the end of that day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from kiosk.errors import SettingsWrong

PARIS = ZoneInfo("Europe/Paris")
DAY = timedelta(days=1)
# Longer than any closure: a calendar without an open day in so many is a slip in the settings.
DAYS_LOOKED_AT = 400
NEVER_OPEN = f"There is no open day within {DAYS_LOOKED_AT} days: correct the settings' hours or closures."


@dataclass(frozen=True, slots=True)
class Opening:
    """From start (included) to end (excluded), on one day."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Closure:
    """Days without business, both ends included."""

    first: date
    last: date


Week = tuple[tuple[Opening, ...], ...]
_OFFICE_HOURS = (Opening(time(8, 30), time(12, 30)), Opening(time(13, 30), time(17, 0)))
OFFICE_WEEK: Week = (*[_OFFICE_HOURS] * 5, (), ())


@dataclass(frozen=True, slots=True)
class Calendar:
    """When a campus is open. week: openings of Monday to Sunday, in order. Public holidays are France's."""

    week: Week = OFFICE_WEEK
    closures: tuple[Closure, ...] = ()
    zone: ZoneInfo = PARIS

    def local(self, at: datetime) -> datetime:
        """Return the time on the wall."""
        return at.astimezone(self.zone)

    def start_of_day(self, at: datetime) -> datetime:
        """Return the local midnight before, in UTC."""
        return self._at(self.local(at).date(), time.min)

    def is_business_day(self, day: date) -> bool:
        is_closed = any(closure.first <= day <= closure.last for closure in self.closures)
        return bool(self.week[day.weekday()]) and not is_closed and day not in public_holidays(day.year)

    def start(self, at: datetime) -> datetime:
        """Return when work on a request begins. Raises SettingsWrong if the campus never opens."""
        for day in self._business_days(self.local(at).date()):
            for opening in self.week[day.weekday()]:
                if at < self._at(day, opening.end):
                    return max(at, self._at(day, opening.start)).astimezone(UTC)
        raise SettingsWrong(NEVER_OPEN)

    def due(self, at: datetime) -> datetime:
        """Return by when a request is answered. Raises SettingsWrong if the campus never opens."""
        today = self.local(at).date()
        begins = self.local(self.start(at)).date()
        return self._end(begins if begins > today else next(self._business_days(today + DAY)))

    def _end(self, day: date) -> datetime:
        return self._at(day, max(opening.end for opening in self.week[day.weekday()]))

    def _business_days(self, first: date) -> Iterator[date]:
        """Yield the business days from `first`. Raises SettingsWrong instead of searching for ever."""
        for ahead in range(DAYS_LOOKED_AT):
            day = first + ahead * DAY
            if self.is_business_day(day):
                yield day
        raise SettingsWrong(NEVER_OPEN)

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, self.zone).astimezone(UTC)


@lru_cache(maxsize=8)
def public_holidays(year: int) -> frozenset[date]:
    """Return the public holidays of mainland France. Source: Code du travail, L3133-1."""
    import holidays  # every country's: nothing that has no due date to count waits for it

    return frozenset(holidays.country_holidays("FR", years=year))
