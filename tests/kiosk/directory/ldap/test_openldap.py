import pytest

from tests.contracts.directory import LOCKED, Campus, DirectoryContract
from tests.contracts.directory_product import ProductContract
from tests.kiosk.directory.ldap.wrapped import directory_from
from tests.servers import slapd
from tests.servers.people import PASSWORD, WRONG

SECRETS = (slapd.SECRETS[slapd.TERMINAL], slapd.SECRETS[slapd.DESK])


@pytest.fixture
def directory(openldap, tmp_path):
    return directory_from(tmp_path, openldap.settings(), SECRETS)


@pytest.fixture
def campus(openldap, directory, nobody_there, tmp_path) -> Campus:
    away = directory_from(tmp_path, openldap.settings(nobody_there), SECRETS)
    return Campus(directory=directory, away=away, gone=f"uid=gone,{slapd.PEOPLE}")


@pytest.fixture
def people(openldap_as_it_is):
    """The server, for tests that bring a person of their own."""
    return openldap_as_it_is


class TestOpenLdapWithOwnPeople(ProductContract):
    """What each product must do, here too."""


class TestOpenLdap(DirectoryContract):
    def test_one_wrong_password_after_unlocking_does_not_lock_again(self, openldap, campus):
        """The core of it: locked by failed tries, unlocked, one slip, and the right password still opens."""
        admin, dn = openldap.admin, openldap.dn(LOCKED)
        assert not admin.signs_in(dn, PASSWORD)

        campus.directory.unlock(dn)

        assert not admin.signs_in(dn, WRONG)
        assert admin.signs_in(dn, PASSWORD)
