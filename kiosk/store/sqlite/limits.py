"""Failed verifications and sign-ins in SQLite, for as long as a limit can ask for them.

Every function works inside its caller's transaction.
"""

from datetime import datetime

from sqlite_utils import Database

from kiosk.store.remembered import COUNTED, REMEMBERED
from kiosk.store.rows import time_text


def note_failure(database: Database, digest: str, at: datetime) -> int:
    """Add a failed verification, forget the old ones, and return how many fell into the last day."""
    database.execute("DELETE FROM failed_verification WHERE at < ?", [time_text(at - REMEMBERED)])
    database.execute("INSERT INTO failed_verification (digest, at) VALUES (?, ?)", [digest, time_text(at)])
    return failures(database, digest, at - COUNTED)


def failures(database: Database, digest: str, since: datetime) -> int:
    sql = "SELECT count(*) FROM failed_verification WHERE digest = ? AND at >= ?"
    count: int = database.execute(sql, [digest, time_text(since)]).fetchone()[0]
    return count


def note_sign_in(database: Database, login: str, at: datetime, ok: bool) -> None:
    """Add a failed try; a good one forgets those before it."""
    database.execute("DELETE FROM failed_sign_in WHERE at < ?", [time_text(at - REMEMBERED)])
    if ok:
        database.execute("DELETE FROM failed_sign_in WHERE login = ?", [login])
    else:
        database.execute("INSERT INTO failed_sign_in (login, at) VALUES (?, ?)", [login, time_text(at)])


def failed_sign_ins(database: Database, login: str, since: datetime) -> tuple[datetime, ...]:
    sql = "SELECT at FROM failed_sign_in WHERE login = ? AND at >= ? ORDER BY at"
    rows = database.execute(sql, [login, time_text(since)]).fetchall()
    return tuple(datetime.fromisoformat(at) for (at,) in rows)
