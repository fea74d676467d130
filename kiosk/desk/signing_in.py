"""Staff sign in, with a growing wait after failures that a restart doesn't forget."""

from dataclasses import replace
from datetime import timedelta

from kiosk.errors import NotAllowed, Refused
from kiosk.journal.digest import keyed_digest
from kiosk.journal.event import Happening
from kiosk.kit import Kit
from kiosk.request.limits import wait_before_next
from kiosk.staff.account import StaffAccount
from kiosk.staff.passwords import hash_password, is_right, needs_rehash

REMEMBERED = timedelta(days=1)
WRONG = "This login and password don't go together, or the account is disabled."


def sign_in(kit: Kit, login: str, password: str) -> StaffAccount:
    """Return the account. Raises NotAllowed, with the same sentence for every cause but too many tries."""
    login = login.strip().lower()
    # What was typed as a login may be a password: it is counted under a digest.
    key = keyed_digest(kit.store.secret("sign-in"), login)
    _refuse_haste(kit, key)
    account = kit.store.staff(login)
    # The password is checked first and for every login, so that unknown and disabled ones take as long.
    is_known = is_right(password, account.password_hash if account else None)
    ok = is_known and account is not None and not account.is_disabled
    _note(kit, key, account, ok)
    if account is None or not ok:
        raise NotAllowed(WRONG, "sign_in_failed")
    return _hashed_as_today(kit, account, password)


def still_signed_in(kit: Kit, staff: StaffAccount) -> StaffAccount:
    """Return the account as it stands now. Raises NotAllowed if it was disabled since they signed in."""
    account = kit.store.staff(staff.login)
    if account is None or account.is_disabled:
        raise NotAllowed("This staff account is disabled: ask an administrator.", "account_disabled")
    return account


def _hashed_as_today(kit: Kit, account: StaffAccount, password: str) -> StaffAccount:
    """Hash the password anew where today's parameters are others; only now the password is at hand."""
    if not needs_rehash(account.password_hash):
        return account
    try:
        after = replace(account, password_hash=hash_password(password, account.login))
    except Refused:  # it was good enough when it was chosen
        return account
    kit.store.change_staff(after, Happening("password_rehashed", after.login, after.login, kit.now()))
    return after


def _refuse_haste(kit: Kit, key: str) -> None:
    now = kit.now()
    wait = wait_before_next(kit.store.failed_sign_ins(key, now - REMEMBERED), now)
    if wait > timedelta(0):
        seconds = round(wait.total_seconds() + 0.5)
        raise NotAllowed(
            f"Too many failed sign-ins. Wait {seconds} seconds, then try again.", "too_many_tries"
        )


def _note(kit: Kit, key: str, account: StaffAccount | None, ok: bool) -> None:
    kind = "signed_in" if ok else "sign_in_failed"
    subject = account.login if account else ""
    kit.store.note_sign_in(key, kit.now(), ok, Happening(kind, subject, subject or "unknown", kit.now()))
