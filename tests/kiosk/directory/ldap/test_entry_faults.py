import pytest

from kiosk.directory.entry_faults import entry_faults
from tests.contracts.directory import NOELLE, TWIN_NUMBER, TWINS, Person
from tests.kiosk.directory.ldap.wrapped import directory_from
from tests.servers import slapd

SECRETS = (slapd.SECRETS[slapd.TERMINAL], slapd.SECRETS[slapd.DESK])
SOMEONE = Person(number="21900090")


@pytest.fixture
def faults(openldap_as_it_is, tmp_path):
    directory = directory_from(tmp_path, openldap_as_it_is.settings(), SECRETS)
    return lambda number: entry_faults(directory, number)


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"supannOIDCDateDeNaissance": ""}, "no birth date"),
        ({"supannRessourceEtat": "{COMPTE}Z"}, "can't be understood"),
        ({"pwdPolicySubentry": f"cn=gone,{slapd.SUFFIX}"}, "policy is gone or hidden"),
    ],
)
def test_says_what_to_mend_in_an_entry(openldap_as_it_is, faults, own, words):
    """One sentence, with nobody in it."""
    openldap_as_it_is.put(SOMEONE, **own)

    (sentence,) = faults(SOMEONE.number)

    assert words in sentence
    assert not any(each in sentence for each in (SOMEONE.number, SOMEONE.surname, SOMEONE.birth_date))


def test_says_that_a_number_stands_twice(openldap_as_it_is, faults):
    """Whoever carries it is found by nobody."""
    for nth, twin in enumerate(TWINS):
        openldap_as_it_is.put(twin, nth)

    assert ["Several entries" in each for each in faults(TWIN_NUMBER)] == [True]


def test_says_that_nobody_has_a_number(faults):
    """Or that the access rules hide them."""
    assert ["No entry" in each for each in faults("99999999")] == [True]


@pytest.mark.parametrize("own", [{}, {"supannOIDCDateDeNaissance": "", "schacDateOfBirth": "20040229"}])
def test_has_nothing_to_say_of_a_good_entry(openldap_as_it_is, faults, own):
    """A birth date in either spelling will do."""
    openldap_as_it_is.put(SOMEONE, **own)
    openldap_as_it_is.put(NOELLE)

    assert ((), ()) == (faults(SOMEONE.number), faults(NOELLE.number))
