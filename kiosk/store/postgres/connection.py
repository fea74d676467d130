"""Connections to the server, lent for one reading or one move; a broken one is replaced unseen."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any, TypeVar

import psycopg
from psycopg import errors
from psycopg.abc import PQGen
from psycopg.rows import DictRow, dict_row
from psycopg_pool import ConnectionPool, PoolTimeout

from kiosk.errors import KioskError, StoreAway
from kiosk.store.postgres.faults import BUSY, faults_told, telling
from kiosk.store.postgres.migrations import refuse_unknown_form
from kiosk.store.postgres.server import Server, TimeLimits, parameters

Cursor = psycopg.Cursor[DictRow]
Value = TypeVar("Value")
IDLE_S = 120.0  # hundreds of terminals share the server's connections: an idle one is given back
CLOSING_S = 5.0
ASK_AGAIN_S = 0.5

SESSION = (
    "SELECT set_config('statement_timeout', %(statement)s, false), set_config('lock_timeout', %(lock)s, false), "
    "set_config('idle_in_transaction_session_timeout', %(answer)s, false), "
    "set_config('search_path', 'kiosk, pg_temp', false)"
)


class PatientConnection(psycopg.Connection[DictRow]):
    """Gives a server that went silent up: the network may swallow answers without closing anything."""

    patience_s = 15.0

    def wait(self, gen: PQGen[Value], interval: float = 0.1, timeout: float | None = None) -> Value:
        if timeout is not None:
            return super().wait(gen, interval, timeout)
        try:
            return super().wait(gen, interval, self.patience_s)
        except errors._WaitTimeout as error:  # noqa: SLF001  the driver gives no public name to it
            self.pgconn.finish()
            raise psycopg.OperationalError("no answer in time") from error


@dataclass(slots=True)
class LastFailure:
    """Why the last attempt to connect failed: the pool itself only says that it waited."""

    error: Exception | None = None


class Connections:
    """A pool, and the only two ways to work with it: reading and writing."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._parameters = parameters(server)
        self._failure = LastFailure()
        self._pool: ConnectionPool[PatientConnection] = ConnectionPool(
            connection_class=_noting(self._failure, self.server.limits),
            kwargs=self._parameters | {"autocommit": True, "row_factory": dict_row},
            min_size=0,
            max_size=server.connections,
            timeout=server.limits.wait,
            max_idle=IDLE_S,
            num_workers=1,
            reconnect_timeout=0.0,
            check=ConnectionPool.check_connection,
            open=True,
        )

    def connect(self) -> PatientConnection:
        """Return a connection outside the pool, its caller's to close. Raises StoreAway, Refused."""
        with faults_told():
            kind = _noting(LastFailure(), self.server.limits)
            return kind.connect(**self._parameters, autocommit=True, row_factory=dict_row)

    @contextmanager
    def reading(self) -> Iterator[Cursor]:
        """Lend a cursor; each statement sees one moment."""
        with faults_told(), self._lent() as connection, connection.cursor() as cursor:
            yield cursor

    @contextmanager
    def writing(self) -> Iterator[Cursor]:
        """Lend a cursor for one move: all of it is durable at the end, or none of it."""
        with (
            faults_told(),
            self._lent() as connection,
            connection.transaction(),
            connection.cursor() as cursor,
        ):
            yield cursor

    def close(self) -> None:
        self._pool.close(CLOSING_S)

    @contextmanager
    def _lent(self) -> Iterator[PatientConnection]:
        connection = self._next()
        try:
            yield connection
        except errors.ReadOnlySqlTransaction:
            connection.close()  # it became a standby: the next connection looks for the server that writes
            raise
        finally:
            self._pool.putconn(connection)

    def _next(self) -> PatientConnection:
        """Return a connection as soon as there is one: the server may be away, or its standby about to take over.

        Each asking makes the pool try at once, where it would let the time between its attempts grow.
        """
        until = monotonic() + self._patience()
        while True:
            try:
                return self._pool.getconn(max(0.05, min(ASK_AGAIN_S, until - monotonic())))
            except PoolTimeout as error:
                why = self._why()
                if monotonic() >= until or not (isinstance(why, StoreAway) and why.retry):
                    raise why from error

    def _patience(self) -> float:
        """Return how many seconds a call waits for a connection."""
        return self.server.limits.wait

    def _why(self) -> KioskError:
        error = self._failure.error
        if isinstance(error, psycopg.Error):
            return telling(error) or StoreAway(BUSY)
        return error if isinstance(error, KioskError) else StoreAway(BUSY)


def _noting(failure: LastFailure, limits: TimeLimits) -> type[PatientConnection]:
    """Return the kind of connection that is set up at once, and notes why one couldn't be made."""

    class NotingConnection(PatientConnection):
        patience_s = limits.answer

        @classmethod
        def connect(cls, *words: Any, **parameters: Any) -> Any:
            try:
                connection = super().connect(*words, **parameters)
                try:
                    _set_up(connection, limits)
                except BaseException:
                    connection.close()
                    raise
            except Exception as error:
                failure.error = error
                raise
            failure.error = None
            return connection

    return NotingConnection


def _set_up(connection: psycopg.Connection[DictRow], limits: TimeLimits) -> None:
    """Limit the session's waits, and see that its database has a form that this program knows."""
    milliseconds = {
        name: str(round(getattr(limits, name) * 1000)) for name in ("statement", "lock", "answer")
    }
    connection.execute(SESSION, milliseconds)
    try:
        about = connection.execute("SELECT form, needs FROM terminal.about()").fetchone() or {}
    except (errors.InvalidSchemaName, errors.UndefinedTable, errors.UndefinedFunction):
        about = {}
    refuse_unknown_form(about.get("form"), about.get("needs"))
