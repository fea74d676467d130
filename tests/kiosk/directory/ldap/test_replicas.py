"""A provider and a consumer that follows it: nobody is told "unlocked" before both show it."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kiosk.channel.by_directory import ByDirectory, Proof
from kiosk.errors import DirectoryAway, Refused
from kiosk.request.request import State
from tests.contracts.directory import Person
from tests.given import a_holder, a_request
from tests.kiosk.directory.ldap.wrapped import directory_from
from tests.servers import slapd
from tests.servers.admin import Admin
from tests.servers.people import PASSWORD, WRONG
from tests.servers.proxy import Proxy
from tests.servers.slapd_campus import SlapdCampus

SECRETS = (slapd.SECRETS[slapd.TERMINAL], slapd.SECRETS[slapd.DESK])
SOMEONE = Person(number="21900060")
PATIENCE_S = 20


@pytest.fixture(scope="module")
def proxy(openldap_server) -> Iterator[Proxy]:
    """What the consumer hears of the provider."""
    with Proxy(openldap_server.plain) as proxy:
        yield proxy


@pytest.fixture(scope="module")
def consumer(tmp_path_factory, openldap_server, proxy, authority, certificate) -> Iterator[SlapdCampus]:
    provider = replace(openldap_server, plain=proxy.port)
    folder = tmp_path_factory.mktemp("slapd") / "consumer"
    server = slapd.set_up(folder, certificate, authority.file, follows=provider)
    with server.running():
        yield SlapdCampus(server, authority.file)


def until(condition: Callable[[], bool]) -> None:
    """Wait for a server to do what it does by itself."""
    ends = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < ends, "the servers took too long"
        time.sleep(0.02)


def locks(admin: Admin, dn: str) -> bool:
    return "pwdAccountLockedTime" in admin.read(dn, "pwdAccountLockedTime")


@pytest.fixture
def account(openldap_as_it_is, consumer, proxy) -> str:
    """Someone whom both servers know, and whom neither locks. The proxy lets through."""
    proxy.is_cut = False
    dn = openldap_as_it_is.put(SOMEONE, description=str(time.monotonic_ns()))
    told = openldap_as_it_is.admin.read(dn, "entryCSN")
    until(lambda: _reads(consumer.admin, dn) == told)
    return dn


def _reads(admin: Admin, dn: str) -> object:
    import ldap

    try:
        return admin.read(dn, "entryCSN")
    except ldap.NO_SUCH_OBJECT:
        return None


@pytest.fixture
def channel(openldap_as_it_is, consumer, account, tmp_path):
    """Carries out in both; its pause lasts until the consumer shows no lock, or as long as the test says."""

    def make(pause=None, tries=2, servers=None) -> ByDirectory:
        urls = servers or (openldap_as_it_is.url, consumer.url)
        directory = directory_from(tmp_path, openldap_as_it_is.settings(*urls), SECRETS)
        follow = pause or (lambda _: until(lambda: not locks(consumer.admin, account)))
        return ByDirectory(directory, follow, Proof(tries, 0.0))

    return make


def asked_for(account: str):
    return a_request(state=State.APPROVED, holder=a_holder(account=account))


def test_unlocks_on_both(openldap_as_it_is, consumer, account, channel):
    """Locked at the provider, followed by the consumer; both open, and one slip on either locks nobody."""
    openldap_as_it_is.admin.lock(account, WRONG, slapd.MAX_FAILURES)
    until(lambda: locks(consumer.admin, account))

    assert State.UNLOCKED is channel().carry_out(asked_for(account))
    for server in (openldap_as_it_is.admin, consumer.admin):
        assert not server.signs_in(account, WRONG)
        assert server.signs_in(account, PASSWORD)


def test_ends_a_lock_that_only_the_consumer_has(openldap_as_it_is, consumer, account, channel):
    """Failed tries at a consumer stay there: the provider, asked alone, would say that nothing is wrong."""
    consumer.admin.lock(account, WRONG, slapd.MAX_FAILURES)
    assert not locks(openldap_as_it_is.admin, account)

    assert State.UNLOCKED is channel().carry_out(asked_for(account))
    assert consumer.admin.signs_in(account, PASSWORD)


def test_names_a_consumer_that_stays_behind(openldap_as_it_is, consumer, account, channel, proxy):
    """It hears nothing of the provider: failed, with its name; once it hears again, the retry succeeds."""
    openldap_as_it_is.admin.lock(account, WRONG, slapd.MAX_FAILURES)
    until(lambda: locks(consumer.admin, account))
    proxy.is_cut = True
    openldap_as_it_is.admin.put(account, description="anything, to notice the cut")

    with pytest.raises(Refused) as caught:
        channel(pause=lambda _: None).carry_out(asked_for(account))

    assert ("replica_behind", f"127.0.0.1:{consumer.server.secure}") == caught.value.reasons
    proxy.is_cut = False
    assert State.UNLOCKED is channel().carry_out(asked_for(account))


def test_a_server_of_the_list_that_is_down_proves_nothing(
    openldap_as_it_is, consumer, account, channel, nobody_there
):
    """To be tried again, not to be called unlocked."""
    with pytest.raises(DirectoryAway):
        channel(servers=(openldap_as_it_is.url, nobody_there)).carry_out(asked_for(account))


def test_a_consumer_alone_takes_no_changes(openldap_as_it_is, consumer, account, channel, nobody_there):
    """It refers to the provider, which is away: tried again later."""
    consumer.admin.lock(account, WRONG, slapd.MAX_FAILURES)

    with pytest.raises(DirectoryAway, match="only refers to another server"):
        channel(servers=(consumer.url,)).carry_out(asked_for(account))
