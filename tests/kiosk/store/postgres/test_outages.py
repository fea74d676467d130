"""The network and the server fail: a sentence each, nothing lost, and it goes on without a restart."""

import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from threading import Timer

import pytest

from kiosk.errors import StoreAway
from kiosk.request.request import State
from kiosk.store import Store, open_server
from kiosk.store.postgres.server import Server, TimeLimits
from tests.kiosk.store.examples import a_request, approved, happening
from tests.kiosk.store.sealing import a_device, holds
from tests.servers.fixtures import a_cluster
from tests.servers.postgres import Cluster, give
from tests.servers.proxy import Proxy

SHORT = TimeLimits(connect=2, statement=2.0, lock=0.5, answer=1.0, wait=1.5)
LONG = TimeLimits(connect=2, wait=20.0)


@pytest.fixture
def proxy(cluster: Cluster) -> Iterator[Proxy]:
    with Proxy(cluster.port) as proxy:
        yield proxy


@pytest.fixture
def through(cluster: Cluster, database: str, proxy: Proxy) -> Server:
    """The server, by way of the proxy."""
    direct = cluster.server(database, "desk_1", limits=SHORT)
    return replace(direct, address=direct.address.replace(str(cluster.port), str(proxy.port)))


@pytest.fixture
def store(through: Server) -> Iterator[Store]:
    store = open_server(through, a_device())
    yield store
    store.close()


def test_a_dropped_connection_is_replaced_unseen(store: Store, proxy: Proxy):
    """Between two moves nobody notices."""
    store.submit(a_request("r1"), happening())

    proxy.drop()

    assert "r2" == store.submit(a_request("r2"), happening()).reference


def test_a_half_closed_connection_is_replaced_unseen(store: Store, proxy: Proxy):
    """The server's side ended, and the client's doesn't know."""
    store.submit(a_request("r1"), happening())

    proxy.half_close()

    assert "r2" == store.submit(a_request("r2"), happening()).reference


def test_a_server_that_is_gone_is_told_and_comes_back(store: Store, proxy: Proxy):
    """Nobody gets through for a while; then the same store goes on."""
    proxy.is_cut = True
    proxy.drop()
    with pytest.raises(StoreAway, match="doesn't answer") as fault:
        store.submit(a_request("r1"), happening())

    proxy.is_cut = False

    assert fault.value.retry
    assert "r1" == store.submit(a_request("r1"), happening()).reference
    assert [1] == [event.sequence for event in store.events()]


def test_a_server_that_goes_silent_is_given_up(store: Store, proxy: Proxy):
    """Nothing is closed and nothing comes: the wait has an end; what was asked twice stands once."""
    store.submit(a_request("r1"), happening())
    proxy.is_silent = True
    with pytest.raises(StoreAway):
        store.submit(a_request("r2"), happening())

    proxy.is_silent = False
    proxy.drop()

    assert "r2" == store.submit(a_request("r2"), happening()).reference
    assert 2 == store.counts()[State.WAITING]
    assert holds(store)


def test_a_slow_server_is_waited_for(store: Store, proxy: Proxy):
    """Each answer comes late, and all the same."""
    proxy.delay_s = 0.05

    assert "r1" == store.submit(a_request("r1"), happening()).reference


def test_a_lock_that_someone_holds_is_told(store: Store, cluster: Cluster, database: str):
    """After the lock's time-out, not after minutes; then it goes on."""
    request = store.submit(a_request(), happening())
    with cluster.superuser(database) as other, other.transaction():
        other.execute("SELECT FROM kiosk.request FOR UPDATE")
        with pytest.raises(StoreAway, match="too busy") as fault:
            store.swap(request, approved(request), happening())

    assert fault.value.retry
    assert State.APPROVED == store.swap(request, approved(request), happening()).state


def test_a_database_without_writes_is_told(cluster: Cluster, database: str):
    """As a standby is: the sentence names what to do."""
    cluster.superuse(f"ALTER DATABASE {database} SET default_transaction_read_only = on")

    with pytest.raises(StoreAway, match="takes no writes"):
        open_server(cluster.server(database, "desk_1"), a_device())


def test_a_primary_that_dies_is_survived_without_a_restart():
    """The standby is promoted; the same store, told of both, goes on, and nothing acknowledged is lost."""
    with a_cluster() as primary:
        primary.set_up("kiosk")
        primary.add_login("desk_1", "desk")
        standby = Cluster(primary.folder, primary.authority, name="standby")
        standby.follow(primary)
        standby.start()
        both = f"postgresql://desk_1@127.0.0.1:{standby.port},127.0.0.1:{primary.port}/kiosk"
        store = open_server(primary.server("kiosk", "desk_1", address=both, limits=LONG), a_device())
        store.submit(a_request("r1"), happening())

        primary.stop(signal.SIGKILL)
        promotion = Timer(1.0, standby.promote)
        promotion.start()
        store.submit(a_request("r2"), happening())

        kept = (store.get("r1").reference, store.get("r2").reference, holds(store))
        promotion.join()
        store.close()
        standby.stop(signal.SIGQUIT)
    assert ("r1", "r2", True) == kept


def test_a_primary_that_becomes_a_standby_is_survived_without_a_restart(tmp_path):
    """Restarted read-only where it stands: told in a sentence, nothing saved; promoted, the same store goes on."""
    with a_cluster() as cluster:
        cluster.set_up("kiosk")
        cluster.add_login("desk_1", "desk")
        store = open_server(cluster.server("kiosk", "desk_1", limits=SHORT), a_device())
        store.submit(a_request("r1"), happening())

        cluster.stop(signal.SIGINT)
        signal_file = cluster.data / "standby.signal"
        signal_file.touch()
        give(signal_file)
        cluster.start()
        with pytest.raises(StoreAway, match="takes no writes") as fault:
            store.submit(a_request("r2"), happening())
        cluster.promote()
        store.submit(a_request("r2"), happening())

        assert fault.value.retry
        assert (2, True) == (store.counts()[State.WAITING], holds(store))
        store.close()


@pytest.fixture
def read_only(cluster: Cluster) -> Iterator[Callable[[str], None]]:
    """Says "on" or "off" to every session of the server, those that stand included."""

    def say(word: str) -> None:
        cluster.superuse(f"ALTER SYSTEM SET default_transaction_read_only = {word}")
        cluster.superuse("SELECT pg_reload_conf()")
        while default(cluster) != word:
            pass

    yield say
    say("off")


def test_a_session_that_may_write_no_more_is_told(
    cluster: Cluster, database: str, read_only: Callable[[str], None]
):
    """No connection breaks: the server refuses the write itself. A decision isn't half made, and stands afterwards."""
    with closing(open_server(cluster.server(database, "desk_1", limits=SHORT), a_device())) as store:
        kept = store.submit(a_request(), happening())
        read_only("on")
        with pytest.raises(StoreAway, match="takes no writes"):
            until_it_fails(store)
        with pytest.raises(StoreAway, match="takes no writes"):
            store.swap(kept, approved(kept), happening("request_approved"))
        read_only("off")

        assert kept == store.get(kept.reference)
        assert State.APPROVED is store.swap(kept, approved(kept), happening("request_approved")).state
        assert holds(store)


def default(cluster: Cluster) -> str:
    """Return what a new session begins with."""
    with cluster.superuser() as connection:
        (word,) = connection.execute("SHOW default_transaction_read_only").fetchone()
    return word


def until_it_fails(store: Store) -> None:
    """Write until the server's processes have heard of their new settings."""
    for _ in range(1000):
        store.check()
