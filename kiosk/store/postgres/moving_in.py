"""Take a whole store in, in one transaction, as a member of the group that owns the tables."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

from kiosk.errors import Refused, StoreAway
from kiosk.journal.event import Event
from kiosk.store.moved_tables import NUMBERS, TABLES, MovedTable
from kiosk.store.postgres.faults import faults_told
from kiosk.store.postgres.migrating import connected
from kiosk.store.postgres.migrations import form_of, refuse_unknown_form
from kiosk.store.postgres.server import Server, address_of

Row = tuple[Any, ...]
AT_ONCE = 500
ALL_TOLD = (
    "INSERT INTO kiosk.filing_notice SELECT id FROM kiosk.request"  # on the computer that they come from
)
LAST_PLACE = (
    "SELECT setval(pg_get_serial_sequence('kiosk.letter', 'place'), (SELECT max(place) FROM kiosk.letter))"
)


@dataclass(frozen=True, slots=True)
class Target:
    """A database with its tables, which no computer works with yet."""

    connection: psycopg.Connection[Row]

    def kind(self) -> str:
        row = self.connection.execute("SELECT value FROM kiosk.about WHERE name = 'kind'").fetchone()
        return str(row[0]) if row else ""

    def is_empty(self) -> bool:
        return all(not self._has_rows(table) for table in TABLES)

    def take(self, tables: Iterable[tuple[MovedTable, Iterable[Row]]]) -> None:
        """Copy every table: all of it stands at the end, or nothing. Raises Refused unless the database is empty."""
        with faults_told(), self.connection.transaction():
            self.connection.execute("SET LOCAL statement_timeout = 0")
            names = sql.SQL(", ").join(_table(table) for table in TABLES)
            self.connection.execute(sql.SQL("LOCK TABLE {} IN EXCLUSIVE MODE").format(names))
            if not self.is_empty():
                raise Refused(
                    "The database isn't empty any more: someone works with it already.", "not_empty"
                )
            for table, rows in tables:
                self._copy(table, rows)
            self.connection.execute(LAST_PLACE)
            self.connection.execute(ALL_TOLD)

    def rows(self, table: MovedTable) -> Iterator[Row]:
        """Yield a table's rows in the order of its key."""
        key = sql.SQL(", ").join(_ordered(column) for column in table.key)
        statement = sql.SQL("SELECT {} FROM {} ORDER BY {}").format(_columns(table), _table(table), key)
        with faults_told(), self.connection.transaction(), self.connection.cursor("moved") as cursor:
            cursor.itersize = AT_ONCE
            cursor.execute(statement)
            yield from cursor

    def events(self) -> Iterator[Event]:
        """Yield every event, writer by writer, in order."""
        (table,) = (each for each in TABLES if each.name == "event")
        return (Event(**dict(zip(table.columns, row, strict=True))) for row in self.rows(table))

    def public_keys(self) -> dict[str, bytes]:
        (table,) = (each for each in TABLES if each.name == "writer")
        return {str(name): bytes(key) for name, key in self.rows(table)}

    def _has_rows(self, table: MovedTable) -> bool:
        statement = sql.SQL("SELECT EXISTS (SELECT FROM {})").format(_table(table))
        return self.connection.execute(statement).fetchone() == (True,)

    def _copy(self, table: MovedTable, rows: Iterable[Row]) -> None:
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(_table(table), _columns(table))
        with self.connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)


@contextmanager
def target(server: Server, prefix: str) -> Iterator[Target]:
    """Lend the database that a store moves to. Raises StoreAway, Refused, SettingsWrong."""
    with faults_told():
        connection = connected(server, None)
        try:
            connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(f"{prefix}_owner")))
            refuse_unknown_form(form_of(connection), None)
            found = Target(connection)
            yield found
        except psycopg.errors.InsufficientPrivilege as error:
            raise StoreAway(
                f"This login doesn't own the database's tables: --to names a member of {prefix}_owner.",
                retry=False,
            ) from error
        finally:
            connection.close()


def place_of(server: Server) -> str:
    """Return which database this is, without a login. Raises SettingsWrong."""
    parts = address_of(server)
    hosts = parts.get("host") or parts.get("hostaddr") or "localhost"
    return f"{hosts}/{parts['dbname']}"


def _table(table: MovedTable) -> sql.Identifier:
    return sql.Identifier("kiosk", table.name)


def _columns(table: MovedTable) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, table.columns))


def _ordered(column: str) -> sql.Composable:
    name = sql.Identifier(column)
    return name if column in NUMBERS else sql.SQL('{} COLLATE "C"').format(name)
