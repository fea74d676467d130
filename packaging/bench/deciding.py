"""visit.submit and desk.approve next to a bare durable commit of SQLite in the same run."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from timing import duration_ms, tell

from kiosk.desk.deciding import approve
from kiosk.filing import Filed
from kiosk.staff.account import Role
from kiosk.unattended import submit
from tests.fakes import LOCKED
from tests.given import a_student
from tests.kiosk.test_filing import a_claim
from tests.kits import Bench, a_bench

RUNS = 300


def bench_deciding(folder: Path) -> None:
    """File and approve requests of as many students, each durably."""
    bench = a_bench(folder / "store")
    # Neither the wait that hides nor the file outside belongs to the store's work.
    rules = replace(bench.kit.rules, minimum_answer=timedelta(0), anchor_to=None)
    bench.kit = replace(bench.kit, rules=rules)
    numbers = [f"{21900000 + order}" for order in range(RUNS)]
    for number in numbers:
        bench.directory.add(a_student(number=number), LOCKED)
    commit = _bare_commit(folder)
    bare, filing, approving = [], [], []
    for number in numbers:  # in turn, so that a busy moment falls on all three
        bare.append(duration_ms(commit))
        filing.append(duration_ms(partial(_file, bench, number)))
        reference = bench.kit.store.earlier(number)[0].reference
        approving.append(duration_ms(partial(_approve, bench, reference)))
    floor = sorted(bare)[len(bare) // 2]
    tell("bare INSERT, WAL, synchronous=FULL", bare)
    tell("visit.submit (1 commit)", filing, floor)
    tell("desk.approve (2 commits: intent, outcome)", approving, 2 * floor)


def _bare_commit(folder: Path):
    database = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    database.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row (text TEXT)")

    def commit() -> None:
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT INTO row VALUES (?)", ["x" * 600])
        database.execute("COMMIT")

    return commit


def _file(bench: Bench, number: str) -> None:
    assert isinstance(submit(bench.kit, a_claim(number=number)), Filed)


def _approve(bench: Bench, reference: str) -> None:
    approve(bench.kit, bench.staff[Role.APPROVER], reference, seen=True)
