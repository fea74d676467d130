"""Several computers on one store: real processes, of two desks, one of them with two programs."""

from collections import Counter
from collections.abc import Iterator

import pytest

from kiosk.request.request import State
from kiosk.store import Store, open_server
from kiosk.store.postgres.server import Server
from tests.kiosk.store.examples import a_request, approved, happening
from tests.kiosk.store.postgres.workers import ROUNDS, claim, compete, decide, record, submit
from tests.kiosk.store.sealing import a_device, holds
from tests.servers.postgres import Cluster

Desks = list[tuple[Server, int]]


@pytest.fixture
def desks(cluster: Cluster, database: str) -> Desks:
    """Two programs of one desk, which sign with one key, and one of another."""
    first, second = (cluster.server(database, login) for login in ("desk_1", "desk_2"))
    return [(first, 1), (first, 1), (second, 2)]


@pytest.fixture
def store(desks: Desks) -> Iterator[Store]:
    store = open_server(desks[0][0], a_device(1))
    yield store
    store.close()


def test_of_processes_that_decide_one_is_first(store: Store, desks: Desks):
    """The others are told, each time; there is one event a decision, and every chain holds."""
    for turn in range(ROUNDS):
        store.submit(a_request(f"r{turn}"), happening())

    results = compete(decide, desks)

    assert [["late", "late", "won"]] * ROUNDS == results
    assert (ROUNDS, 2 * ROUNDS) == (store.counts()[State.APPROVED], len(list(store.events())))
    assert holds(store)


def test_of_processes_that_file_for_a_student_one_does(store: Store, desks: Desks):
    """All get the same request."""
    results = compete(submit, desks)

    assert [1] * ROUNDS == [len(set(references)) for references in results]
    assert (ROUNDS, ROUNDS) == (store.counts()[State.WAITING], len(list(store.events())))
    assert holds(store)


def test_each_approved_request_is_claimed_by_one(store: Store, desks: Desks):
    """None twice; and those who come after the last get none."""
    count = 2 * ROUNDS
    for number in range(count):
        request = store.submit(a_request(f"r{number}"), happening())
        store.swap(request, approved(request), happening("request_approved"))

    results = Counter(each for turn in compete(claim, desks) for each in turn)

    assert {f"r{number}" for number in range(count)} == results.keys() - {"none"}
    assert {1} == {times for name, times in results.items() if name != "none"}


def test_a_chain_has_no_gap_however_many_write_it(store: Store, desks: Desks):
    """Three processes sign with one key; each event follows the one before."""
    results = compete(record, [desks[0]] * 3)

    numbers = sorted(int(each) for turn in results for each in turn)
    assert list(range(1, 3 * ROUNDS + 1)) == numbers
    assert holds(store)
