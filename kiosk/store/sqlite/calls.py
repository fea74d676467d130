"""Calls for staff in SQLite: a row a terminal.

Every function works inside its caller's transaction.
"""

from datetime import datetime

from sqlite_utils import Database

from kiosk.request.staff_call import STANDS, StaffCall
from kiosk.store.rows import time_text

COLUMNS = "SELECT site, device, at, answered_at FROM staff_call "


def leave(database: Database, call: StaffCall) -> StaffCall:
    """Leave a call, unless this terminal's last one still waits; return what stands."""
    standing = last(database, call.site, call.device)
    if standing is not None and standing.answered_at is None and standing.at > call.at - STANDS:
        return standing
    row = [call.site, call.device, time_text(call.at)]
    database.execute("INSERT OR REPLACE INTO staff_call (site, device, at) VALUES (?, ?, ?)", row)
    return call


def last(database: Database, site: str, device: str) -> StaffCall | None:
    rows = database.execute(COLUMNS + "WHERE site = ? AND device = ?", [site, device]).fetchall()
    return next(map(_call, rows), None)


def waiting(database: Database, since: datetime) -> tuple[StaffCall, ...]:
    rest = "WHERE answered_at IS NULL AND at >= ? ORDER BY at, device"
    return tuple(map(_call, database.execute(COLUMNS + rest, [time_text(since)]).fetchall()))


def answer(database: Database, call: StaffCall, at: datetime) -> bool:
    """Note that somebody is on their way to this call; False if it doesn't wait any more."""
    where = "WHERE site = ? AND device = ? AND at = ? AND answered_at IS NULL"
    row = [time_text(at), call.site, call.device, time_text(call.at)]
    changed: int = database.execute(f"UPDATE staff_call SET answered_at = ? {where}", row).rowcount  # noqa: S608
    return changed == 1


def _call(row: tuple[str, str, str, str | None]) -> StaffCall:
    site, device, at, answered_at = row
    answered = datetime.fromisoformat(answered_at) if answered_at else None
    return StaffCall(site, device, datetime.fromisoformat(at), answered)
