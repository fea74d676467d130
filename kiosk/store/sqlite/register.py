"""The student register in SQLite. Every function works inside its caller's transaction."""

import sqlite3
from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from kiosk.errors import NotFound, Refused
from kiosk.store.register_rows import NUMBER_TWICE, register_row


def replace_all(database: Database, rows: Iterable[Mapping[str, str]], with_accounts: bool) -> int:
    """Put these rows in the place of all others and return their count.

    with_accounts: keep the account states, which only a pretend directory has.
    Raises Refused for a number given twice.
    """
    database.execute("DELETE FROM register")
    try:
        database.table("register").insert_all(register_row(row, with_accounts) for row in rows)
    except sqlite3.IntegrityError as error:
        raise Refused(NUMBER_TWICE, "number_twice") from error
    return database.table("register").count


def find(database: Database, number: str) -> dict[str, str] | None:
    return next(iter(database.query("SELECT * FROM register WHERE number = ?", [number])), None)


def size(database: Database) -> int:
    return database.table("register").count


def set_account(database: Database, number: str, account: str) -> None:
    """Change the pretend directory's account state. Raises NotFound."""
    changed = database.execute("UPDATE register SET account = ? WHERE number = ?", [account, number])
    if changed.rowcount != 1:
        raise NotFound("There is no student with this number in the register.", "no_such_student")
