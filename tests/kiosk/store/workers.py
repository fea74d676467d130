"""What the store's tests run in processes of their own."""

import sys
from collections.abc import Callable
from contextlib import closing
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

from kiosk.errors import AlreadyDecided
from kiosk.store import open_store
from tests.kiosk.store.examples import a_holder, a_request, approved, happening
from tests.kiosk.store.sealing import a_device

ROUNDS = 20
Work = Callable[[Path, int, str], str]


def decide(path: Path, turn: int, name: str) -> str:
    """Approve the request of this turn; tell whether this process was the first."""
    request = a_request(f"r{turn}")
    with closing(open_store(path, a_device())) as store:
        try:
            store.swap(request, approved(request, by=name), happening("request_approved"))
        except AlreadyDecided:
            return "late"
    return "won"


def submit(path: Path, turn: int, name: str) -> str:
    """File a request for the student of this turn; tell which request stands."""
    request = a_request(f"{name}{turn}", holder=a_holder(f"student-{turn}"))
    with closing(open_store(path, a_device())) as store:
        return store.submit(request, happening()).reference


def make(path: Path, turn: int, name: str) -> str:
    """Open a store that isn't there yet; tell its secret."""
    with closing(open_store(path.with_name(f"store-{turn}"), a_device())) as store:
        return store.secret("one").hex()


def compete(work: Work, path: Path, name: str, together: Barrier, results: "Queue[Any]") -> None:
    """Do each turn at the same moment as the other processes, and tell what came of it."""
    for turn in range(ROUNDS):
        together.wait()
        results.put((turn, work(path, turn, name)))


def file_for_ever(path: str) -> None:
    """File and approve requests, and say so after each, until someone ends the process."""
    store = open_store(path, a_device())
    number = 0
    while True:
        request = store.submit(a_request(f"r{number}"), happening())
        print(f"filed {request.reference}", flush=True)  # noqa: T201  the parent listens
        store.swap(request, approved(request), happening("request_approved"))
        print(f"approved {request.reference}", flush=True)  # noqa: T201
        number += 1


if __name__ == "__main__":
    file_for_ever(sys.argv[1])
