"""A campus in the first week: many terminals and desks on one server, with all that goes wrong there.

Whatever is cut, silenced, killed or stolen: at the end every ticket in somebody's hand is there exactly once.
"""

import multiprocessing
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random

import pytest

from kiosk.desk.taking_in import take_in
from kiosk.journal.chain import verify
from kiosk.kit import Kit
from kiosk.store import inbox_of, open_server
from kiosk.store.postgres.server import Server, TimeLimits
from kiosk.visit import status
from tests.kiosk.store.postgres import campus_processes
from tests.kiosk.store.postgres.campus_processes import CAMPUS, Given, Place, Revoked
from tests.kiosk.store.sealing import a_device
from tests.kits import a_bench
from tests.servers.postgres import Cluster
from tests.servers.proxy import Proxy

# Fifty computers of a campus on the two cores of one: each needs longer for an answer.
PATIENT = TimeLimits(connect=15, statement=15.0, lock=10.0, answer=8.0, wait=3.0)
IMPATIENT = TimeLimits(connect=2, statement=3.0, lock=2.0, answer=1.5, wait=0.3)
PATIENCE_S = 60
DESKS_FROM = 200  # their keys


@dataclass(slots=True)
class Computer:
    """A process and our end of its pipe."""

    work: Callable[[Place, Connection], None]
    place: Place
    process: BaseProcess = field(init=False)
    ours: Connection = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        fresh = multiprocessing.get_context("forkserver")
        self.ours, theirs = fresh.Pipe(duplex=False)
        self.process = fresh.Process(target=self.work, args=(self.place, theirs), daemon=True)
        self.process.start()
        theirs.close()

    def kill(self) -> None:
        self.process.kill()
        self.process.join(PATIENCE_S)


@dataclass(slots=True)
class Campus:
    """Every computer of it, and what the terminals said. left: tells how much the desks have still to do."""

    terminals: list[Computer]
    desks: list[Computer]
    left: Callable[[], int]
    tickets: list[Given] = field(default_factory=list)
    revoked: list[Revoked] = field(default_factory=list)

    def until(self, more: int) -> None:
        """Read on until so many more tickets were given."""
        wanted = len(self.tickets) + more
        while len(self.tickets) < wanted:
            self._hear_someone()

    def until_one_knows_that_it_is_revoked(self) -> None:
        """Read on: it learns so at its next call, however slow that is."""
        while not self.revoked:
            self._hear_someone()

    def kill(self, chance: Random) -> None:
        """End a terminal and a desk by kill -9, and start them again."""
        terminal = chance.choice([each for each in self.terminals if each.process.is_alive()])
        for each in (terminal, chance.choice(self.desks)):
            each.kill()
            if each is terminal:
                self._hear_all(each)
            each.place = replace(each.place, life=each.place.life + 1)
            each.start()

    def end(self) -> None:
        """Tell everyone that it is enough; terminals send what they still have, desks end what they have begun."""
        self.terminals[0].place.end.touch()
        for terminal in self.terminals:
            self._hear_all(terminal)
            terminal.process.join(PATIENCE_S)
            assert terminal.process.exitcode == 0
        for desk in self.desks:
            self._wait_while_it_works(desk)
            assert desk.process.exitcode == 0

    def _wait_while_it_works(self, desk: Computer) -> None:
        """A desk takes in every letter there is before it looks up: after a long outage there are thousands."""
        before = float("inf")
        while desk.process.is_alive() and (left := self.left()) < before:
            before = left
            desk.process.join(PATIENCE_S)

    def stop(self) -> None:
        for each in (*self.terminals, *self.desks):
            each.kill()
            each.ours.close()

    def _hear_someone(self) -> None:
        found = wait([each.ours for each in self.terminals if not each.ours.closed], PATIENCE_S)
        assert found, "no terminal gives a ticket any more"
        for each in self.terminals:
            if each.ours in found:
                self._hear(each)

    def _hear_all(self, computer: Computer) -> None:
        while not computer.ours.closed and computer.ours.poll(PATIENCE_S):
            self._hear(computer)

    def _hear(self, computer: Computer) -> None:
        try:
            said = computer.ours.recv()
        except EOFError:
            computer.ours.close()
            return
        if isinstance(said, Given):
            self.tickets.append(said)
        else:
            self.revoked.append(said)


@pytest.fixture
def proxy(cluster: Cluster) -> Iterator[Proxy]:
    with Proxy(cluster.port) as running:
        yield running


def through(server: Server, proxy: Proxy, cluster: Cluster, limits: TimeLimits) -> Server:
    address = server.address.replace(f":{cluster.port}/", f":{proxy.port}/")
    return replace(server, address=address, limits=limits, connections=2)


def opened_campus(
    cluster: Cluster, proxy: Proxy, database: str, folder: Path, size: tuple[int, int]
) -> Campus:
    """Give every computer its login and start it."""
    multiprocessing.get_context("forkserver").set_forkserver_preload([campus_processes.__name__])
    limits = IMPATIENT if sum(size) < 20 else PATIENT
    terminals, desks = [], []
    for key in range(1, size[0] + 1):
        login = f"campus_t{key}"
        cluster.add_login(login, "terminal")
        cluster.superuse(f"INSERT INTO kiosk.device (login, name) VALUES ('{login}', 't{key}')", database)
        server = through(cluster.server(database, login, "terminal"), proxy, cluster, limits)
        terminals.append(Place(server, folder / login, key, 0, folder / "enough"))
    for key in range(DESKS_FROM, DESKS_FROM + size[1]):
        cluster.add_login(f"campus_d{key}", "desk")
        server = through(cluster.server(database, f"campus_d{key}"), proxy, cluster, limits)
        desks.append(Place(server, folder / f"campus_d{key}", key, 0, folder / "enough"))
    return Campus(
        [Computer(campus_processes.terminal, place) for place in terminals],
        [Computer(campus_processes.desk, place) for place in desks],
        partial(work_left, cluster, database),
    )


def work_left(cluster: Cluster, database: str) -> int:
    """Return how many letters wait to be taken in, and approved requests to be carried out."""
    with cluster.superuser(database) as connection:
        count = """SELECT (SELECT count(*) FROM kiosk.letter WHERE state = 'posted')
                        + (SELECT count(*) FROM kiosk.request WHERE state = 'approved')"""
        return connection.execute(count).fetchall()[0][0]


@pytest.mark.soak
def test_every_ticket_of_a_campus_is_there_exactly_once(
    cluster: Cluster, proxy: Proxy, database: str, tmp_path: Path, runs_whole: bool
):
    """12 terminals and 4 desks (50 and 5): outages, lost answers, kills, a stolen terminal; every chain verifies."""
    chance = Random(6)
    campus = opened_campus(cluster, proxy, database, tmp_path, (50, 5) if runs_whole else (12, 4))
    some = 500 if runs_whole else 40
    try:
        for _ in range(20 if runs_whole else 1):
            week(campus, proxy, chance, some)
        cluster.superuse("UPDATE kiosk.device SET state = 'revoked' WHERE name = 't3'", database)
        campus.until(some)
        campus.until_one_knows_that_it_is_revoked()
        campus.end()
    finally:
        campus.stop()

    with closing(open_server(cluster.server(database, "desk_1"), a_device(250))) as store:
        kit = replace(a_closed_kit(tmp_path), store=store, inbox=inbox_of(store), campus_key=CAMPUS)
        take_in(kit)
        assert (0, 0) == kit.inbox.letter_counts()
        stolen = {each.terminal for each in campus.revoked}
        assert {3} == stolen == {each.terminal for each in campus.revoked if each.left == 0}
        acknowledged = [each for each in campus.tickets if each.is_sent or each.terminal not in stolen]
        assert [] == [each for each in acknowledged if not is_right(kit, each)]
        assert {1} == set(Counter(requests_of(cluster, database)).values())
        assert verify(store.events(), store.public_keys()).first_broken is None
        assert any(not each.is_sent for each in acknowledged)


def week(campus: Campus, proxy: Proxy, chance: Random, some: int) -> None:
    """Let everything go wrong that does, and well in between; each for as long as it takes to give some tickets."""
    campus.until(some)
    for trouble in ("is_cut", "is_silent"):
        setattr(proxy, trouble, True)
        campus.until(some // 2)
        campus.kill(chance)
        setattr(proxy, trouble, False)
        campus.until(some)
    for cut in (proxy.half_close, proxy.drop):
        cut()
        campus.kill(chance)
        campus.until(some // 2)
    proxy.delay_s = 0.002
    campus.until(some // 4)
    proxy.delay_s = 0.0


def a_closed_kit(folder: Path) -> Kit:
    kit = a_bench(folder / "end").kit
    kit.store.close()
    return kit


def is_right(kit: Kit, ticket: Given) -> bool:
    """Its code and its reference open one request, and it is its student's."""
    found = status(kit, ticket.code).request
    by_reference = kit.store.get(ticket.reference)
    return found is not None and found.id == by_reference.id and ticket.number == found.holder.student_number


def requests_of(cluster: Cluster, database: str) -> list[str]:
    """Return the student of every request."""
    with cluster.superuser(database) as connection:
        return [
            number for (number,) in connection.execute("SELECT student_number FROM kiosk.holder").fetchall()
        ]
