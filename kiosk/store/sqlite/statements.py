"""Rows in and out of a table, inside the caller's transaction.

sqlite-utils looks the table up and opens a savepoint at each call; on a fast disk that took as long as the flush.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlite_utils import Database


def insert(database: Database, table: str, row: Mapping[str, Any]) -> None:
    """Add one row. table and the row's keys: names of the schema, never what someone typed."""
    database.execute(_insertion(table, tuple(row)), list(row.values()))


def fetch(database: Database, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """Return every row of a question, by column name."""
    cursor = database.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608  the schema's own names
