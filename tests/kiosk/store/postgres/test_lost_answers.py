"""The network breaks between a commit and its answer: what stands, stands once, and nobody believes otherwise."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256

import pytest

from kiosk.errors import KioskError, StoreAway
from kiosk.journal.event import Happening
from kiosk.request.request import Request, State
from kiosk.store import Store, open_server
from kiosk.store.postgres.server import Role, TimeLimits
from tests.kiosk.store.examples import NOW, a_request, approved, happening
from tests.kiosk.store.sealing import a_device, holds
from tests.servers.postgres import Cluster
from tests.servers.proxy import Proxy

SHORT = TimeLimits(connect=2, statement=2.0, lock=0.5, answer=1.0, wait=1.5)


@pytest.fixture
def proxy(cluster: Cluster) -> Iterator[Proxy]:
    with Proxy(cluster.port) as proxy:
        yield proxy


@pytest.fixture
def opened(cluster: Cluster, database: str, proxy: Proxy) -> Iterator[Callable[[Role], Store]]:
    """Opens the store by way of the proxy."""
    stores: list[Store] = []

    def at(role: Role) -> Store:
        direct = cluster.server(database, f"{role}_1", role, limits=SHORT, connections=1)
        through = replace(direct, address=direct.address.replace(str(cluster.port), str(proxy.port)))
        stores.append(open_server(through, a_device(len(stores) + 1)))
        return stores[-1]

    cluster.superuse("INSERT INTO kiosk.device (login, name) VALUES ('terminal_1', 'hall-1')", database)
    yield at
    for store in stores:
        store.close()


def filed(request: Request) -> Happening:
    """What a terminal may say of its request."""
    return Happening("request_filed", request.id, "visitor", NOW, {"presence": "unattended"})


def a_new_one(name: str) -> Request:
    return a_request(name, id=sha256(name.encode()).hexdigest()[:32])


def writes_of(proxy: Proxy, act: Callable[[], object]) -> int:
    """Return how often the client writes for this act: the last time to commit."""
    before = proxy.writes
    act()
    return proxy.writes - before


@pytest.mark.parametrize("role", ["desk", "terminal"])
def test_a_request_whose_answer_was_lost_is_filed_once(opened, proxy: Proxy, role: Role):
    """Whichever answer is lost: either it is filed and said so, or it isn't and can be filed again."""
    store, desk = opened(role), opened("desk")
    first, second = a_new_one("first"), a_new_one("second")
    store.submit(first, filed(first))
    count = writes_of(proxy, lambda: store.submit(second, filed(second)))
    assert count > 1
    for turn in range(1, count + 1):
        request = a_new_one(f"r{turn}")
        proxy.loses = proxy.writes + turn
        try:
            kept = store.submit(request, filed(request))
        except StoreAway:
            proxy.loses = None
            kept = store.submit(request, filed(request))
        assert request.id == kept.id
        assert request.reference == desk.get(request.reference).reference

    assert count + 2 == desk.counts()[State.WAITING]
    assert count + 2 == sum(event.writer == a_device(1).writer for event in desk.events())
    assert holds(desk)


def test_a_commit_whose_answer_was_lost_is_known_to_stand(opened, proxy: Proxy):
    """Nobody has to file again what the server has: the last answer of all is the commit's."""
    store = opened("desk")
    store.submit(a_request("first"), happening())
    count = writes_of(proxy, lambda: store.submit(a_request("second"), happening()))
    proxy.loses = proxy.writes + count

    assert "third" == store.submit(a_request("third"), happening()).reference
    assert proxy.loses is None  # it was


def test_a_decision_whose_answer_was_lost_has_one_effect(opened, proxy: Proxy):
    """Whichever answer is lost: one approval, one event, and no other desk can undo what nobody saw."""
    store = opened("desk")
    kept = [store.submit(a_request(f"r{number}"), happening()) for number in range(20)]
    count = writes_of(proxy, lambda: store.swap(kept[0], approved(kept[0]), happening("request_approved")))
    for turn in range(1, count + 1):
        before = kept[turn]
        proxy.loses = proxy.writes + turn
        try:
            store.swap(before, approved(before), happening("request_approved"))
        except KioskError:
            proxy.loses = None
            again = store.get(before.reference)
            assert before == again  # nothing was saved, so it may be decided
            store.swap(again, approved(again), happening("request_approved"))
        stands = store.get(before.reference)
        assert (State.APPROVED, before.version + 1) == (stands.state, stands.version)

    assert 20 + count + 1 == len(list(store.events()))
    assert holds(store)
