"""Requests and their holders in PostgreSQL. Every function works inside its caller's transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from psycopg import errors, sql
from psycopg.types.json import Jsonb

from kiosk.errors import AlreadyDecided, NotFound, Refused
from kiosk.request.request import Holder, Request, State
from kiosk.store.postgres.connection import Cursor
from kiosk.store.postgres.statements import fetch, one
from kiosk.store.rows import (
    HOLDER_COLUMNS,
    REQUEST_COLUMNS,
    changed_columns,
    holder_row,
    request_of,
    request_row,
    time_text,
    time_text_or_none,
)

# Columns by name: a form that adds one must not disturb a program that doesn't know it.
SELECT = sql.SQL(
    "SELECT {}, {} FROM kiosk.request LEFT JOIN kiosk.holder ON holder.request_id = request.id "
).format(
    sql.SQL(", ").join(sql.Identifier("request", column) for column in REQUEST_COLUMNS),
    sql.SQL(", ").join(sql.Identifier("holder", column) for column in HOLDER_COLUMNS),
)

# A ticket that was given while the store was away opens the request that stood already.
OF_REFERENCE = (
    "WHERE request.id = coalesce((SELECT id FROM request AS own WHERE own.reference = %s), "
    "(SELECT request_id FROM ticket WHERE ticket.reference = %s))"
)
OF_TICKET = (
    "WHERE request.id = coalesce((SELECT id FROM request AS own WHERE own.ticket_digest = %s), "
    "(SELECT request_id FROM ticket WHERE ticket.digest = %s))"
)

# A reason written by hand may name someone; the codes that students read are small letters only.
FORGET_WORDS = (
    "UPDATE request SET supervisor_reason = NULL, "
    "decision_reason = CASE WHEN decision_reason ~ '[^a-z_]' THEN NULL ELSE decision_reason END WHERE id = %s"
)


def jsons(request: Request, holder: Holder) -> tuple[Jsonb, Jsonb]:
    """Return a request and its holder as the database's functions take them."""
    ended_at = time_text_or_none(request.ended_at)
    return Jsonb(request_row(request)), Jsonb(holder_row(request.id, holder) | {"ended_at": ended_at})


def file(cursor: Cursor, request: Request, holder: Holder) -> Request | None:
    """Insert a request and its holder; return None, or what stands instead. Raises Refused."""
    standing = one(cursor, "SELECT file_request(%s, %s)", jsons(request, holder))
    return None if standing is None else by_id(cursor, standing)


def by_reference(cursor: Cursor, reference: str) -> Request:
    """Return the request that has, or was joined by, this reference. Raises NotFound."""
    found = select(cursor, OF_REFERENCE, [reference, reference])
    if not found:
        raise NotFound("There is no request with this reference.", "no_such_request")
    return found[0]


def by_id(cursor: Cursor, request_id: str) -> Request:
    (request,) = select(cursor, "WHERE request.id = %s", [request_id])
    return request


def by_ticket(cursor: Cursor, ticket_digest: str) -> Request | None:
    return next(iter(select(cursor, OF_TICKET, [ticket_digest, ticket_digest])), None)


def open_for(cursor: Cursor, student_number: str) -> Request | None:
    where = "WHERE holder.student_number = %s AND holder.ended_at IS NULL"
    return next(iter(select(cursor, where, [student_number])), None)


def earlier(cursor: Cursor, student_number: str, limit: int) -> tuple[Request, ...]:
    rest = "WHERE holder.student_number = %s ORDER BY request.filed_at DESC, request.id LIMIT %s"
    return select(cursor, rest, [student_number, limit])


def counts(cursor: Cursor) -> dict[State, int]:
    """Count state by state: each is one walk along the queue's index."""
    rows = fetch(
        cursor,
        "SELECT each.state, (SELECT count(*) FROM request WHERE request.state = each.state) AS count "
        "FROM unnest(%s::text[]) AS each (state)",
        [list(State)],
    )
    return {State(row["state"]): row["count"] for row in rows}


def swap(cursor: Cursor, before: Request, after: Request) -> Request:
    """Compare and set. Raises AlreadyDecided if the request moved since `before` was read, or is gone."""
    changes = changed_columns(before, after)
    settings = [sql.SQL("{} = {}").format(sql.Identifier(name), sql.Placeholder(name)) for name in changes]
    statement = sql.SQL(
        "UPDATE request SET {} WHERE id = %(of)s AND version = %(old_version)s AND state = %(old_state)s"
    ).format(sql.SQL(", ").join([sql.SQL("version = version + 1"), *settings]))
    old = {"of": before.id, "old_version": before.version, "old_state": before.state.value}
    if cursor.execute(statement, changes | old).rowcount != 1:
        raise AlreadyDecided("Someone else was faster: look at the request again.", "already_decided")
    cursor.execute("DELETE FROM claim WHERE request_id = %s", [before.id])
    if "ticket_digest" in changes:  # a new ticket takes the place of every one before
        cursor.execute("UPDATE ticket SET digest = NULL WHERE request_id = %s", [before.id])
    if "ended_at" in changes:
        _end_holder(cursor, before.id, changes["ended_at"])
    return by_id(cursor, before.id)


def _end_holder(cursor: Cursor, request_id: str, ended_at: object) -> None:
    """Keep the holder's copy in step. Raises Refused if the student has another open request by now."""
    try:
        cursor.execute("UPDATE holder SET ended_at = %s WHERE request_id = %s", [ended_at, request_id])
    except errors.UniqueViolation as error:
        raise Refused(
            "This student has another open request: finish that one.", "other_open_request"
        ) from error


def erase_holders(cursor: Cursor, ids: Sequence[str]) -> int:
    """Delete these requests' holders, with what staff wrote about them, and return how many there were."""
    erased = 0
    for each in sorted(ids):  # in one order everywhere: two who erase don't wait for each other in a circle
        cursor.execute(FORGET_WORDS, [each])
        erased += cursor.execute("DELETE FROM holder WHERE request_id = %s", [each]).rowcount
    return erased


def waiting_since_before(cursor: Cursor, at: datetime, limit: int) -> tuple[Request, ...]:
    rest = (
        "WHERE request.state = 'waiting' AND request.filed_at < %s "
        "ORDER BY request.filed_at, request.id LIMIT %s"
    )
    return select(cursor, rest, [time_text(at), limit])


def ended_before(cursor: Cursor, at: datetime, limit: int) -> tuple[Request, ...]:
    rest = "WHERE holder.ended_at < %s ORDER BY holder.ended_at, holder.request_id LIMIT %s"
    return select(cursor, rest, [time_text(at), limit])


def count_ended_before(cursor: Cursor, at: datetime) -> int:
    return int(one(cursor, "SELECT count(*) FROM request WHERE ended_at < %s", [time_text(at)]))


def delete_ended_before(cursor: Cursor, at: datetime) -> int:
    """Delete requests that ended before then, holders included, and return how many."""
    return cursor.execute("DELETE FROM request WHERE ended_at < %s", [time_text(at)]).rowcount


def select(cursor: Cursor, rest: str, values: Sequence[Any]) -> tuple[Request, ...]:
    """Return the requests of the rest of a question; rest: this package's own words."""
    return tuple(map(request_of, cursor.execute(SELECT + sql.SQL(rest), values)))
