"""One connection to a store's file, and the only two ways to work with it: reading and writing."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Lock
from typing import Protocol

from sqlite_utils import Database

from kiosk.errors import StoreAway
from kiosk.store.sqlite.faults import CANT_OPEN, faults_told, primary_code
from kiosk.store.sqlite.process import still_runs

PRAGMAS = (
    "PRAGMA synchronous=FULL",  # a committed move survives a power cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # an erased holder is overwritten, not only unlinked
    "PRAGMA temp_store=MEMORY",  # no person in a temporary file
    "PRAGMA trusted_schema=OFF",
)


SWEEP_WAIT_MS = 250
LOG_PAUSE_S = 0.01


class Lends(Protocol):
    """What a store works with: a connection, or one that comes late. Each raises StoreAway."""

    def reading(self) -> AbstractContextManager[Database]: ...

    def writing(self) -> AbstractContextManager[Database]: ...

    def data_version(self) -> int: ...

    def sweep(self) -> None: ...

    def close(self) -> None: ...


class Connection:
    """A database behind a lock, so that threads take turns."""

    def __init__(self, database: Database, busy_timeout_s: float) -> None:
        self._database = database
        self._busy_timeout_ms = round(busy_timeout_s * 1000)
        self._turn = Lock()
        self._permit: Callable[[Database], None] = _anything

    def ask_first(self, permit: Callable[[Database], None]) -> None:
        """From now on each move begins by asking this, inside its transaction; where it raises, nothing is written."""
        self._permit = permit

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Lend the database for one reading transaction: what is seen belongs to one moment."""
        with self._transaction("BEGIN") as database:
            yield database

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """Lend the database for one move: all of it is durable at the end, or none of it.

        IMMEDIATE: a deferred one that reads first fails at once when another process writes meanwhile.
        """
        with self._transaction("BEGIN IMMEDIATE") as database:
            self._permit(database)
            yield database

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Database]:
        with self._turn, faults_told():
            self._database.execute(begin)
            try:
                yield self._database
                self._database.execute("COMMIT")
            except BaseException:
                self._database.rollback()  # no-op where the error already ended the transaction
                raise

    def be_patient(self, busy_timeout_s: float) -> None:
        """Wait so long for other processes from now on."""
        self._busy_timeout_ms = round(busy_timeout_s * 1000)
        with self._turn, faults_told():
            self._database.execute(f"PRAGMA busy_timeout={self._busy_timeout_ms}").fetchall()

    def data_version(self) -> int:
        """Return a number that changes when another connection commits."""
        with self._turn, faults_told():
            version: int = self._database.execute("PRAGMA data_version").fetchone()[0]
        return version

    def sweep(self) -> None:
        """Bring the log's content into the file and empty the log, which may still hold what was erased.

        Where another process reads for longer than a moment, the next sweep or the last close does it.
        """
        with self._turn, faults_told():
            self._database.execute(f"PRAGMA busy_timeout={SWEEP_WAIT_MS}").fetchall()
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            self._database.execute(f"PRAGMA busy_timeout={self._busy_timeout_ms}").fetchall()

    def start_log(self) -> None:
        """Use a write-ahead log: readers and the writer don't wait for each other. Raises StoreAway.

        SQLite itself doesn't wait where two processes open a new store at once, so this does.
        """
        last_try = time.monotonic() + self._busy_timeout_ms / 1000
        with self._turn, faults_told():
            while not self._has_log(is_last_try=time.monotonic() >= last_try):
                time.sleep(LOG_PAUSE_S)

    def _has_log(self, is_last_try: bool) -> bool:
        try:
            (mode,) = self._database.execute("PRAGMA journal_mode=WAL").fetchone()
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY or is_last_try:
                raise
            return False
        if mode != "wal":  # this file system can't share memory between processes
            raise StoreAway(CANT_OPEN, retry=False)
        return True

    def close(self) -> None:
        with self._turn, faults_told():
            self._database.close()


def _anything(_: Database) -> None:
    pass


def connect(path: Path, busy_timeout_s: float) -> Connection:
    """Open the file, which must exist, and change nothing in it. Raises StoreAway."""
    with faults_told():
        driver = sqlite3.connect(
            f"{path.as_uri()}?mode=rw",
            uri=True,
            timeout=busy_timeout_s,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            database = Database(driver, execute_plugins=False)
            for pragma in PRAGMAS:
                database.execute(pragma)
            driver.create_function("still_runs", 1, still_runs)
        except BaseException:
            driver.close()
            raise
        return Connection(database, busy_timeout_s)
