"""A desk dies while it carries an approval out: another takes over when the lease ends, and there is one effect."""

import json
import multiprocessing
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event

import pytest

from kiosk.desk.carrying_out import resume
from kiosk.desk.deciding import approve
from kiosk.filing import Witness, file_claim
from kiosk.kit import Kit
from kiosk.request.request import Request, State
from kiosk.staff.account import Role
from kiosk.store import open_server
from kiosk.store.postgres.server import Server
from tests.fakes import LOCKED
from tests.given import NUMBER, a_student, staff
from tests.kiosk.store.sealing import a_device, holds
from tests.kiosk.test_filing import a_claim
from tests.kits import Bench, a_bench
from tests.servers.postgres import Cluster

PATIENCE_S = 60


@dataclass(slots=True)
class Hangs:
    """A channel that says when it was asked, and never ends."""

    told: Connection

    def carry_out(self, _request: Request) -> State:
        self.told.send("asked")
        Event().wait()
        raise AssertionError


def a_desk(server: Server, folder: Path, key: int) -> Bench:
    bench = a_bench(folder)
    bench.kit.store.close()
    bench.kit = replace(bench.kit, store=open_server(server, a_device(key)))
    bench.directory.add(a_student(), LOCKED)
    return bench


def approve_and_hang(server: Server, folder: Path, told: Connection, reference: str) -> None:
    """Be the desk that dies."""
    kit = replace(a_desk(server, folder, 1).kit, channel=Hangs(told))
    approve(kit, staff(Role.SUPERVISOR), reference, seen=True)


@pytest.fixture
def killed(cluster: Cluster, database: str, tmp_path: Path) -> None:
    """A desk approved, claimed, asked the directory, and was killed before an answer came."""
    server = cluster.server(database, "desk_1")
    first = a_desk(server, tmp_path / "filing", 1).kit
    with closing(first.store):
        reference = file_claim(first, a_claim(), Witness()).request.reference
    fresh = multiprocessing.get_context("forkserver")
    ours, theirs = fresh.Pipe(duplex=False)
    process = fresh.Process(
        target=approve_and_hang, args=(server, tmp_path / "first", theirs, reference), daemon=True
    )
    process.start()
    assert ours.poll(PATIENCE_S)
    process.kill()
    process.join(PATIENCE_S)


@pytest.fixture
def other(cluster: Cluster, database: str, tmp_path: Path, killed: None) -> Iterator[Bench]:
    bench = a_desk(cluster.server(database, "desk_2"), tmp_path / "second", 2)
    yield bench
    bench.kit.store.close()


def state(kit: Kit) -> State:
    (request,) = kit.store.earlier(NUMBER)
    return request.state


def test_it_is_left_alone_until_its_lease_ends_and_then_carried_out_once(
    other: Bench, cluster: Cluster, database: str
):
    """Nobody can know whether the dead desk still works at it, until then."""
    assert () == resume(other.kit)
    assert State.APPROVED is state(other.kit)

    cluster.superuse("UPDATE kiosk.claim SET until = clock_timestamp()", database)  # two minutes later
    assert [State.UNLOCKED] == [request.state for request in resume(other.kit)]
    assert () == resume(other.kit)
    assert holds(other.kit.store)


def test_what_it_had_done_before_it_died_is_not_done_again(other: Bench, cluster: Cluster, database: str):
    """The account was unlocked, and nobody was told: whoever takes over looks first, and only writes down what is."""
    other.directory.states[NUMBER] = replace(LOCKED, locked=False)
    cluster.superuse("UPDATE kiosk.claim SET until = clock_timestamp()", database)

    assert [State.UNLOCKED] == [request.state for request in resume(other.kit)]

    assert [] == other.directory.unlocked
    kinds = sorted(json.loads(event.body)["kind"] for event in other.kit.store.events())
    assert ["request_approved", "request_filed", "unlocked"] == kinds


@pytest.mark.parametrize("hours", [1, -1])
def test_a_desk_whose_clock_is_wrong_takes_over_no_sooner(
    other: Bench, cluster: Cluster, database: str, hours: int
):
    """The lease ends by the server's clock, whatever a desk's own says."""
    other.clock.advance(hours=hours)
    assert () == resume(other.kit)

    cluster.superuse("UPDATE kiosk.claim SET until = clock_timestamp()", database)
    assert [State.UNLOCKED] == [request.state for request in resume(other.kit)]


def test_the_server_tells_its_own_clock(other: Bench):
    """Doctor compares it with the computer's."""
    told = other.kit.store.clock()

    assert told is not None
    assert timedelta(0) == told.utcoffset()
