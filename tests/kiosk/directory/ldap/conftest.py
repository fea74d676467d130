"""The servers that the tests of real directories share; each test finds the people as the contract wants them."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import ds389, samba, slapd
from tests.servers.certificates import Authority, Certificate
from tests.servers.ds389_campus import Ds389Campus
from tests.servers.running import free_port
from tests.servers.samba_campus import SambaCampus
from tests.servers.slapd_campus import SlapdCampus


@pytest.fixture(scope="session")
def authority(tmp_path_factory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="session")
def certificate(authority) -> Certificate:
    """What a server at 127.0.0.1 shows."""
    return authority.issue("server")


@pytest.fixture(scope="session")
def openldap_server(tmp_path_factory, authority, certificate) -> Iterator[slapd.Slapd]:
    folder = tmp_path_factory.mktemp("slapd") / "provider"
    server = slapd.set_up(folder, certificate, authority.file, one_time_passwords=True)
    with server.running():
        yield server


@pytest.fixture
def openldap(openldap_server, authority) -> SlapdCampus:
    """OpenLDAP with the contract's people, fresh."""
    campus = SlapdCampus(openldap_server, authority.file)
    campus.put_people()
    return campus


@pytest.fixture(scope="session")
def openldap_as_it_is(openldap_server, authority) -> SlapdCampus:
    """The same server, for tests that bring a person of their own."""
    return SlapdCampus(openldap_server, authority.file)


@pytest.fixture(scope="session")
def plain_server(tmp_path_factory, authority, certificate) -> Iterator[slapd.Slapd]:
    folder = tmp_path_factory.mktemp("plain") / "provider"
    server = slapd.set_up(folder, certificate, authority.file)
    with server.running():
        yield server


@pytest.fixture(scope="session")
def plain(plain_server, authority) -> SlapdCampus:
    """OpenLDAP with the access rules as they come, without one-time passwords; for tests that change nobody."""
    campus = SlapdCampus(plain_server, authority.file)
    campus.put_people()
    return campus


@pytest.fixture(scope="session")
def samba_as_it_is(tmp_path_factory, authority, certificate) -> Iterator[SambaCampus]:
    server = samba.set_up(tmp_path_factory.mktemp("samba"), certificate, authority.file)
    with server.running():
        campus = SambaCampus(server, authority.file)
        campus.prepare(one_time_passwords=True)
        campus.put_people()
        yield campus


@pytest.fixture
def active_directory(samba_as_it_is) -> SambaCampus:
    """Active Directory with the contract's people, as the contract wants them."""
    samba_as_it_is.refresh()
    return samba_as_it_is


@pytest.fixture(scope="session")
def ds389_as_it_is(authority, certificate) -> Iterator[Ds389Campus]:
    """Its folder can't be pytest's, which only its own user may pass through."""
    with tempfile.TemporaryDirectory(prefix="kiosk-ds389-") as name:
        folder = Path(name)
        server = ds389.set_up(folder, certificate, authority.file)
        with server.running():
            campus = Ds389Campus(server, authority.file)
            campus.prepare(one_time_passwords=True)
            campus.put_people()
            yield campus


@pytest.fixture
def ds389_campus(ds389_as_it_is) -> Ds389Campus:
    """389 Directory Server with the contract's people, as the contract wants them."""
    ds389_as_it_is.refresh()
    return ds389_as_it_is


@pytest.fixture(scope="session")
def nobody_there() -> str:
    """The URL of a port that nothing listens on."""
    return f"ldaps://127.0.0.1:{free_port()}"
