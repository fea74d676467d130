"""Requests and their holders in SQLite. Every function works inside its caller's transaction."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from kiosk.errors import AlreadyDecided, NotFound, Refused
from kiosk.request.request import Holder, Request, State
from kiosk.store.rows import (
    Value,
    changed_columns,
    holder_row,
    request_of,
    request_row,
    time_text,
    time_text_or_none,
)
from kiosk.store.sqlite.statements import fetch, insert

SELECT = (
    "SELECT request.*, student_number, directory_account, display_name, message, language, salt "
    "FROM request LEFT JOIN holder ON holder.request_id = request.id "
)
FROM_HOLDER = (
    "SELECT request.*, student_number, directory_account, display_name, message, language, salt "
    "FROM holder CROSS JOIN request ON request.id = holder.request_id "
)


TAKEN = """
    SELECT 1 FROM request WHERE reference = ? UNION ALL SELECT 1 FROM request WHERE ticket_digest = ?
    UNION ALL SELECT 1 FROM ticket WHERE reference = ? UNION ALL SELECT 1 FROM ticket WHERE digest = ?
"""
# A ticket that was given while the store was away opens the request that stood already.
JOINED = "WHERE request.id = (SELECT request_id FROM ticket WHERE ticket.{column} = ?)"

# A reason written by hand may name someone; the codes that students read are small letters only.
FORGET_WORDS = """
    UPDATE request SET
        supervisor_reason = NULL,
        decision_reason = CASE WHEN decision_reason GLOB '*[^a-z_]*' THEN NULL ELSE decision_reason END
    WHERE id = ?
"""


def add(database: Database, request: Request, holder: Holder) -> None:
    """Insert a request and its holder. Raises Refused if its reference or ticket is taken."""
    refuse_taken(database, request)
    insert(database, "request", request_row(request))
    ended_at = time_text_or_none(request.ended_at)
    insert(database, "holder", holder_row(request.id, holder) | {"ended_at": ended_at})


def refuse_taken(database: Database, request: Request) -> None:
    """Raise Refused if another request has this reference or ticket."""
    by = [request.reference, request.ticket_digest]
    if database.execute(TAKEN, [*by, *by]).fetchone():
        raise Refused("This reference is in use already. Please try again.", "reference_taken")


def find(database: Database, request_id: str) -> Request | None:
    return _first(database, SELECT + "WHERE request.id = ?", [request_id])


def by_reference(database: Database, reference: str) -> Request:
    """Return the request that has, or was joined by, this reference. Raises NotFound."""
    found = _first(database, SELECT + "WHERE request.reference = ?", [reference])
    if found is None:
        found = _first(database, SELECT + JOINED.format(column="reference"), [reference])
    if found is None:
        raise NotFound("There is no request with this reference.", "no_such_request")
    return found


def by_ticket(database: Database, ticket_digest: str) -> Request | None:
    found = _first(database, SELECT + "WHERE request.ticket_digest = ?", [ticket_digest])
    return found or _first(database, SELECT + JOINED.format(column="digest"), [ticket_digest])


def open_for(database: Database, student_number: str) -> Request | None:
    where = "WHERE holder.student_number = ? AND holder.ended_at IS NULL"
    return _first(database, FROM_HOLDER + where, [student_number])


def earlier(database: Database, student_number: str, limit: int) -> tuple[Request, ...]:
    rest = "WHERE holder.student_number = ? ORDER BY request.filed_at DESC, request.id LIMIT ?"
    return select(database, FROM_HOLDER + rest, [student_number, limit])


def counts(database: Database) -> dict[State, int]:
    # Only with its states named does SQLite walk the index instead of the table.
    sql = "SELECT state, count(*) FROM request WHERE state IN (SELECT value FROM json_each(?)) GROUP BY state"
    found = dict(database.execute(sql, [json.dumps(list(State))]).fetchall())
    return {state: found.get(state.value, 0) for state in State}


def swap(database: Database, before: Request, after: Request) -> Request:
    """Compare and set. Raises AlreadyDecided if the request moved since `before` was read, or is gone."""
    changes = changed_columns(before, after)
    settings = "".join(f", {column} = :{column}" for column in changes)
    unchanged = "id = :id AND version = :old_version AND state = :old_state"
    old = {"id": before.id, "old_version": before.version, "old_state": before.state.value}
    sql = f"UPDATE request SET version = version + 1{settings} WHERE {unchanged}"  # noqa: S608  the columns of request_row
    moved = database.execute(sql, changes | old)
    if moved.rowcount != 1:
        raise AlreadyDecided("Someone else was faster: look at the request again.", "already_decided")
    database.execute("DELETE FROM claim WHERE request_id = ?", [before.id])
    if "ticket_digest" in changes:  # a new ticket takes the place of every one before
        database.execute("UPDATE ticket SET digest = NULL WHERE request_id = ?", [before.id])
    if "ended_at" in changes:
        _end_holder(database, before.id, changes["ended_at"])
    return by_id(database, before.id)


def by_id(database: Database, request_id: str) -> Request:
    (request,) = select(database, SELECT + "WHERE request.id = ?", [request_id])
    return request


def _end_holder(database: Database, request_id: str, ended_at: Value) -> None:
    """Keep the holder's copy in step. Raises Refused if the student has another open request by now."""
    other = (
        "SELECT 1 FROM holder AS mine JOIN holder AS other ON other.student_number = mine.student_number "
        "AND other.ended_at IS NULL AND other.request_id <> mine.request_id WHERE mine.request_id = ?"
    )
    if ended_at is None and database.execute(other, [request_id]).fetchone():
        raise Refused("This student has another open request: finish that one.", "other_open_request")
    database.execute("UPDATE holder SET ended_at = ? WHERE request_id = ?", [ended_at, request_id])


def erase_holders(database: Database, ids: Iterable[str]) -> int:
    """Delete these requests' holders, with what staff wrote about them, and return how many there were."""
    return sum(_erase_holder(database, each) for each in ids)


def _erase_holder(database: Database, request_id: str) -> int:
    database.execute(FORGET_WORDS, [request_id])
    erased: int = database.execute("DELETE FROM holder WHERE request_id = ?", [request_id]).rowcount
    return erased


def waiting_since_before(database: Database, at: datetime, limit: int) -> tuple[Request, ...]:
    rest = "WHERE request.state = 'waiting' AND filed_at < ? ORDER BY filed_at, request.id LIMIT ?"
    return select(database, SELECT + rest, [time_text(at), limit])


def ended_before(database: Database, at: datetime, limit: int) -> tuple[Request, ...]:
    rest = "WHERE holder.ended_at < ? ORDER BY holder.ended_at, holder.request_id LIMIT ?"
    return select(database, FROM_HOLDER + rest, [time_text(at), limit])


def count_ended_before(database: Database, at: datetime) -> int:
    found = database.execute("SELECT count(*) FROM request WHERE ended_at < ?", [time_text(at)])
    count: int = found.fetchone()[0]
    return count


def delete_ended_before(database: Database, at: datetime) -> int:
    """Delete requests that ended before then, holders included, and return how many."""
    deleted: int = database.execute("DELETE FROM request WHERE ended_at < ?", [time_text(at)]).rowcount
    return deleted


def select(database: Database, sql: str, values: Sequence[Any]) -> tuple[Request, ...]:
    return tuple(request_of(row) for row in fetch(database, sql, values))


def _first(database: Database, sql: str, values: Sequence[Any]) -> Request | None:
    return next(iter(select(database, sql, values)), None)
