"""Staff accounts in SQLite. Every function works inside its caller's transaction."""

from sqlite_utils import Database

from kiosk.errors import NotFound, Refused
from kiosk.staff.account import StaffAccount
from kiosk.store.staff_rows import staff_of, staff_row


def add(database: Database, account: StaffAccount) -> None:
    """Insert an account. Raises Refused if the login exists."""
    if find(database, account.login) is not None:
        raise Refused("This login exists already: choose another.", "login_taken")
    database.table("staff").insert(staff_row(account))


def change(database: Database, account: StaffAccount) -> None:
    """Replace the account of this login. Raises NotFound."""
    if find(database, account.login) is None:
        raise NotFound("There is no staff account with this login.", "no_such_staff")
    database.table("staff").update(account.login, staff_row(account))


def find(database: Database, login: str) -> StaffAccount | None:
    rows = database.query("SELECT * FROM staff WHERE login = ?", [login])
    return next((staff_of(row) for row in rows), None)


def every(database: Database) -> tuple[StaffAccount, ...]:
    return tuple(staff_of(row) for row in database.query("SELECT * FROM staff ORDER BY login"))
