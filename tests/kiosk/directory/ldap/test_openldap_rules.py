"""What slapd really does with each of ppolicy's attributes is what the kiosk says of it."""

import pytest

from kiosk.errors import Refused
from kiosk.identity.student import BirthDate
from kiosk.reading.partial_date import PartialDate
from kiosk.triage.account_state import Standing
from tests.contracts.directory import NOELLE, Person
from tests.kiosk.directory.ldap.wrapped import directory_from
from tests.servers import slapd
from tests.servers.people import PASSWORD, WRONG

SECRETS = (slapd.SECRETS[slapd.TERMINAL], slapd.SECRETS[slapd.DESK])
SOMEONE = Person(number="21900050")
LONG_AGO, FAR = "20200101000000Z", "20400101000000Z"


@pytest.fixture
def openldap(openldap_as_it_is):
    openldap_as_it_is.put(NOELLE)
    return openldap_as_it_is


@pytest.fixture
def directory(openldap, tmp_path):
    return directory_from(tmp_path, openldap.settings(), SECRETS)


@pytest.fixture
def policy(openldap):
    """Give an account a policy of its own with these values; return the values that its entry needs."""
    made = []

    def make(**values: str) -> dict[str, str]:
        dn = f"cn=own-{len(made)},ou=policies,{slapd.SUFFIX}"
        openldap.admin.delete(dn)
        known = {"objectClass": ["namedPolicy", "pwdPolicy"], "cn": f"own-{len(made)}"}
        ours = {"pwdAttribute": "userPassword", "pwdLockout": "TRUE", "pwdMaxFailure": "3"}
        openldap.admin.add(dn, {**known, **ours, **values})
        made.append(dn)
        return {"pwdPolicySubentry": dn}

    yield make
    for dn in made:
        openldap.admin.delete(dn)


@pytest.mark.parametrize(
    ("own", "rules", "opens", "fact", "expected"),
    [
        ({}, {}, True, "locked", False),
        ({"pwdAccountLockedTime": LONG_AGO}, {}, False, "locked", True),
        ({"pwdAccountLockedTime": LONG_AGO}, {"pwdLockoutDuration": "600"}, True, "locked", False),
        ({"pwdAccountLockedTime": FAR}, {}, True, "locked", False),
        ({"pwdAccountLockedTime": FAR}, {"pwdLockoutDuration": "600"}, True, "locked", False),
        ({"pwdAccountLockedTime": LONG_AGO}, {"pwdLockout": "FALSE"}, True, "locked", False),
        ({"pwdAccountLockedTime": "000001010000Z"}, {"pwdLockoutDuration": "600"}, False, "locked", True),
        ({"pwdAccountTmpLockoutEnd": FAR}, {}, False, "locked", True),
        ({"pwdChangedTime": LONG_AGO}, {"pwdMaxAge": "86400"}, False, "password_expired", True),
        ({"pwdChangedTime": LONG_AGO}, {}, True, "password_expired", False),
        (
            {"pwdChangedTime": LONG_AGO},
            {"pwdMaxAge": "86400", "pwdGraceAuthNLimit": "1"},
            True,
            "must_change_password",
            True,
        ),
        ({"pwdChangedTime": LONG_AGO}, {"pwdMaxIdle": "86400"}, False, "idle", True),
        ({"pwdChangedTime": LONG_AGO}, {}, True, "idle", False),
        ({"pwdStartTime": FAR}, {}, False, "standing", Standing.INACTIVE),
        ({"pwdEndTime": LONG_AGO}, {}, False, "standing", Standing.INACTIVE),
        ({"pwdReset": "TRUE"}, {"pwdMustChange": "TRUE"}, True, "must_change_password", True),
        ({"pwdReset": "TRUE"}, {}, True, "must_change_password", False),
    ],
)
def test_says_what_the_server_does(openldap, directory, policy, own, rules, opens, fact, expected):
    """The state is read first; then the right password is tried, and the server agrees."""
    dn = openldap.put(SOMEONE, **own, **policy(**rules))

    assert expected == getattr(directory.state(dn), fact)
    assert opens is openldap.admin.signs_in(dn, PASSWORD)


def test_an_idle_account_is_not_ended_by_unlocking(openldap, directory, policy):
    """No attribute says it, so none can be taken away: only a new password helps."""
    dn = openldap.put(SOMEONE, pwdChangedTime=LONG_AGO, **policy(pwdMaxIdle="86400"))

    directory.unlock(dn)

    assert directory.state(dn).idle is True
    directory.set_one_time_password(dn, "Tulipe-Canard-41-Nuage")
    assert directory.state(dn).idle is False
    assert openldap.admin.signs_in(dn, "Tulipe-Canard-41-Nuage")


def test_an_account_that_was_used_is_not_idle(openldap, directory, policy):
    """The server keeps the last sign-in, which counts before the password's age."""
    dn = openldap.put(SOMEONE, pwdChangedTime=LONG_AGO, **policy())
    assert openldap.admin.signs_in(dn, PASSWORD)
    openldap.admin.put(dn, **policy(pwdMaxIdle="86400"))

    assert (False, True) == (directory.state(dn).idle, openldap.admin.signs_in(dn, PASSWORD))


def test_cannot_tell_a_lock_where_the_policy_is_gone(openldap, directory):
    """Whether the lock is in force hangs on a policy that nobody can read."""
    gone = f"cn=gone,ou=policies,{slapd.SUFFIX}"
    dn = openldap.put(SOMEONE, pwdPolicySubentry=gone, pwdAccountLockedTime=LONG_AGO)

    assert directory.state(dn).locked is None


def test_cannot_tell_a_lock_beside_a_state_that_nobody_understands(openldap, directory):
    """It may say that the university locked the account."""
    dn = openldap.put(SOMEONE, supannRessourceEtat="{COMPTE}Z:SupannWhatever")

    assert (directory.state(dn).locked, directory.find(SOMEONE.number, None).standing) == (
        None,
        Standing.UNKNOWN,
    )


def test_ends_failures_before_they_lock(openldap, directory):
    """Two wrong passwords of three: after unlocking there is room for two more."""
    dn = openldap.put(SOMEONE)
    openldap.admin.lock(dn, WRONG, 2)
    before = directory.state(dn).failures

    directory.unlock(dn)

    assert (2, 0) == (before, directory.state(dn).failures)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"supannOIDCDateDeNaissance": "", "schacDateOfBirth": "20040229"}, BirthDate.EQUAL),
        ({"supannOIDCDateDeNaissance": "", "schacDateOfBirth": "20040228"}, BirthDate.DIFFERENT),
        ({"supannOIDCDateDeNaissance": "20040229"}, BirthDate.EQUAL),
        ({"supannOIDCDateDeNaissance": "0000-00-00"}, BirthDate.DIFFERENT),
        ({"supannOIDCDateDeNaissance": ""}, BirthDate.UNKNOWN),
    ],
)
def test_compares_both_spellings_of_a_birth_date(openldap, directory, own, expected):
    """The server compares; the date never leaves it."""
    openldap.put(SOMEONE, **own)

    entry = directory.find(SOMEONE.number, PartialDate(2004, 2, 29))

    assert expected is entry.student.birth_date


def test_finds_a_student_with_two_numbers_by_either(openldap, directory):
    """An old number still stands on an old card."""
    openldap.put(SOMEONE, supannEtuId=["21900050", "20800050"])

    first, second = directory.find("21900050", None), directory.find("20800050", None)

    assert first.account == second.account


@pytest.mark.parametrize(
    "number",
    [
        "*)(objectClass=*",
        "21900001)(|(uid=*",
        "*)(|(objectclass=*)",
        "21900001)(userPassword=*)",
        "\\2a",
        "\\00",
        "21900001\\",
        "2190000?",
        "(21900001)",
        "21900001&",
        "!(supannEtuId=1)",
        "21900001\x00",
        "21900001\u200b",
        "２１９００００１",
        "é" * 40,
        "9" * 5000,
        "~=21900001",
        ">=0",
    ],
)
def test_a_piece_of_a_filter_is_only_a_strange_number(openldap, directory, number):
    """It finds nobody, and the next person is found as before."""
    assert directory.find(number, None) is None
    assert directory.find(NOELLE.number, None) is not None


def test_a_number_may_hold_what_a_filter_is_made_of(openldap, directory):
    """Values are escaped, not stripped: such a number is found, and only by itself."""
    odd = Person(number="21*(9)\\0")
    openldap.put(odd)

    found, other = directory.find("21*(9)\\0", None), directory.find("21x(9)\\0", None)

    assert (True, None) == (found is not None, other)
    openldap.admin.delete(openldap.dn(odd))


def test_refuses_a_password_of_an_account_that_is_gone(directory):
    """Told as what it is, not as an outage."""
    with pytest.raises(Refused):
        directory.unlock(f"uid=gone,{slapd.PEOPLE}")


def test_the_desk_reads_the_addresses_that_the_directory_holds(openldap, directory):
    """In its order; an account without any, or one that is gone, has none."""
    dn = openldap.put(SOMEONE, mail="21900050@etu.univ.example")

    assert ("21900050@etu.univ.example",) == directory.addresses(dn)
    assert () == directory.addresses(openldap.put(SOMEONE))
    openldap.admin.delete(dn)
    assert () == directory.addresses(dn)


def test_the_terminal_reads_no_address(openldap, tmp_path):
    """The server itself shows it none."""
    dn = openldap.put(SOMEONE, mail="21900050@etu.univ.example")
    terminal = directory_from(tmp_path, openldap.settings(), SECRETS).finder

    assert {} == terminal.ask(lambda link: link.read(dn, ("mail",)))
