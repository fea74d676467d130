"""Failed verifications and sign-ins in PostgreSQL, for as long as a limit can ask for them.

Every function works inside its caller's transaction.
"""

from datetime import datetime

from kiosk.store.postgres.connection import Cursor
from kiosk.store.postgres.statements import fetch, one
from kiosk.store.remembered import COUNTED, REMEMBERED
from kiosk.store.rows import time_text


def failure_values(number: str, at: datetime) -> list[str]:
    """Return what note_failure is called with: the number, now, when to forget, and since when to count."""
    return [number, time_text(at), time_text(at - REMEMBERED), time_text(at - COUNTED)]


def note_failure(cursor: Cursor, number: str, at: datetime) -> int:
    """Add a failed verification, forget the old ones, and return how many fell into the last day."""
    return int(one(cursor, "SELECT note_failure(%s, %s, %s, %s)", failure_values(number, at)))


def failures(cursor: Cursor, number: str, since: datetime) -> int:
    return int(one(cursor, "SELECT failures(%s, %s)", [number, time_text(since)]))


def note_sign_in(cursor: Cursor, login: str, at: datetime, ok: bool) -> None:
    """Add a failed try; a good one forgets those before it."""
    cursor.execute("DELETE FROM failed_sign_in WHERE at < %s", [time_text(at - REMEMBERED)])
    if ok:
        cursor.execute("DELETE FROM failed_sign_in WHERE login = %s", [login])
    else:
        cursor.execute("INSERT INTO failed_sign_in (login, at) VALUES (%s, %s)", [login, time_text(at)])


def failed_sign_ins(cursor: Cursor, login: str, since: datetime) -> tuple[datetime, ...]:
    statement = "SELECT at FROM failed_sign_in WHERE login = %s AND at >= %s ORDER BY at"
    return tuple(
        datetime.fromisoformat(row["at"]) for row in fetch(cursor, statement, [login, time_text(since)])
    )
