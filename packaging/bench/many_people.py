"""Terminals and desks of a load: threads in a few processes, each with its own login, key and connections."""

import contextlib
import hashlib
import multiprocessing
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from secrets import token_bytes

from kiosk.desk.deciding import approve
from kiosk.errors import KioskError, StoreAway
from kiosk.filing import Filed, Witness, file_claim
from kiosk.journal.sealer import DeviceSealer
from kiosk.journal.signature import DeviceKey
from kiosk.kit import Kit
from kiosk.request.request import State
from kiosk.staff.account import Role
from kiosk.store import Store, open_server
from kiosk.store.postgres.server import Server
from tests.fakes import LOCKED, FakeDirectory
from tests.given import a_student, staff
from tests.kiosk.test_filing import a_claim
from tests.kits import a_bench

SETTLE_S = 3.0  # after everyone is connected
PATIENCE_S = 0.25  # of a desk's waiting
PAUSE_S = 0.3  # between two looks at the queue, as the desk's window makes it


@dataclass(frozen=True, slots=True)
class Load:
    """servers: a computer's login each. pace: requests a second of all terminals together; None: as many as they can.

    turn: of the bench, so that no student comes twice.
    """

    terminals: Sequence[Server]
    desks: Sequence[Server]
    seconds: float
    pace: float | None
    turn: int


@dataclass(slots=True)
class Measured:
    """Milliseconds each. submits: filed at a terminal. decisions: approved, unlocked and saved.

    seen: from pressing approve until another desk's queue no longer has it. quicker, busy: what came to nothing.
    """

    submits: list[float] = field(default_factory=list)
    decisions: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)
    looks: int = 0
    quicker: int = 0
    busy: int = 0


@dataclass(slots=True)
class Told:
    """What one process found, moments by the machine's monotonic clock, which all processes share.

    decided: reference to the moment of pressing. gone: of each desk, reference to when its queue lost it.
    """

    submits: list[float] = field(default_factory=list)
    decisions: list[float] = field(default_factory=list)
    decided: dict[str, float] = field(default_factory=dict)
    gone: list[dict[str, float]] = field(default_factory=list)
    looks: int = 0
    quicker: int = 0
    busy: int = 0


def play(load: Load, processes: int, spent: Callable[[], float]) -> tuple[Measured, float]:
    """Let everybody work for so long; return what was measured, and what was spent meanwhile."""
    context = multiprocessing.get_context("spawn")
    start = context.Event()
    people: list[tuple[Connection, multiprocessing.Process]] = []
    for part in range(processes):
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(load, part, processes, start, theirs))
        process.start()
        people.append((ours, process))
    for ours, _ in people:
        ours.recv()  # everyone in it is connected
    time.sleep(SETTLE_S)
    before = spent()
    start.set()
    told = [ours.recv() for ours, _ in people]
    after = spent()
    for _, process in people:
        process.join()
    return _measured(told), after - before


def _measured(told: Sequence[Told]) -> Measured:
    measured = Measured()
    decided: dict[str, float] = {}
    for each in told:
        measured.submits += each.submits
        measured.decisions += each.decisions
        measured.looks += each.looks
        measured.quicker += each.quicker
        measured.busy += each.busy
        decided |= each.decided
    for each in told:
        for desk in each.gone:
            measured.seen += [
                (at - decided[reference]) * 1000 for reference, at in desk.items() if reference in decided
            ]
    return measured


def _work(load: Load, part: int, parts: int, start: threading.Event, theirs: Connection) -> None:
    """Be this process's share of the people."""
    told, lock = Told(), threading.Lock()
    with tempfile.TemporaryDirectory() as folder:
        kit = _kit(Path(folder))
        threads, stores = [], []
        for number, server in list(enumerate(load.terminals))[part::parts]:
            store = open_server(server, _device(server.address))
            stores.append(store)
            threads.append(_thread(_terminal, load, number, store, kit, start, told, lock))
        for number, server in list(enumerate(load.desks))[part::parts]:
            store = open_server(server, _device(server.address))
            stores.append(store)
            threads.append(_thread(_desk, load, number, store, kit, start, told, lock))
            threads.append(_thread(_watch, load, store, start, told, lock))
        theirs.send("ready")
        for thread in threads:
            thread.join()
        for store in stores:
            store.close()
    theirs.send(told)


def _kit(folder: Path) -> Kit:
    """Return a kit without its store; nothing is anchored outside, nobody is told by mail."""
    bench = a_bench(folder)
    bench.kit.store.close()
    return replace(bench.kit, rules=replace(bench.kit.rules, anchor_to=None), secret=token_bytes)


def _thread(work: Callable[..., None], *given: object) -> threading.Thread:
    thread = threading.Thread(target=work, args=given)
    thread.start()
    return thread


def _device(name: str) -> DeviceSealer:
    return DeviceSealer(DeviceKey(hashlib.sha256(name.encode()).digest()))


def _terminal(load: Load, number: int, store: Store, kit: Kit, start, told: Told, lock) -> None:
    """File for one student after the other, in pauses of random length if there is a pace."""
    chance, directory = Random(load.turn * 10_000 + number), FakeDirectory()
    kit = replace(kit, store=store, directory=directory)
    start.wait()
    until = time.monotonic() + load.seconds
    for visit in range(10**6):
        if load.pace is not None:
            pause = chance.expovariate(load.pace / len(load.terminals))
            time.sleep(max(0.0, min(pause, until - time.monotonic())))
        if time.monotonic() >= until:
            break
        student = f"{load.turn:02d}{number:03d}{visit:06d}"
        directory.add(a_student(number=student), LOCKED)
        begin = time.perf_counter()
        try:
            assert isinstance(file_claim(kit, a_claim(number=student), Witness()), Filed)
        except StoreAway:  # here a terminal would write a letter, and post it later
            with lock:
                told.busy += 1
            continue
        took = (time.perf_counter() - begin) * 1000
        with lock:
            told.submits.append(took)


def _desk(load: Load, number: int, store: Store, kit: Kit, start, told: Told, lock) -> None:
    """Approve what has waited longest, each desk from another place of the queue's first page."""
    chance, directory, approver = Random(number), FakeDirectory(), staff(Role.APPROVER)
    channel = replace(kit.channel, directory=directory)
    kit = replace(kit, store=store, directory=directory, channel=channel)
    pause = 0.0 if load.pace is None else len(load.desks) / load.pace
    start.wait()
    until = time.monotonic() + load.seconds
    while time.monotonic() < until:
        time.sleep(min(chance.expovariate(1 / pause), load.seconds) if pause else 0.0)
        page = store.queue((State.WAITING,), limit=50)
        if not page.requests or time.monotonic() >= until:
            continue
        request = chance.choice(page.requests)
        directory.add(a_student(number=request.holder.student_number), LOCKED)
        pressed, begin = time.monotonic(), time.perf_counter()
        try:
            approve(kit, approver, request.reference, seen=True)
        except KioskError as error:
            with lock:
                told.busy += isinstance(error, StoreAway)
                told.quicker += not isinstance(error, StoreAway)
            continue
        took = (time.perf_counter() - begin) * 1000
        with lock:
            told.decisions.append(took)
            told.decided[request.reference] = pressed


def _watch(load: Load, store: Store, start, told: Told, lock) -> None:
    """Look at the queue at every change, as a desk's window does, and note when a request is gone from it."""
    start.wait()
    until = time.monotonic() + load.seconds + 1
    before, gone, looks, looked = set[str](), dict[str, float](), 0, 0.0
    with contextlib.closing(store.changes()) as changes:
        while time.monotonic() < until:
            heard = changes.wait(PATIENCE_S)
            if not heard and looks:
                continue
            time.sleep(max(0.0, looked + PAUSE_S - time.monotonic()))
            looked = time.monotonic()
            page = store.queue((State.WAITING,), limit=50)
            now, looks = time.monotonic(), looks + 1
            seen = {request.reference for request in page.requests}
            gone |= dict.fromkeys(before - seen, now)
            before = seen
    with lock:
        told.gone.append(gone)
        told.looks += looks
