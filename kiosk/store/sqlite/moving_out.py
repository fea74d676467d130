"""A store that moves to a database server takes nothing more, whichever program writes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from kiosk.errors import Refused, StoreAway
from kiosk.store.moved_tables import MovedTable
from kiosk.store.rows import time_text
from kiosk.store.sqlite.connection import Connection

UNDER_WAY = (
    "The store is being moved to {place}: nothing is written meanwhile. If that was interrupted, the administrator "
    "runs `kiosk move-store` again, or gives it up with --give-up."
)
MOVED = 'The store was moved to {place}: kiosk.toml must say so ([store], kind = "postgresql").'
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Move:
    """place: which server and database, without a login. is_done: the proof was given."""

    place: str
    is_done: bool


def refuse_moved(database: Database) -> None:
    """Raise StoreAway for a store that moves or has moved."""
    move = _found(database)
    if move is not None:
        sentence = MOVED if move.is_done else UNDER_WAY
        raise StoreAway(sentence.format(place=move.place), retry=not move.is_done)


def begin(connection: Connection, place: str, at: datetime) -> None:
    """Let nobody write any more. Raises Refused if the store moved, or is being moved to another place."""
    with connection.writing() as database:
        move = _found(database)
        if move is not None and (move.is_done or move.place != place):
            sentence = MOVED if move.is_done else UNDER_WAY
            raise Refused(sentence.format(place=move.place), "moved")
        database.execute("INSERT OR IGNORE INTO move VALUES (1, ?, ?, NULL)", [place, time_text(at)])


def finish(connection: Connection, at: datetime) -> None:
    """Say that the store has moved, for good."""
    with connection.writing() as database:
        database.execute("UPDATE move SET done_at = ?", [time_text(at)])


def give_up(connection: Connection) -> None:
    """Let everybody write again. Raises Refused if the store has moved."""
    with connection.writing() as database:
        move = _found(database)
        if move is not None and move.is_done:
            raise Refused(MOVED.format(place=move.place), "moved")
        database.execute("DELETE FROM move")


def rows(connection: Connection, table: MovedTable) -> Iterator[tuple[object, ...]]:
    """Yield a table's rows, in the order of its key."""
    columns, key = ", ".join(table.columns), ", ".join(table.key)
    with connection.reading() as database:
        cursor = database.execute(f"SELECT {columns} FROM {table.name} ORDER BY {key}")  # noqa: S608  the schema's own names
        while portion := cursor.fetchmany(AT_ONCE):
            yield from portion


def _found(database: Database) -> Move | None:
    row = database.execute("SELECT place, done_at FROM move WHERE id = 1").fetchone()
    return None if row is None else Move(row[0], row[1] is not None)
