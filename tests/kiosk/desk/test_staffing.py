"""The first administrator, the others, and taking one away."""

import pytest

from kiosk.desk.staffing import add_staff, disable_staff, list_staff
from kiosk.errors import NotAllowed, NotFound, Refused
from kiosk.staff.account import Role

PASSWORD = "correct horse battery"


@pytest.fixture
def admin(bench):
    return add_staff(bench.kit, None, "ada", Role.ADMIN, PASSWORD)


def test_the_first_account_needs_nobody_and_is_an_administrator(bench):
    """Anything else would leave nobody who may add the rest."""
    with pytest.raises(Refused, match="administrator"):
        add_staff(bench.kit, None, "bob", Role.APPROVER, PASSWORD)

    assert Role.ADMIN is add_staff(bench.kit, None, "ada", Role.ADMIN, PASSWORD).role


def test_the_second_account_needs_an_administrator(bench, admin):
    """Signed in."""
    with pytest.raises(NotAllowed):
        add_staff(bench.kit, None, "eve", Role.ADMIN, PASSWORD)
    bob = add_staff(bench.kit, admin, "bob", Role.SUPERVISOR, PASSWORD)
    with pytest.raises(NotAllowed):
        add_staff(bench.kit, bob, "eve", Role.ADMIN, PASSWORD)


def test_a_login_is_given_once(bench, admin):
    """However it is written."""
    with pytest.raises(Refused):
        add_staff(bench.kit, admin, "ADA", Role.APPROVER, PASSWORD)


@pytest.mark.parametrize("password", ["", "short", "ada", "adaadaadaada"])
def test_a_weak_password_is_refused(bench, password):
    """Nothing is kept then."""
    with pytest.raises(Refused):
        add_staff(bench.kit, None, "ada", Role.ADMIN, password)

    assert () == tuple(bench.kit.store.all_staff())


def test_the_last_administrator_stays(bench, admin):
    """Someone must be able to add staff."""
    with pytest.raises(Refused, match="last"):
        disable_staff(bench.kit, admin, "ada")


def test_who_is_disabled_is_listed_as_such(bench, admin):
    """The account stays: the journal names it."""
    add_staff(bench.kit, admin, "bob", Role.APPROVER, PASSWORD)
    disable_staff(bench.kit, admin, "bob")

    assert {"ada": False, "bob": True} == {
        each.login: each.is_disabled for each in list_staff(bench.kit, admin)
    }


def test_nobody_by_that_name(bench, admin):
    """Is said."""
    with pytest.raises(NotFound):
        disable_staff(bench.kit, admin, "bob")
