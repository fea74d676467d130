"""The journal in SQLite: one row an event. Every function works inside its caller's transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from sqlite_utils import Database

from kiosk.errors import StoreAway
from kiosk.journal.event import Event, Happening
from kiosk.store.protocol import Sealer
from kiosk.store.sqlite.connection import Lends
from kiosk.store.sqlite.statements import fetch, insert

AT_ONCE = 100
OTHER_KEY = (
    "The store holds another key under this device's name: it was altered. Keep a copy and tell the auditor."
)


def append(database: Database, sealer: Sealer, happening: Happening) -> Event:
    """Seal a happening onto the writer's chain, whose last event is read in this same transaction."""
    event = sealer.seal(happening, _head(database, sealer.writer))
    insert(database, "event", asdict(event))
    return event


def events_after(database: Database, writer: str, sequence: int, limit: int) -> list[Event]:
    """Return the events that follow this one, writer by writer, in order."""
    rest = "WHERE (writer, sequence) > (?, ?) ORDER BY writer, sequence LIMIT ?"
    return _events(database, rest, [writer, sequence, limit])


def every(connection: Lends) -> Iterator[Event]:
    """Yield every event, writer by writer, in order.

    Read in portions, so that no reader holds the log for as long as someone looks at the journal.
    """
    writer, sequence = "", -1
    while portion := _portion(connection, writer, sequence):
        yield from portion
        writer, sequence = portion[-1].writer, portion[-1].sequence


def _portion(connection: Lends, writer: str, sequence: int) -> list[Event]:
    with connection.reading() as database:
        return events_after(database, writer, sequence, AT_ONCE)


def heads(database: Database) -> tuple[Event, ...]:
    """Return the last event of each writer that has one, by writer."""
    found = (_head(database, writer) for writer in public_keys(database))
    return tuple(event for event in found if event is not None)


def enrol(database: Database, sealer: Sealer) -> None:
    """Keep the writer's public key. Raises StoreAway if the writer is known with another one."""
    known = public_keys(database).get(sealer.writer)
    if known is None:
        database.table("writer").insert({"id": sealer.writer, "public_key": sealer.public_key})
    elif known != sealer.public_key:
        raise StoreAway(OTHER_KEY, retry=False)


def public_keys(database: Database) -> dict[str, bytes]:
    """Return every writer's public key, by writer."""
    return dict(database.execute("SELECT id, public_key FROM writer ORDER BY id").fetchall())


def _head(database: Database, writer: str) -> Event | None:
    found = _events(database, "WHERE writer = ? ORDER BY sequence DESC LIMIT 1", [writer])
    return found[0] if found else None


def _events(database: Database, rest: str, values: Sequence[Any]) -> list[Event]:
    select = "SELECT format, writer, sequence, body, previous, digest, signature FROM event "
    return [Event(**row) for row in fetch(database, select + rest, values)]
