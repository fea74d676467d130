"""Rows in and out of a table, inside the caller's transaction. Names are the schema's, never what someone typed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, LiteralString

from psycopg import sql
from psycopg.rows import DictRow

from kiosk.store.postgres.connection import Cursor


def insertion(table: str, columns: Iterable[str]) -> sql.Composed:
    """Return the statement that adds one row."""
    names = tuple(columns)
    return sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
        sql.Identifier(table),
        sql.SQL(", ").join(map(sql.Identifier, names)),
        sql.SQL(", ").join(map(sql.Placeholder, names)),
    )


def insert(cursor: Cursor, table: str, row: Mapping[str, Any]) -> None:
    cursor.execute(insertion(table, row), row)


def fetch(cursor: Cursor, statement: LiteralString, values: Sequence[Any] = ()) -> list[DictRow]:
    return cursor.execute(statement, values).fetchall()


def one(cursor: Cursor, statement: LiteralString, values: Sequence[Any] = ()) -> Any:
    """Return the only column of the only row."""
    (row,) = fetch(cursor, statement, values)
    (value,) = row.values()
    return value
