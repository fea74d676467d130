"""What many processes do at once with one store on a server."""

import multiprocessing
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from typing import Any

from kiosk.errors import AlreadyDecided
from kiosk.store import Store, open_server
from kiosk.store.postgres.server import Server
from tests.kiosk.store.examples import DAY, NOW, a_holder, a_request, approved, happening
from tests.kiosk.store.sealing import a_device

ROUNDS = 15
PATIENCE_S = 60
Work = Callable[[Store, int, str], object]


def decide(store: Store, turn: int, name: str) -> str:
    """Approve the request of this turn; tell whether this process was the first."""
    request = a_request(f"r{turn}")
    try:
        store.swap(request, approved(request, by=name), happening("request_approved"))
    except AlreadyDecided:
        return "late"
    return "won"


def submit(store: Store, turn: int, name: str) -> str:
    """File a request for the student of this turn; tell which request stands."""
    request = a_request(f"{name}{turn}", holder=a_holder(f"student-{turn}"))
    return store.submit(request, happening()).reference


def claim(store: Store, _turn: int, _name: str) -> str:
    """Claim whatever is due; tell which request it was."""
    request = store.claim_due(NOW, DAY)
    return "none" if request is None else request.reference


def record(store: Store, _turn: int, _name: str) -> str:
    """Write into the journal; tell which number the event got."""
    return str(store.record(happening()).sequence)


def _compete(
    work: Work, server: Server, key: int, name: str, together: Barrier, results: "Queue[Any]"
) -> None:
    """Do each turn at the same moment as the other processes, and tell what came of it."""
    with closing(open_server(server, a_device(key))) as store:
        for turn in range(ROUNDS):
            together.wait()
            results.put((turn, work(store, turn, name)))


def compete(work: Work, servers: list[tuple[Server, int]]) -> list[list[str]]:
    """Let a process for each (server, key) do the work turn by turn; return what came of each turn, sorted."""
    fresh = multiprocessing.get_context("spawn")
    together, results = fresh.Barrier(len(servers), timeout=PATIENCE_S), fresh.Queue()
    workers = [
        fresh.Process(target=_compete, args=(work, server, key, f"p{at}", together, results), daemon=True)
        for at, (server, key) in enumerate(servers)
    ]
    for worker in workers:
        worker.start()
    found: dict[int, list[str]] = defaultdict(list)
    for _ in range(len(servers) * ROUNDS):
        turn, result = results.get(timeout=PATIENCE_S)
        found[turn].append(result)
    for worker in workers:
        worker.join(PATIENCE_S)
    results.close()
    return [sorted(found[turn]) for turn in range(ROUNDS)]
