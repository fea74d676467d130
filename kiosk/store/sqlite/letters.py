"""Letters from terminals in SQLite. Every function works inside its caller's transaction."""

from datetime import datetime

from sqlite_utils import Database

from kiosk.request.request import Request
from kiosk.store.inbox import Letter
from kiosk.store.rows import time_text
from kiosk.store.sqlite import requests


def post(database: Database, letter: Letter, at: datetime) -> None:
    """Keep a letter unless its id is known."""
    database.execute(
        "INSERT INTO letter (id, writer, content, signature, posted_at, state) VALUES (?, ?, ?, ?, ?, 'posted') "
        "ON CONFLICT (id) DO NOTHING",
        [letter.id, letter.writer, letter.content, letter.signature, time_text(at)],
    )


def posted(database: Database, limit: int) -> tuple[Letter, ...]:
    sql = "SELECT id, writer, content, signature FROM letter WHERE state = 'posted' ORDER BY place LIMIT ?"
    return tuple(Letter(*row) for row in database.execute(sql, [limit]))


def counts(database: Database) -> tuple[int, int]:
    sql = "SELECT state, count(*) FROM letter WHERE state IN ('posted', 'set_aside') GROUP BY state"
    found: dict[str, int] = dict(database.execute(sql).fetchall())
    return found.get("posted", 0), found.get("set_aside", 0)


def take(database: Database, letter_id: str) -> bool:
    """Mark a letter as taken and erase its content; False if it isn't there to be taken."""
    sql = "UPDATE letter SET state = 'taken', content = NULL, signature = NULL WHERE id = ? AND state = 'posted'"
    return bool(database.execute(sql, [letter_id]).rowcount)


def set_aside(database: Database, letter_id: str) -> None:
    database.execute("UPDATE letter SET state = 'set_aside' WHERE id = ? AND state = 'posted'", [letter_id])


def join(database: Database, request: Request, standing: Request) -> None:
    """Let this request's reference and ticket open the one that stands. Raises Refused for a taken one."""
    requests.refuse_taken(database, request)
    database.execute(
        "INSERT INTO ticket (reference, digest, request_id) VALUES (?, ?, ?)",
        [request.reference, request.ticket_digest, standing.id],
    )
