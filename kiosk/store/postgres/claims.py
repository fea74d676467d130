"""Who carries out what: a claim is one row, and runs out by the server's own clock.

Every function works inside its caller's transaction.
"""

from datetime import datetime, timedelta

from kiosk.request.request import Request
from kiosk.store.postgres.connection import Cursor
from kiosk.store.postgres.requests import by_id
from kiosk.store.postgres.statements import fetch
from kiosk.store.rows import time_text

FREE = (
    "NOT EXISTS (SELECT FROM claim WHERE claim.request_id = request.id AND claim.until > clock_timestamp())"
)
# Rows that others are about to claim are skipped; one that was claimed meanwhile isn't taken over before its time.
CLAIM = """
    WITH due AS ({due} FOR UPDATE OF request SKIP LOCKED)
    INSERT INTO claim AS old (request_id, until) SELECT id, clock_timestamp() + %s FROM due
    ON CONFLICT (request_id) DO UPDATE SET until = excluded.until WHERE old.until <= clock_timestamp()
    RETURNING request_id
"""
DUE = "SELECT id FROM request WHERE state = 'approved' AND coalesce(next_attempt_at, '') <= %s AND "
ONE = "SELECT id FROM request WHERE id = %s AND version = %s AND state = 'approved' AND "
NEXT = CLAIM.format(due=DUE + FREE + " ORDER BY coalesce(next_attempt_at, ''), id LIMIT 1")
THIS = CLAIM.format(due=ONE + FREE)


def claim(cursor: Cursor, request: Request, lease: timedelta) -> bool:
    """Claim this request as it was read; False if another has it, or it moved."""
    return bool(fetch(cursor, THIS, [request.id, request.version, lease]))


def claim_due(cursor: Cursor, now: datetime, lease: timedelta) -> Request | None:
    """Claim the request that is due the longest and that nobody has."""
    found = fetch(cursor, NEXT, [time_text(now), lease])
    return by_id(cursor, found[0]["request_id"]) if found else None
