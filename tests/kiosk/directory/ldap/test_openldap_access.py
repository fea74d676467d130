"""The access rules in packaging/directory/openldap: what each identity may do, and that the server refuses the rest."""

import ldap
import pytest

from tests.contracts.directory import LOCKED, NOELLE, PERMANENT, TWIN_NUMBER
from tests.servers import slapd
from tests.servers.people import PASSWORD

REFUSED = (ldap.INSUFFICIENT_ACCESS, ldap.NO_SUCH_OBJECT)
NAMES = {"sn", "givenName", "displayName", "supannNomDeNaissance", "supannPrenomsEtatCivil"}
STANDING = {"supannRessourceEtat", "supannEtuAnneeInscription", "objectClass"}


@pytest.fixture
def as_terminal(plain):
    with plain.admin.bound(slapd.TERMINAL, slapd.SECRETS[slapd.TERMINAL]) as connection:
        yield connection


@pytest.fixture
def as_desk(plain):
    with plain.admin.bound(slapd.DESK, slapd.SECRETS[slapd.DESK]) as connection:
        yield connection


def shown(connection, dn: str) -> set[str]:
    """Return the names of all attributes that are shown of an entry."""
    found = connection.search_s(dn, ldap.SCOPE_BASE, attrlist=["*", "+"])
    return {name for _, values in found for name in values}


def test_the_terminal_sees_names_and_standing_of_one_entry(plain, as_terminal):
    """Neither number, birth date, login, password nor anything about a lock."""
    assert NAMES | STANDING == shown(as_terminal, plain.dn(NOELLE))


def test_the_desk_sees_locks_and_standing(plain, as_desk):
    """No name, no number, no birth date, no password."""
    locks = {"pwdAccountLockedTime", "pwdFailureTime", "pwdChangedTime"}

    assert locks | STANDING == shown(as_desk, plain.dn(LOCKED))


@pytest.mark.parametrize("wanted", ["(supannEtuId=*)", "(supannEtuId=219*)", "(sn=*)", "(objectClass=*)"])
def test_the_terminal_cannot_leaf_through_the_students(as_terminal, wanted):
    """A search that fits many shows one entry at most."""
    message = as_terminal.search_ext(slapd.PEOPLE, ldap.SCOPE_SUBTREE, wanted, ["sn"])
    kind, found = as_terminal.result(message, all=0)

    assert (ldap.RES_SEARCH_ENTRY, 1) == (kind, len(found))
    with pytest.raises(ldap.SIZELIMIT_EXCEEDED):
        as_terminal.result(message, all=0)


@pytest.mark.parametrize("wanted", ["(supannEtuId=21900001)", "(supannOIDCDateDeNaissance=2004-02-29)"])
def test_the_desk_cannot_look_for_anybody(as_desk, wanted):
    """It is told whose account it is about."""
    assert [] == as_desk.search_s(slapd.PEOPLE, ldap.SCOPE_SUBTREE, wanted, ["sn"])


@pytest.mark.parametrize("wanted", ["2004*", "2004-02-29"])
def test_the_terminal_cannot_search_by_birth_date(as_terminal, wanted):
    """It may ask of one entry whether this is the date, and nothing else."""
    found = as_terminal.search_s(
        slapd.PEOPLE, ldap.SCOPE_SUBTREE, f"(supannOIDCDateDeNaissance={wanted})", ["sn"]
    )

    assert [] == found


def test_the_terminal_compares_a_birth_date(plain, as_terminal):
    """Yes or no."""
    assert as_terminal.compare_s(plain.dn(NOELLE), "supannOIDCDateDeNaissance", b"2004-02-29")
    assert not as_terminal.compare_s(plain.dn(NOELLE), "supannOIDCDateDeNaissance", b"2004-02-28")


@pytest.mark.parametrize(
    ("attribute", "value"), [("pwdAccountLockedTime", "19700101000000Z"), ("userPassword", PASSWORD)]
)
def test_the_terminal_compares_nothing_else(plain, as_terminal, attribute, value):
    """No lock, and no password by trying."""
    with pytest.raises(ldap.INSUFFICIENT_ACCESS):
        as_terminal.compare_s(plain.dn(LOCKED), attribute, value.encode())


@pytest.mark.parametrize(
    "changes",
    [
        [(ldap.MOD_DELETE, "pwdAccountLockedTime", None)],
        [(ldap.MOD_REPLACE, "userPassword", [b"mine"])],
        [(ldap.MOD_REPLACE, "pwdReset", [b"TRUE"])],
        [(ldap.MOD_REPLACE, "sn", [b"MINE"])],
        [(ldap.MOD_REPLACE, "supannRessourceEtat", [b"{COMPTE}A"])],
        [(ldap.MOD_REPLACE, "pwdPolicySubentry", [slapd.POLICY.encode()])],
    ],
    ids=lambda changes: changes[0][1],
)
class TestForbiddenWrites:
    def test_the_terminal_writes_nothing(self, plain, as_terminal, changes):
        """Not even what the desk may."""
        with pytest.raises(REFUSED):
            as_terminal.modify_s(plain.dn(LOCKED), changes)

    def test_the_desk_writes_the_lock_only(self, plain, as_desk, changes):
        """Ending it is the one thing that goes through."""
        if changes[0][1] == "pwdAccountLockedTime":
            as_desk.modify_s(plain.dn(PERMANENT), changes)  # the others read LOCKED's
            return
        with pytest.raises(REFUSED):
            as_desk.modify_s(plain.dn(LOCKED), changes)


@pytest.mark.parametrize("identity", ["as_terminal", "as_desk"])
@pytest.mark.parametrize(
    "act",
    [
        lambda connection, dn: connection.delete_s(dn),
        lambda connection, dn: connection.rename_s(dn, "uid=other"),
        lambda connection, dn: connection.passwd_s(dn, None, "mine"),
        lambda connection, dn: connection.add_s(
            f"uid=new,{slapd.PEOPLE}",
            [("objectClass", [b"inetOrgPerson"]), ("cn", [b"x"]), ("sn", [b"x"])],
        ),
        lambda connection, dn: connection.modify_s(
            slapd.POLICY, [(ldap.MOD_REPLACE, "pwdMaxFailure", [b"0"])]
        ),
        lambda connection, dn: connection.modify_s(slapd.DESK, [(ldap.MOD_REPLACE, "userPassword", [b"x"])]),
    ],
    ids=["delete", "rename", "password", "add", "policy", "identity"],
)
def test_neither_does_anything_else(plain, request, identity, act):
    """The server itself refuses."""
    with pytest.raises(REFUSED):
        act(request.getfixturevalue(identity), plain.dn(NOELLE))


@pytest.mark.parametrize("identity", ["as_terminal", "as_desk"])
@pytest.mark.parametrize("dn", [slapd.TERMINAL, slapd.DESK, slapd.SUFFIX])
def test_neither_sees_the_rest_of_the_directory(plain, request, identity, dn):
    """Nor each other's entry."""
    try:
        assert set() == shown(request.getfixturevalue(identity), dn)
    except ldap.NO_SUCH_OBJECT:
        return


def test_a_number_that_stands_twice_is_more_than_the_server_tells(as_terminal):
    """So the kiosk knows that it isn't the only one."""
    with pytest.raises(ldap.SIZELIMIT_EXCEEDED):
        as_terminal.search_s(slapd.PEOPLE, ldap.SCOPE_SUBTREE, f"(supannEtuId={TWIN_NUMBER})", ["sn"])
