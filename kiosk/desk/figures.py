"""The page of figures: how many wait and for how long, how long an answer takes, what for, day by day."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from kiosk.kit import Kit
from kiosk.request.due import Calendar
from kiosk.request.request import State
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require
from kiosk.store import Passage
from kiosk.triage.words import Cause

DAYS = 14


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many requests were filed and how many ended on a day of the campus."""

    day: date
    filed: int
    ended: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """No person is in these.

    oldest, median_time: None where nothing waits or nothing ended. by_cause: the most frequent first; None where
    nobody approved, so that nobody looked for the cause. by_day: every day, the latest last.
    """

    waiting: int
    oldest: timedelta | None
    median_time: timedelta | None
    by_cause: tuple[tuple[Cause | None, int], ...]
    by_day: tuple[DayCount, ...]


def figures(kit: Kit, staff: StaffAccount, days: int = DAYS) -> Figures:
    """Return the figures of the last days, today included."""
    require(staff, Act.FIGURES)
    calendar, now = kit.rules.calendar, kit.now()
    since = calendar.start_of_day(now - timedelta(days=days - 1))
    return summed_up(kit.store.figures(since), now, calendar, days)


def summed_up(passages: Sequence[Passage], now: datetime, calendar: Calendar, days: int) -> Figures:
    """Return what these requests come to. Pure."""
    waiting = [now - each.filed_at for each in passages if each.state is State.WAITING]
    seconds = [
        (each.ended_at - each.filed_at).total_seconds() for each in passages if each.ended_at is not None
    ]
    causes = Counter(each.cause for each in passages if each.ended_at is not None)
    return Figures(
        waiting=len(waiting),
        oldest=max(waiting, default=None),
        median_time=timedelta(seconds=median(seconds)) if seconds else None,
        by_cause=tuple(causes.most_common()),
        by_day=_by_day(passages, now, calendar, days),
    )


def _by_day(
    passages: Sequence[Passage], now: datetime, calendar: Calendar, days: int
) -> tuple[DayCount, ...]:
    def count(moments: list[datetime]) -> Counter[date]:
        return Counter(calendar.local(moment).date() for moment in moments)

    filed = count([each.filed_at for each in passages])
    ended = count([each.ended_at for each in passages if each.ended_at is not None])
    today = calendar.local(now).date()
    shown = [today - timedelta(days=back) for back in reversed(range(days))]
    return tuple(DayCount(day, filed[day], ended[day]) for day in shown)
