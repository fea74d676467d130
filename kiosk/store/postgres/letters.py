"""Letters from terminals in PostgreSQL. Every function works inside its caller's transaction."""

from datetime import datetime

from kiosk.errors import Refused
from kiosk.request.request import Request
from kiosk.store.inbox import Letter
from kiosk.store.postgres.connection import Cursor
from kiosk.store.postgres.statements import fetch, one
from kiosk.store.rows import time_text


def post(cursor: Cursor, letter: Letter, at: datetime) -> None:
    """Keep a letter unless its id is known."""
    cursor.execute(
        "INSERT INTO letter (id, writer, content, signature, posted_at, state) VALUES (%s, %s, %s, %s, %s, 'posted') "
        "ON CONFLICT (id) DO NOTHING",
        [letter.id, letter.writer, letter.content, letter.signature, time_text(at)],
    )


def posted(cursor: Cursor, limit: int) -> tuple[Letter, ...]:
    statement = (
        "SELECT id, writer, content, signature FROM letter WHERE state = 'posted' ORDER BY place LIMIT %s"
    )
    return tuple(Letter(**row) for row in fetch(cursor, statement, [limit]))


def counts(cursor: Cursor) -> tuple[int, int]:
    statement = "SELECT count(*) FROM letter WHERE state = %s"
    return int(one(cursor, statement, ["posted"])), int(one(cursor, statement, ["set_aside"]))


def take(cursor: Cursor, letter_id: str) -> bool:
    """Mark a letter as taken and erase its content; False if it isn't there to be taken."""
    statement = "UPDATE letter SET state = 'taken', content = NULL, signature = NULL WHERE id = %s AND state = 'posted'"
    return bool(cursor.execute(statement, [letter_id]).rowcount)


def set_aside(cursor: Cursor, letter_id: str) -> None:
    cursor.execute("UPDATE letter SET state = 'set_aside' WHERE id = %s AND state = 'posted'", [letter_id])


def join(cursor: Cursor, request: Request, standing: Request) -> None:
    """Let this request's reference and ticket open the one that stands. Raises Refused for a taken one."""
    taken = "SELECT count(*) FROM request WHERE reference = %s OR ticket_digest = %s"
    names = [request.reference, request.ticket_digest]
    joined = "INSERT INTO ticket (reference, digest, request_id) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
    if one(cursor, taken, names) or cursor.execute(joined, [*names, standing.id]).rowcount != 1:
        raise Refused("This reference is in use already. Please try again.", "reference_taken")
