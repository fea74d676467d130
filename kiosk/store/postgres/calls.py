"""Calls for staff in PostgreSQL: a row a terminal.

Every function works inside its caller's transaction.
"""

from datetime import datetime

from psycopg.rows import DictRow

from kiosk.request.staff_call import STANDS, StaffCall
from kiosk.store.postgres.connection import Cursor
from kiosk.store.postgres.statements import fetch
from kiosk.store.rows import time_text

LAST = "SELECT site, device, at, answered_at FROM staff_call WHERE site = %s AND device = %s"
WAITING = (
    "SELECT site, device, at, answered_at FROM staff_call WHERE answered_at IS NULL AND at >= %s "
    "ORDER BY at, device"
)
ANSWER = (
    "UPDATE staff_call SET answered_at = %s WHERE site = %s AND device = %s AND at = %s AND answered_at IS NULL "
    "RETURNING device"
)


def times(call: StaffCall) -> list[str]:
    """Return when a call was left, and until when an earlier one would count no more."""
    return [time_text(call.at), time_text(call.at - STANDS)]


def leave(cursor: Cursor, call: StaffCall) -> StaffCall:
    """Leave a call, unless this terminal's last one still waits; return what stands."""
    values = [call.site, call.device, *times(call)]
    return call_of(fetch(cursor, "SELECT * FROM leave_call(%s, %s, %s, %s)", values)[0])


def last(cursor: Cursor, site: str, device: str) -> StaffCall | None:
    return next(map(call_of, fetch(cursor, LAST, [site, device])), None)


def waiting(cursor: Cursor, since: datetime) -> tuple[StaffCall, ...]:
    return tuple(map(call_of, fetch(cursor, WAITING, [time_text(since)])))


def answer(cursor: Cursor, call: StaffCall, at: datetime) -> bool:
    """Note that somebody is on their way to this call; False if it doesn't wait any more."""
    return bool(fetch(cursor, ANSWER, [time_text(at), call.site, call.device, time_text(call.at)]))


def call_of(row: DictRow) -> StaffCall:
    answered = row["answered_at"]
    at, answered_at = (
        datetime.fromisoformat(row["at"]),
        datetime.fromisoformat(answered) if answered else None,
    )
    return StaffCall(row["site"], row["device"], at, answered_at)
