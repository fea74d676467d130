"""Staff accounts as flat rows and back, the same in every backend. Pure."""

from collections.abc import Mapping
from typing import Any

from kiosk.staff.account import Role, StaffAccount


def staff_row(account: StaffAccount) -> dict[str, str | int]:
    return {
        "login": account.login,
        "role": account.role.value,
        "password_hash": account.password_hash,
        "is_disabled": int(account.is_disabled),
    }


def staff_of(row: Mapping[str, Any]) -> StaffAccount:
    return StaffAccount(row["login"], Role(row["role"]), row["password_hash"], bool(row["is_disabled"]))
