"""Signing in: one sentence for every failure, and waits that grow and survive a restart."""

import pytest
from argon2 import PasswordHasher

from kiosk.desk.signing_in import WRONG, sign_in, still_signed_in
from kiosk.desk.staffing import add_staff, disable_staff
from kiosk.errors import NotAllowed
from kiosk.journal.event import Happening
from kiosk.staff.account import Role, StaffAccount
from kiosk.staff.passwords import needs_rehash

PASSWORD = "correct horse battery"


@pytest.fixture
def admin(bench):
    return add_staff(bench.kit, None, "ada", Role.ADMIN, PASSWORD)


def test_the_right_password_signs_in(bench, admin):
    """However the login was written."""
    assert admin == sign_in(bench.kit, " Ada ", PASSWORD)


@pytest.mark.parametrize(
    ("login", "password"), [("ada", "wrong"), ("nobody", PASSWORD), ("", ""), (PASSWORD, "ada")]
)
def test_every_failure_is_one_sentence(bench, admin, login, password):
    """Unknown login or wrong password: nobody learns which."""
    with pytest.raises(NotAllowed, match=WRONG):
        sign_in(bench.kit, login, password)


def test_a_disabled_account_fails_like_any(bench, admin):
    """Someone who left."""
    add_staff(bench.kit, admin, "bob", Role.APPROVER, PASSWORD)
    disable_staff(bench.kit, admin, "bob")

    with pytest.raises(NotAllowed, match=WRONG):
        sign_in(bench.kit, "bob", PASSWORD)


def test_after_three_failures_even_the_right_password_waits(bench, admin):
    """And the wait ends."""
    for _ in range(3):
        with pytest.raises(NotAllowed):
            sign_in(bench.kit, "ada", "wrong")

    with pytest.raises(NotAllowed, match="Wait"):
        sign_in(bench.kit, "ada", PASSWORD)
    bench.clock.advance(seconds=16)

    assert admin == sign_in(bench.kit, "ada", PASSWORD)


def test_one_login_s_failures_hold_up_nobody_else(bench, admin):
    """Else anyone could lock the whole desk out."""
    add_staff(bench.kit, admin, "bob", Role.APPROVER, PASSWORD)
    for _ in range(4):
        with pytest.raises(NotAllowed):
            sign_in(bench.kit, "bob", "wrong")

    assert admin == sign_in(bench.kit, "ada", PASSWORD)


def test_a_password_typed_as_login_is_written_nowhere(bench, admin, tmp_path):
    """Neither in the journal nor in any byte of the store."""
    with pytest.raises(NotAllowed):
        sign_in(bench.kit, PASSWORD, "ada")

    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert PASSWORD.encode() not in stored


def test_who_is_signed_in_stays_so_until_the_account_is_disabled(bench):
    """A desk asks before each act; a new role counts at once."""
    add_staff(bench.kit, None, "root", Role.ADMIN, PASSWORD)
    ann = add_staff(bench.kit, bench.staff[Role.ADMIN], "ann", Role.RECEPTION, PASSWORD)
    assert ann == still_signed_in(bench.kit, ann)

    disable_staff(bench.kit, bench.staff[Role.ADMIN], "ann")

    with pytest.raises(NotAllowed, match="disabled"):
        still_signed_in(bench.kit, ann)


def with_an_old_hash(bench, password):
    """Add bob, whose password was hashed with the parameters of years ago."""
    old = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(password)
    account = StaffAccount("bob", Role.APPROVER, old)
    bench.kit.store.add_staff(account, Happening("staff_added", "bob", "ada", bench.kit.now()))
    return account


def test_signing_in_hashes_an_old_password_as_today(bench):
    """Once; the same password signs in afterwards."""
    with_an_old_hash(bench, PASSWORD)

    sign_in(bench.kit, "bob", PASSWORD)

    kept = bench.kit.store.staff("bob")
    assert not needs_rehash(kept.password_hash)
    assert kept == sign_in(bench.kit, "bob", PASSWORD)


def test_a_password_that_is_too_short_by_now_still_signs_in(bench):
    """Its owner isn't locked out by a rule that came later."""
    account = with_an_old_hash(bench, "short one")

    assert account == sign_in(bench.kit, "bob", "short one")
