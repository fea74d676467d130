import ldap
import pytest

from tests.contracts.directory import LOCKED, NOELLE, Campus, DirectoryContract, Person
from tests.contracts.directory_product import ProductContract
from tests.kiosk.directory.ldap.wrapped import directory_from
from tests.servers import ds389
from tests.servers.ds389_campus import DESK, REFUSED, SECRETS, TERMINAL
from tests.servers.people import PASSWORD, WRONG

BOTH = (SECRETS[TERMINAL], SECRETS[DESK])
SOMEONE = Person(number="21900080")
FAR = "20991231235959Z"
NAMES = {"sn", "givenName", "displayName", "supannNomDeNaissance", "supannPrenomsEtatCivil"}
STANDING = {"objectClass", "supannRessourceEtat", "supannEtuAnneeInscription"}


@pytest.fixture
def directory(ds389_campus, tmp_path):
    return directory_from(tmp_path, ds389_campus.settings(), BOTH)


@pytest.fixture
def campus(ds389_campus, directory, nobody_there, tmp_path) -> Campus:
    away = directory_from(tmp_path, ds389_campus.settings(nobody_there), BOTH)
    return Campus(directory=directory, away=away, gone=f"uid=gone,{ds389.PEOPLE}")


@pytest.fixture
def people(ds389_as_it_is):
    """The server, for tests that bring a person of their own."""
    return ds389_as_it_is


class TestDs389WithOwnPeople(ProductContract):
    """What each product must do, here too."""


class TestDs389(DirectoryContract):
    def test_one_wrong_password_after_unlocking_does_not_lock_again(self, ds389_campus, campus):
        """The core of it: locked by failed tries, unlocked, one slip, and the right password still opens."""
        admin, dn = ds389_campus.admin, ds389_campus.dn(LOCKED)
        assert not admin.signs_in(dn, PASSWORD)

        campus.directory.unlock(dn)

        assert not admin.signs_in(dn, WRONG)
        assert admin.signs_in(dn, PASSWORD)


@pytest.mark.parametrize(
    ("own", "opens", "locked"),
    [
        ({"passwordRetryCount": "3", "accountUnlockTime": "19700101000000Z"}, False, True),
        ({"passwordRetryCount": "3", "accountUnlockTime": FAR}, False, True),
        ({"passwordRetryCount": "0", "accountUnlockTime": FAR}, True, False),
        ({"passwordRetryCount": "3", "accountUnlockTime": "20200101000000Z"}, True, False),
        ({"passwordRetryCount": "2"}, True, False),
        ({"nsAccountLock": "TRUE"}, False, True),
        ({"nsAccountLock": "FALSE"}, True, False),
    ],
)
def test_says_what_the_server_does(ds389_campus, directory, own, opens, locked):
    """The state is read first; then the right password is tried, and the server agrees."""
    dn = ds389_campus.put(SOMEONE, **own)

    assert locked is directory.state(dn).locked
    assert opens is ds389_campus.admin.signs_in(dn, PASSWORD)


def shown(campus, identity: str, dn: str) -> set[str]:
    wanted = ["*", "+", "passwordRetryCount", "accountUnlockTime", "nsAccountLock", "passwordExpirationTime"]
    with campus.admin.bound(identity, SECRETS[identity]) as connection:
        return {
            name for _, values in connection.search_s(dn, ldap.SCOPE_BASE, attrlist=wanted) for name in values
        }


def test_the_terminal_sees_names_and_standing(ds389_campus):
    """Neither number, birth date, login, password nor anything about a lock."""
    assert NAMES | STANDING == shown(ds389_campus, TERMINAL, ds389_campus.dn(NOELLE))


def test_the_desk_sees_locks_and_standing(ds389_campus):
    """No name, no number, no birth date, no password."""
    locks = {"passwordRetryCount", "accountUnlockTime", "retryCountResetTime", "passwordExpirationTime"}
    seen = shown(ds389_campus, DESK, ds389_campus.dn(LOCKED))

    assert STANDING <= seen <= locks | STANDING


@pytest.mark.parametrize("identity", [TERMINAL, DESK])
@pytest.mark.parametrize(
    "act",
    [
        lambda connection, dn: connection.modify_s(dn, [(ldap.MOD_REPLACE, "sn", [b"MINE"])]),
        lambda connection, dn: connection.modify_s(dn, [(ldap.MOD_REPLACE, "nsAccountLock", [b"TRUE"])]),
        lambda connection, dn: connection.modify_s(
            dn, [(ldap.MOD_REPLACE, "supannRessourceEtat", [b"{COMPTE}A"])]
        ),
        lambda connection, dn: connection.delete_s(dn),
        lambda connection, dn: connection.rename_s(dn, "uid=other"),
        lambda connection, dn: connection.add_s(
            f"uid=new,{ds389.PEOPLE}",
            [("objectClass", [b"inetOrgPerson"]), ("cn", [b"x"]), ("sn", [b"x"])],
        ),
        lambda connection, dn: connection.modify_s(DESK, [(ldap.MOD_REPLACE, "cn", [b"x"])]),
    ],
    ids=["name", "administrator's lock", "state", "delete", "rename", "add", "identity"],
)
def test_neither_does_anything_else(ds389_campus, identity, act):
    """The server itself refuses."""
    with (
        ds389_campus.admin.bound(identity, SECRETS[identity]) as connection,
        pytest.raises((*REFUSED, ldap.NO_SUCH_OBJECT)),
    ):
        act(connection, ds389_campus.dn(NOELLE))


@pytest.mark.parametrize(
    "changes",
    [
        [(ldap.MOD_REPLACE, "passwordRetryCount", None)],
        [(ldap.MOD_REPLACE, "accountUnlockTime", None)],
        [(ldap.MOD_REPLACE, "userPassword", [b"Mine-Passw0rd"])],
    ],
    ids=lambda changes: changes[0][1],
)
def test_the_terminal_ends_no_lock_and_sets_no_password(ds389_campus, changes):
    """That is the desk's."""
    with (
        ds389_campus.admin.bound(TERMINAL, SECRETS[TERMINAL]) as connection,
        pytest.raises(ldap.INSUFFICIENT_ACCESS),
    ):
        connection.modify_s(ds389_campus.dn(LOCKED), changes)


def test_a_slip_of_a_locked_person_is_not_cleared_by_the_end_alone(ds389_campus, directory):
    """Why three attributes are emptied: failures that stay lock at the next slip."""
    dn = ds389_campus.put(SOMEONE)
    ds389_campus.admin.lock(dn, WRONG, ds389.MAX_FAILURES - 1)
    before = directory.state(dn)

    directory.unlock(dn)

    assert (False, 2, 0) == (before.locked, before.failures, directory.state(dn).failures)
