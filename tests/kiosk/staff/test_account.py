"""Staff accounts."""

import pytest

from kiosk.errors import Refused
from kiosk.staff.account import Role, StaffAccount


@pytest.mark.parametrize("login", ["ann", "adele.approver", "j-m_p2", "a.b@univ.example"])
def test_an_ordinary_login_is_taken(login):
    """Letters, digits and the marks of mail addresses."""
    assert login == StaffAccount(login, Role.APPROVER, "").login


@pytest.mark.parametrize("login", ["", "Ann", "21900001", "ann b", "é", "a" * 65, "ann\n"])
def test_a_login_that_could_be_a_number_or_a_name_is_refused(login):
    """Events name logins: what looks like a student number or a name must not become one."""
    with pytest.raises(Refused) as refused:
        StaffAccount(login, Role.APPROVER, "")

    assert ("login_form",) == refused.value.reasons


@pytest.mark.parametrize("login", ["visitor", "system", "unknown"])
def test_the_journal_s_words_for_nobody_are_no_logins(login):
    """Someone named "visitor" could act and blame the public."""
    with pytest.raises(Refused):
        StaffAccount(login, Role.APPROVER, "")


def test_a_password_hash_is_not_shown():
    """An account that lands in a log by mistake doesn't carry it along."""
    assert "argon2" not in repr(StaffAccount("ann", Role.APPROVER, "$argon2id$..."))
