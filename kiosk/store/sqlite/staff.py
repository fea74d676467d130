"""Staff accounts in SQLite. Every function works inside its caller's transaction."""

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from kiosk.errors import NotFound, Refused
from kiosk.staff.account import Role, StaffAccount


def add(database: Database, account: StaffAccount) -> None:
    """Insert an account. Raises Refused if the login exists."""
    if find(database, account.login) is not None:
        raise Refused("This login exists already: choose another.", "login_taken")
    database.table("staff").insert(_row(account))


def change(database: Database, account: StaffAccount) -> None:
    """Replace the account of this login. Raises NotFound."""
    if find(database, account.login) is None:
        raise NotFound("There is no staff account with this login.", "no_such_staff")
    database.table("staff").update(account.login, _row(account))


def find(database: Database, login: str) -> StaffAccount | None:
    rows = database.query("SELECT * FROM staff WHERE login = ?", [login])
    return next((_account(row) for row in rows), None)


def every(database: Database) -> tuple[StaffAccount, ...]:
    return tuple(_account(row) for row in database.query("SELECT * FROM staff ORDER BY login"))


def _row(account: StaffAccount) -> dict[str, str | int]:
    return {
        "login": account.login,
        "role": account.role.value,
        "password_hash": account.password_hash,
        "is_disabled": int(account.is_disabled),
    }


def _account(row: Mapping[str, Any]) -> StaffAccount:
    return StaffAccount(row["login"], Role(row["role"]), row["password_hash"], bool(row["is_disabled"]))
