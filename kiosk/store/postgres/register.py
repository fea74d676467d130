"""The student register in PostgreSQL. Every function works inside its caller's transaction."""

from collections.abc import Iterable, Mapping

from psycopg import errors, sql

from kiosk.errors import NotFound, Refused
from kiosk.identity.register_columns import REGISTER_COLUMNS
from kiosk.store.postgres.connection import Cursor
from kiosk.store.postgres.statements import fetch, one
from kiosk.store.register_rows import NUMBER_TWICE, register_row

COLUMNS = sql.SQL(", ").join(map(sql.Identifier, REGISTER_COLUMNS))
COPY = sql.SQL("COPY register ({}) FROM STDIN").format(COLUMNS)
ONE_AT_A_TIME = "LOCK TABLE register IN SHARE ROW EXCLUSIVE MODE"  # readers go on


def replace_all(cursor: Cursor, rows: Iterable[Mapping[str, str]], with_accounts: bool) -> int:
    """Put these rows in the place of all others and return their count.

    with_accounts: keep the account states, which only a pretend directory has.
    Raises Refused for a number given twice.
    """
    cursor.execute(ONE_AT_A_TIME)
    cursor.execute("DELETE FROM register")
    try:
        with cursor.copy(COPY) as copy:
            for row in rows:
                copy.write_row(tuple(register_row(row, with_accounts).values()))
    except errors.UniqueViolation as error:
        raise Refused(NUMBER_TWICE, "number_twice") from error
    return size(cursor)


def find(cursor: Cursor, number: str) -> dict[str, str] | None:
    rows = cursor.execute(sql.SQL("SELECT {} FROM register WHERE number = %s").format(COLUMNS), [number])
    return rows.fetchone()


def size(cursor: Cursor) -> int:
    return int(one(cursor, "SELECT count(*) FROM register"))


def set_account(cursor: Cursor, number: str, account: str) -> None:
    """Change the pretend directory's account state. Raises NotFound."""
    changed = fetch(
        cursor, "UPDATE register SET account = %s WHERE number = %s RETURNING number", [account, number]
    )
    if not changed:
        raise NotFound("There is no student with this number in the register.", "no_such_student")
