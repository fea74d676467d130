"""The journal in PostgreSQL: one row an event.

Every function works inside its caller's transaction, but `every`, which reads for as long as its caller does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, LiteralString

from kiosk.journal.event import Event
from kiosk.store.postgres.connection import Connections, Cursor
from kiosk.store.postgres.statements import fetch, insert
from kiosk.store.protocol import Sealer

SELECT: LiteralString = "SELECT format, writer, sequence, body, previous, digest, signature "
LAST_OF_EACH: LiteralString = (
    "FROM writer, LATERAL (SELECT * FROM event WHERE event.writer = writer.id ORDER BY sequence DESC LIMIT 1) AS last "
    "ORDER BY writer.id"
)

AT_ONCE = 100


def lock(cursor: Cursor, writer: str) -> Event | None:
    """Return the writer's last event; nobody else adds to its chain until the transaction ends."""
    found = _events(cursor, SELECT + "FROM head(%s)", [writer])
    return found[0] if found else None


def append(cursor: Cursor, event: Event) -> None:
    insert(cursor, "event", asdict(event))


def holds(cursor: Cursor, event: Event) -> bool:
    """Return True if this very event stands, once whoever writes at this chain has ended."""
    lock(cursor, event.writer)
    stands = "SELECT 1 FROM event WHERE writer = %s AND sequence = %s AND digest = %s"
    return bool(fetch(cursor, stands, [event.writer, event.sequence, event.digest]))


def events_after(cursor: Cursor, writer: str, sequence: int, limit: int) -> list[Event]:
    """Return the events that follow this one, writer by writer, in order."""
    statement: LiteralString = (
        SELECT + "FROM event WHERE (writer, sequence) > (%s, %s) ORDER BY writer, sequence LIMIT %s"
    )
    return _events(cursor, statement, [writer, sequence, limit])


def every(connections: Connections) -> Iterator[Event]:
    """Yield every event, writer by writer, in order.

    Read in portions, so that no connection is held for as long as someone looks at the journal.
    """
    writer, sequence = "", -1
    while portion := _portion(connections, writer, sequence):
        yield from portion
        writer, sequence = portion[-1].writer, portion[-1].sequence


def heads(cursor: Cursor) -> tuple[Event, ...]:
    """Return the last event of each writer that has one, by writer."""
    return tuple(_events(cursor, SELECT + LAST_OF_EACH))


def enrol(cursor: Cursor, sealer: Sealer) -> None:
    """Keep the writer's public key. Raises StoreAway if the writer is known with another one."""
    fetch(cursor, "SELECT kiosk.enrol(%s, %s)", [sealer.writer, sealer.public_key])


def public_keys(cursor: Cursor) -> dict[str, bytes]:
    """Return every writer's public key, by writer."""
    return {
        row["id"]: row["public_key"] for row in fetch(cursor, "SELECT id, public_key FROM writer ORDER BY id")
    }


def _portion(connections: Connections, writer: str, sequence: int) -> list[Event]:
    with connections.reading() as cursor:
        return events_after(cursor, writer, sequence, AT_ONCE)


def _events(cursor: Cursor, statement: LiteralString, values: Sequence[Any] = ()) -> list[Event]:
    return [Event(**row) for row in fetch(cursor, statement, values)]
