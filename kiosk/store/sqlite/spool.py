"""A terminal's spool in a SQLite file of its own."""

from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from kiosk.errors import StoreAway
from kiosk.store.inbox import Letter
from kiosk.store.network_drive import mounted, refuse_network_drive
from kiosk.store.private_folder import make_private
from kiosk.store.rows import time_text
from kiosk.store.sqlite.connection import Connection, connect
from kiosk.store.sqlite.migrations import Step, migrate, refuse_unknown_form

APPLICATION = 0x4D4B5350  # "MKSP"
FULL = "The spool is full: nothing more is taken until the server answers again."


def _create(database: Database) -> None:
    database.execute(
        "CREATE TABLE letter (place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "
        "writer TEXT NOT NULL, content BLOB NOT NULL, signature BLOB NOT NULL, put_at TEXT NOT NULL) STRICT"
    )


STEPS: tuple[Step, ...] = (_create,)


def _nothing(_database: Database) -> None:
    """A spool is marked as nothing in particular."""


class SpoolFile:
    """A Spool (the protocol says what each method promises). most: how many letters it may hold."""

    def __init__(self, path: Path, most: int, busy_timeout_s: float = 5.0) -> None:
        """Open the file, made if it is missing. Raises StoreAway or Refused as open_store does."""
        path = path.expanduser().resolve()
        refuse_network_drive(path, mounted())
        make_private(path)
        self._most = most
        self._connection = connect(path, busy_timeout_s)
        try:
            _prepare(self._connection)
        except BaseException:
            self._connection.close()
            raise

    def put(self, letter: Letter, at: datetime) -> None:
        with self._connection.writing() as database:
            if database.execute("SELECT 1 FROM letter WHERE id = ?", [letter.id]).fetchone():
                return
            if _count(database) >= self._most:
                raise StoreAway(FULL)
            database.execute(
                "INSERT INTO letter (id, writer, content, signature, put_at) VALUES (?, ?, ?, ?, ?)",
                [letter.id, letter.writer, letter.content, letter.signature, time_text(at)],
            )

    def first(self, limit: int = 50) -> tuple[Letter, ...]:
        with self._connection.reading() as database:
            sql = "SELECT id, writer, content, signature FROM letter ORDER BY place LIMIT ?"
            return tuple(Letter(*row) for row in database.execute(sql, [limit]))

    def remove(self, letter_id: str) -> None:
        with self._connection.writing() as database:
            database.execute("DELETE FROM letter WHERE id = ?", [letter_id])

    def count(self) -> int:
        with self._connection.reading() as database:
            return _count(database)

    def wipe(self) -> int:
        with self._connection.writing() as database:
            count: int = database.execute("DELETE FROM letter").rowcount
        self._connection.sweep()
        return count

    def close(self) -> None:
        self._connection.close()


def _prepare(connection: Connection) -> None:
    refuse_unknown_form(connection, STEPS, APPLICATION)
    connection.start_log()
    migrate(connection, _nothing, STEPS, APPLICATION)


def _count(database: Database) -> int:
    count: int = database.execute("SELECT count(*) FROM letter").fetchone()[0]
    return count
