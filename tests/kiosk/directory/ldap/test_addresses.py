"""Where to tell a holder: the desk reads the institutional and the rescue address."""

import pytest

from kiosk.directory.active_directory import ActiveDirectory
from tests.contracts.directory import Person
from tests.kiosk.directory.ldap import test_active_directory, test_ds389, test_openldap
from tests.kiosk.directory.ldap.wrapped import directory_from

SOMEONE = Person(number="21900051")
INSTITUTIONAL, RESCUE = "21900051@etu.univ.example", "someone@rescue.example"
PRODUCTS = {
    "openldap_as_it_is": test_openldap.SECRETS,
    "samba_as_it_is": test_active_directory.BOTH,
    "ds389_as_it_is": test_ds389.BOTH,
}


@pytest.fixture(params=PRODUCTS)
def campus(request):
    """One of the three real servers."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def directory(request, campus, tmp_path):
    return directory_from(tmp_path, campus.settings(), PRODUCTS[request.node.callspec.params["campus"]])


@pytest.mark.parametrize(
    ("rescue", "told"),
    [
        (f"{{SECOURS}}{RESCUE}", (INSTITUTIONAL, RESCUE)),
        (f"{{SECOURS}} {RESCUE}", (INSTITUTIONAL, RESCUE)),
        (f"{{secours}}{RESCUE}", (INSTITUTIONAL, RESCUE)),
        (RESCUE, (INSTITUTIONAL, RESCUE)),
        ("{PARENTS}parents@example.org", (INSTITUTIONAL,)),
        ("{PERSO}someone@example.org", (INSTITUTIONAL,)),
        ("{PRO}work@example.org", (INSTITUTIONAL,)),
        ("", (INSTITUTIONAL,)),
    ],
)
def test_the_desk_reads_both_addresses(campus, directory, rescue, told):
    """Of labelled ones only that for rescue: a parent or an employer isn't told."""
    more = {"supannMailPrive": rescue} if rescue else {}
    dn = campus.put(SOMEONE, mail=INSTITUTIONAL, **more)

    assert told == directory.addresses(dn)


def test_the_terminal_reads_no_rescue_address(campus, directory):
    """Nor the other, but in Active Directory, where each user's own rules let every account read it."""
    dn = campus.put(SOMEONE, mail=INSTITUTIONAL, supannMailPrive=f"{{SECOURS}}{RESCUE}")
    shown = directory.finder.ask(lambda link: link.read(dn, ("mail", "supannMailPrive")))

    assert shown == ({"mail": (INSTITUTIONAL,)} if isinstance(directory.product, ActiveDirectory) else {})
