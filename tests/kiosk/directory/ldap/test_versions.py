"""What a server says of itself decides whether it is taken: OpenLDAP 2.4 can't unlock rightly.

No 2.4 runs here. It is answered for by a server of a few lines, which says what OpenLDAP 2.4's root entry says.
"""

import contextlib

import pytest

from kiosk.doctor import Level, examine
from kiosk.errors import DirectoryAway
from tests.kiosk.directory.ldap.test_openldap import SECRETS
from tests.kiosk.directory.ldap.wrapped import directory_from
from tests.servers.slapd import PEOPLE
from tests.servers.spoken import Spoken

# Source: OpenLDAP 2.4, servers/slapd: root_dse_info and the extended operations that are built in.
START_TLS, PASSWORD, WHO_AM_I, CANCEL = (
    "1.3.6.1.4.1.1466.20037",
    "1.3.6.1.4.1.4203.1.11.1",
    "1.3.6.1.4.1.4203.1.11.3",
    "1.3.6.1.1.8",
)
TRANSACTIONS = ("1.3.6.1.1.21.1", "1.3.6.1.1.21.3")
OPENLDAP_2_4 = {
    "objectClass": ["top", "OpenLDAProotDSE"],
    "supportedExtension": [START_TLS, PASSWORD, WHO_AM_I, CANCEL],
}
OPENLDAP_2_5 = OPENLDAP_2_4 | {"supportedExtension": [*OPENLDAP_2_4["supportedExtension"], *TRANSACTIONS]}
OTHER = {"objectClass": ["top"], "vendorName": ["389 Project"], "supportedExtension": [*TRANSACTIONS]}


@pytest.fixture
def directory_at(authority, certificate, tmp_path):
    """Return the directory at a server with this root entry."""
    running = contextlib.ExitStack()

    def start(root):
        server = running.enter_context(Spoken(certificate, root))
        settings = {
            "kind": "openldap",
            "servers": [server.url],
            "base": PEOPLE,
            "ca_file": authority.file,
            "terminal": {"bind": "cn=t"},
            "desk": {"bind": "cn=d"},
        }
        return directory_from(tmp_path, settings, SECRETS)

    with running:
        yield start


def test_openldap_2_4_is_refused(directory_at):
    """With the reason and the way out; waiting doesn't help."""
    directory = directory_at(OPENLDAP_2_4)

    with pytest.raises(DirectoryAway, match="where unlocking leaves the failed tries in place") as caught:
        directory.check()

    assert "is OpenLDAP 2.4 or older" in str(caught.value)
    assert "bring it to 2.5 or newer" in str(caught.value)
    assert not caught.value.retry


def test_doctor_says_so(directory_at):
    """In the same words, as a failure."""
    directory = directory_at(OPENLDAP_2_4)

    (finding,) = examine({"directory": lambda: directory.check() or (Level.OK, "")})

    assert (Level.FAILED, True) == (finding.level, "OpenLDAP 2.4 or older" in finding.sentence)


def test_openldap_2_5_is_taken(directory_at):
    """The same answer, with what came in 2.5."""
    directory_at(OPENLDAP_2_5).check()


def test_another_product_is_not_taken_for_openldap(directory_at):
    """Its traps are others."""
    with pytest.raises(DirectoryAway, match="isn't OpenLDAP"):
        directory_at(OTHER).check()


def test_the_real_one_is_taken(openldap_as_it_is, tmp_path):
    """The installed slapd says what the few lines say for 2.5."""
    directory_from(tmp_path, openldap_as_it_is.settings(), SECRETS).check()
