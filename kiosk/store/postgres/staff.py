"""Staff accounts in PostgreSQL. Every function works inside its caller's transaction."""

from psycopg import errors

from kiosk.errors import NotFound, Refused
from kiosk.staff.account import StaffAccount
from kiosk.store.postgres.connection import Cursor
from kiosk.store.postgres.statements import fetch, insert
from kiosk.store.staff_rows import staff_of, staff_row


def add(cursor: Cursor, account: StaffAccount) -> None:
    """Insert an account. Raises Refused if the login exists."""
    try:
        insert(cursor, "staff", staff_row(account))
    except errors.UniqueViolation as error:
        raise Refused("This login exists already: choose another.", "login_taken") from error


def change(cursor: Cursor, account: StaffAccount) -> None:
    """Replace the account of this login. Raises NotFound."""
    changed = cursor.execute(
        "UPDATE staff SET role = %(role)s, password_hash = %(password_hash)s, is_disabled = %(is_disabled)s "
        "WHERE login = %(login)s",
        staff_row(account),
    )
    if changed.rowcount != 1:
        raise NotFound("There is no staff account with this login.", "no_such_staff")


def find(cursor: Cursor, login: str) -> StaffAccount | None:
    rows = fetch(
        cursor, "SELECT login, role, password_hash, is_disabled FROM staff WHERE login = %s", [login]
    )
    return next(map(staff_of, rows), None)


def every(cursor: Cursor) -> tuple[StaffAccount, ...]:
    rows = fetch(cursor, "SELECT login, role, password_hash, is_disabled FROM staff ORDER BY login")
    return tuple(map(staff_of, rows))
