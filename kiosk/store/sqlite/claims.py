"""Who carries out what, in SQLite: one row a claim, which ends with its process, or by this computer's clock.

Every function works inside its caller's transaction.
"""

from datetime import datetime, timedelta

from sqlite_utils import Database

from kiosk.request.request import Request
from kiosk.store.rows import time_text
from kiosk.store.sqlite.process import this_process
from kiosk.store.sqlite.requests import SELECT, select

SECONDS_NOW = "(julianday('now') - 2440587.5) * 86400.0"
HELD = f"request_id = request.id AND until > {SECONDS_NOW} AND still_runs(holder)"
FREE = f"NOT EXISTS (SELECT 1 FROM claim WHERE {HELD})"  # noqa: S608  our own words
CLAIM = f"INSERT OR REPLACE INTO claim (request_id, until, holder) VALUES (?, {SECONDS_NOW} + ?, ?)"  # noqa: S608


def claim(database: Database, request: Request, lease: timedelta) -> bool:
    """Claim this request as it was read; False if another has it, or it moved."""
    rest = f"WHERE request.id = ? AND version = ? AND request.state = 'approved' AND {FREE}"
    return _claim(database, select(database, SELECT + rest, [request.id, request.version]), lease) is not None


def claim_due(database: Database, now: datetime, lease: timedelta) -> Request | None:
    """Claim the request that is due the longest and that nobody has."""
    rest = (
        f"WHERE request.state = 'approved' AND ifnull(request.next_attempt_at, '') <= ? AND {FREE} "
        "ORDER BY ifnull(request.next_attempt_at, ''), request.id LIMIT 1"
    )
    return _claim(database, select(database, SELECT + rest, [time_text(now)]), lease)


def _claim(database: Database, found: tuple[Request, ...], lease: timedelta) -> Request | None:
    for request in found:
        database.execute(CLAIM, [request.id, lease.total_seconds(), this_process()])
        return request
    return None
