"""Days, times and spans as staff read them: near ones by weekday, far ones by date."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.request.due import Calendar
from ui.desk_parts.list_row import Sign
from ui.words import Words

NEAR_DAYS = 6
SOON = 2


@dataclass(frozen=True, slots=True)
class When:
    """The moment everything is told from, in the campus' time."""

    words: Words
    calendar: Calendar
    now: datetime

    def day(self, at: datetime) -> str:
        """Return "Thu 26", or "3 Jan 2027" where the weekday doesn't tell."""
        local = self.calendar.local(at)
        if abs(self._days_until(at)) <= NEAR_DAYS:
            weekday = self.words("desk.day.short").split()[local.weekday()]
            return self.words("desk.day.near", weekday=weekday, number=local.day)
        month = self.words("desk.day.months").split()[local.month - 1]
        return self.words("desk.day.far", number=local.day, month=month, year=local.year)

    def date(self, day: date) -> str:
        """Return "23 Nov": a day of this year or the last, whatever the weekday."""
        month = self.words("desk.day.months").split()[day.month - 1]
        return self.words("desk.day.date", number=day.day, month=month)

    def moment(self, at: datetime) -> str:
        """Return the day and the time."""
        time = self.words.time(self.calendar.local(at))
        if self._days_until(at) == 0:
            return time
        return self.words("desk.day.at", day=self.day(at), time=time)

    def filed(self, at: datetime) -> str:
        if self._days_until(at) == 0:
            return self.words("desk.day.filed_today", time=self.words.time(self.calendar.local(at)))
        return self.words("desk.day.filed", day=self.day(at))

    def due(self, at: datetime) -> Sign:
        """Return how near the due time is: late is bad, today is a warning."""
        days = self._days_until(at)
        if at < self.now:
            return Sign("warning", self.words("desk.day.late"), "bad")
        if days == 0:
            return Sign("clock", self.words("desk.day.today"), "warn")
        if days < SOON:
            return Sign("clock", self.words("desk.day.tomorrow"))
        return Sign("calendar", self.words("desk.day.in_days", count=days))

    def span(self, length: timedelta | None) -> str:
        """Return "45 min", "3 h 05", "2 days 4 h"; a dash for none."""
        if length is None:
            return self.words("desk.span.none")
        minutes = round(length.total_seconds() / 60)
        hours, rest = divmod(minutes, 60)
        if hours == 0:
            return self.words("desk.span.minutes", minutes=minutes)
        days, left = divmod(hours, 24)
        if days == 0:
            return self.words("desk.span.hours", hours=hours, minutes=f"{rest:02}")
        return self.words("desk.span.days_one" if days == 1 else "desk.span.days", days=days, hours=left)

    def _days_until(self, at: datetime) -> int:
        return (self.calendar.local(at).date() - self.calendar.local(self.now).date()).days
