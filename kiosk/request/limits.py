"""How often something may be tried: what a stranger at the screen must not be able to do a thousand times."""

from collections.abc import Sequence
from datetime import datetime, timedelta

FAILURES_PER_DAY = 3
FREE_SIGN_INS = 3
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(hours=1)


def is_desk_only(failures_today: int, allowed: int = FAILURES_PER_DAY) -> bool:
    """Return True if a number failed so often today that only staff may try it again."""
    return failures_today >= allowed


def wait_before_next(failures: Sequence[datetime], now: datetime) -> timedelta:
    """Return how long to wait before the next sign-in; nothing for the first three tries.

    Then 15 seconds after the last failure, twice as long each time, an hour at most. A clock that was set back makes
    nobody wait longer than that.
    """
    if len(failures) < FREE_SIGN_INS:
        return timedelta(0)
    doublings = min(len(failures) - FREE_SIGN_INS, 20)
    whole = min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
    return min(max(max(failures) + whole - now, timedelta(0)), whole)
