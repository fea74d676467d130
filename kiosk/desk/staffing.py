"""Staff accounts: the first administrator, the others, and taking one away."""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.errors import NotAllowed, NotFound, Refused
from kiosk.journal.event import Happening
from kiosk.kit import Kit
from kiosk.staff.account import Role, StaffAccount
from kiosk.staff.passwords import hash_password
from kiosk.staff.permissions import Act, require

FIRST = "The first account must be an administrator: use --role admin."


def add_staff(kit: Kit, staff: StaffAccount | None, login: str, role: Role, password: str) -> StaffAccount:
    """Add an account. Nobody need be signed in while there is none; the first must then be an administrator."""
    login = login.strip().lower()
    if staff is None:
        require_first(kit, role)
    else:
        require(staff, Act.STAFF)
    account = StaffAccount(login=login, role=role, password_hash=hash_password(password, login))
    by = staff.login if staff else login
    kit.store.add_staff(account, Happening("staff_added", login, by, kit.now(), {"role": role}))
    return account


def require_first(kit: Kit, role: Role) -> None:
    """Raise NotAllowed if there are accounts already, Refused if the first isn't to be an administrator."""
    if kit.store.all_staff():
        raise NotAllowed(
            "There are staff accounts already: sign in with --as to add another.", "sign_in_needed"
        )
    if role is not Role.ADMIN:
        raise Refused(FIRST, "first_is_admin")


def list_staff(kit: Kit, staff: StaffAccount) -> Sequence[StaffAccount]:
    """Return every account."""
    require(staff, Act.STAFF)
    return kit.store.all_staff()


def disable_staff(kit: Kit, staff: StaffAccount, login: str) -> StaffAccount:
    """Disable an account; the last working administrator can't be disabled."""
    require(staff, Act.STAFF)
    account = kit.store.staff(login.strip().lower())
    if account is None:
        raise NotFound(f"There is no staff account “{login}”.", "unknown_login")
    after = replace(account, is_disabled=True)
    _keep_one_admin(kit, after)
    kit.store.change_staff(after, Happening("staff_disabled", after.login, staff.login, kit.now()))
    return after


def _keep_one_admin(kit: Kit, leaving: StaffAccount) -> None:
    others = (each for each in kit.store.all_staff() if each.login != leaving.login and not each.is_disabled)
    if leaving.role is Role.ADMIN and not any(each.role is Role.ADMIN for each in others):
        raise Refused("This is the last administrator: add another one first.", "last_admin")
