"""Several programs on one store: real processes, and one that is killed in the middle of its work."""

import multiprocessing
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from kiosk.request.request import State
from kiosk.store import Store, open_store
from tests.kiosk.store.examples import a_request, happening
from tests.kiosk.store.inside import database_of
from tests.kiosk.store.sealing import a_device, holds
from tests.kiosk.store.workers import ROUNDS, Work, compete, decide, make, submit

PATIENCE_S = 30


def compete_as_two(work: Work, path: Path) -> list[list[str]]:
    """Let two processes do the work turn by turn; return what came of each turn, sorted."""
    fresh = multiprocessing.get_context("spawn")
    together, results = fresh.Barrier(2, timeout=PATIENCE_S), fresh.Queue()
    workers = [
        fresh.Process(target=compete, args=(work, path, name, together, results), daemon=True)
        for name in ("ann", "bob")
    ]
    for worker in workers:
        worker.start()
    found = defaultdict(list)
    for _ in range(2 * ROUNDS):
        turn, result = results.get(timeout=PATIENCE_S)
        found[turn].append(result)
    for worker in workers:
        worker.join(PATIENCE_S)
    results.close()
    return [sorted(found[turn]) for turn in range(ROUNDS)]


def reopened(path: Path) -> Store:
    return open_store(path, a_device())


@pytest.fixture
def files_the_first(path: Path) -> None:
    store = reopened(path)
    for turn in range(ROUNDS):
        store.submit(a_request(f"r{turn}"), happening())
    store.close()


@pytest.mark.usefixtures("files_the_first")
def test_of_two_processes_that_decide_one_is_first(path: Path):
    """The other is told, each time; there is one event a decision, and one chain."""
    results = compete_as_two(decide, path)

    store = reopened(path)
    assert [["late", "won"]] * ROUNDS == results
    assert (ROUNDS, 2 * ROUNDS) == (store.counts()[State.APPROVED], len(list(store.events())))
    assert holds(store)
    store.close()


def test_of_two_processes_that_file_for_a_student_one_does(path: Path):
    """Both get the same request."""
    results = compete_as_two(submit, path)

    store = reopened(path)
    assert [1] * ROUNDS == [len(set(references)) for references in results]
    assert (ROUNDS, ROUNDS) == (store.counts()[State.WAITING], len(list(store.events())))
    assert holds(store)
    store.close()


def test_two_processes_that_make_a_store_share_it(path: Path):
    """Whoever is first; the other opens what the first made, with its secrets."""
    results = compete_as_two(make, path)

    assert [1] * ROUNDS == [len(set(secrets)) for secrets in results]


def killed_after(lines: int, path: Path) -> list[tuple[str, str]]:
    """Kill a process in the middle of its writing; return what it acknowledged, as (move, reference)."""
    command = [sys.executable, "-m", "tests.kiosk.store.workers", str(path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": "."}
    ) as worker:
        assert worker.stdout is not None
        heard = [worker.stdout.readline() for _ in range(lines)]
        worker.kill()
        heard += worker.stdout.readlines()
    return [(move, reference) for move, reference in (line.split() for line in heard if line.endswith("\n"))]


@pytest.mark.parametrize("lines", [1, 20, 61])
def test_a_killed_process_loses_nothing_it_acknowledged(path: Path, lines: int):
    """The file is sound, the chain verifies, and every acknowledged move is there."""
    acknowledged = killed_after(lines, path)

    store = reopened(path)
    states = {reference: store.get(reference).state for _, reference in acknowledged}
    approved = {reference for move, reference in acknowledged if move == "approved"}
    assert [("ok",)] == database_of(store).execute("PRAGMA integrity_check").fetchall()
    assert holds(store)
    assert len(acknowledged) <= len(list(store.events())) <= len(acknowledged) + 1
    assert {State.APPROVED} >= {states[reference] for reference in approved}
    store.close()
