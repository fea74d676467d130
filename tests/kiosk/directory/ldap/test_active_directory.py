import ldap
import pytest

from tests.contracts.directory import LOCKED, NOELLE, Campus, DirectoryContract, Person
from tests.contracts.directory_product import ProductContract
from tests.kiosk.directory.ldap.wrapped import directory_from
from tests.servers import samba
from tests.servers.people import PASSWORD, WRONG
from tests.servers.samba_campus import DESK, SECRETS, TERMINAL

BOTH = (SECRETS[TERMINAL], SECRETS[DESK])
LOCK = ("lockoutTime", "badPwdCount", "badPasswordTime", "msDS-User-Account-Control-Computed", "pwdLastSet")
SOMEONE = Person(number="21900070")


@pytest.fixture
def directory(active_directory, tmp_path):
    return directory_from(tmp_path, active_directory.settings(), BOTH)


@pytest.fixture
def campus(active_directory, directory, nobody_there, tmp_path) -> Campus:
    away = directory_from(tmp_path, active_directory.settings(nobody_there), BOTH)
    return Campus(directory=directory, away=away, gone=f"CN=gone,{samba.PEOPLE}")


@pytest.fixture
def people(samba_as_it_is):
    """The server, for tests that bring a person of their own."""
    return samba_as_it_is


class TestActiveDirectoryWithOwnPeople(ProductContract):
    """What each product must do, here too."""


class TestActiveDirectory(DirectoryContract):
    def test_one_wrong_password_after_unlocking_does_not_lock_again(self, active_directory, campus):
        """The core of it: locked by failed tries, unlocked, one slip, and the right password still opens."""
        admin, dn = active_directory.admin, active_directory.dn(LOCKED)
        assert not admin.signs_in(dn, PASSWORD)

        campus.directory.unlock(dn)

        assert not admin.signs_in(dn, WRONG)
        assert admin.signs_in(dn, PASSWORD)


def test_a_new_password_ends_no_lock(active_directory, directory):
    """Another product would: here both are done, in whichever order."""
    dn = active_directory.put(SOMEONE)
    active_directory.admin.lock(dn, WRONG, samba.MAX_FAILURES)

    directory.set_one_time_password(dn, "Tulipe-Canard-41-Nuage")

    assert directory.state(dn).locked is True
    directory.unlock(dn)
    state = directory.state(dn)
    assert (False, True) == (state.locked, state.must_change_password)


def as_identity(campus, name):
    return campus.admin.bound(f"{name}@{samba.REALM.lower()}", SECRETS[name])


def test_the_terminal_sees_no_lock(active_directory):
    """Everything else of a person any account of such a domain may read; a lock it may not."""
    with as_identity(active_directory, TERMINAL) as connection:
        ((_, values),) = connection.search_s(
            active_directory.dn(LOCKED), ldap.SCOPE_BASE, attrlist=[*LOCK, "userAccountControl"]
        )

    assert {} == values


@pytest.mark.parametrize("name", [TERMINAL, DESK])
@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("userAccountControl", "514"),
        ("sn", "MINE"),
        ("supannRessourceEtat", "{COMPTE}A"),
        ("accountExpires", "0"),
        ("badPwdCount", "0"),
        ("servicePrincipalName", "http/mine"),
    ],
)
def test_neither_writes_anything_else(active_directory, name, attribute, value):
    """The server itself refuses."""
    with (
        as_identity(active_directory, name) as connection,
        pytest.raises((ldap.INSUFFICIENT_ACCESS, ldap.UNWILLING_TO_PERFORM)),
    ):
        connection.modify_s(active_directory.dn(NOELLE), [(ldap.MOD_REPLACE, attribute, [value.encode()])])


@pytest.mark.parametrize(
    "changes",
    [
        [(ldap.MOD_REPLACE, "lockoutTime", [b"0"])],
        [(ldap.MOD_REPLACE, "pwdLastSet", [b"0"])],
        [(ldap.MOD_REPLACE, "unicodePwd", ['"Mine-Passw0rd"'.encode("utf-16-le")])],
    ],
    ids=lambda changes: changes[0][1],
)
def test_the_terminal_ends_no_lock_and_sets_no_password(active_directory, changes):
    """That is the desk's."""
    with as_identity(active_directory, TERMINAL) as connection, pytest.raises(ldap.INSUFFICIENT_ACCESS):
        connection.modify_s(active_directory.dn(LOCKED), changes)


@pytest.mark.parametrize("name", [TERMINAL, DESK])
def test_neither_deletes_or_adds(active_directory, name):
    """Nor anywhere outside the students' branch."""
    with as_identity(active_directory, name) as connection:
        with pytest.raises(ldap.INSUFFICIENT_ACCESS):
            connection.delete_s(active_directory.dn(NOELLE))
        with pytest.raises(ldap.INSUFFICIENT_ACCESS):
            connection.add_s(f"CN=new,{samba.PEOPLE}", [("objectClass", [b"user"])])
        with pytest.raises(ldap.INSUFFICIENT_ACCESS):
            connection.modify_s(samba.ADMIN, [(ldap.MOD_REPLACE, "lockoutTime", [b"0"])])
