"""The notice of what a terminal filed is left by one desk, once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from kiosk.request.request import Presence, State
from kiosk.store import Store, open_server
from tests.given import a_verification
from tests.kiosk.store.examples import a_request, approved, happening
from tests.kiosk.store.sealing import a_device
from tests.servers.postgres import Cluster

COUNT = 20


@pytest.fixture
def desks(cluster: Cluster, database: str) -> Iterator[list[Store]]:
    """Two desks on one store."""
    stores = [open_server(cluster.server(database, f"desk_{nth}"), a_device(nth)) for nth in (1, 2)]
    yield stores
    for store in stores:
        store.close()


def left_by(store: Store) -> list[str]:
    left: list[str] = []
    store.filings.leave_notices(lambda request: left.append(request.reference))
    return left


def unattended(name: str):
    return a_request(name, verification=a_verification(presence=Presence.UNATTENDED, verified_by=None))


def test_one_desk_leaves_it_once(desks):
    """The other finds nothing to do, nor does the first one later."""
    desks[0].submit(unattended("r1"), happening())

    assert [["r1"], [], []] == [left_by(desks[0]), left_by(desks[1]), left_by(desks[0])]


def test_desks_at_the_same_moment_leave_each_once(desks):
    """Whichever comes first; none is left out."""
    for number in range(COUNT):
        desks[0].submit(unattended(f"r{number}"), happening())

    with ThreadPoolExecutor(4) as pool:
        left = [each for found in pool.map(left_by, desks * 2) for each in found]
    left += left_by(desks[0])

    assert sorted(f"r{number}" for number in range(COUNT)) == sorted(left)


def test_who_was_seen_needs_no_notice(desks):
    """Nor who waits no more."""
    seen = a_verification(presence=Presence.IN_PERSON, verified_by="ann")
    desks[0].submit(a_request("r1", verification=seen), happening())
    request = desks[0].submit(unattended("r2"), happening())
    desks[0].swap(request, approved(request), happening("request_approved"))

    assert [] == left_by(desks[0])


def test_a_desk_that_dies_at_it_leaves_it_to_the_next(desks):
    """Nothing is marked as told that wasn't."""
    desks[0].submit(unattended("r1"), happening())

    def die(request):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desks[0].filings.leave_notices(die)

    assert ["r1"] == left_by(desks[1])
    assert State.WAITING is desks[0].get(unattended("r1").reference).state
