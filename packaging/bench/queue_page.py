"""A page of the queue with 1,000 and with 100,000 past requests: it should not grow."""

import sqlite3
from pathlib import Path

from timing import duration_ms, tell

from kiosk.journal.event import Happening
from kiosk.request.request import Request, State
from kiosk.store.rows import holder_row, request_row, time_text
from tests.given import NOW, a_holder, a_request
from tests.kits import a_bench

RUNS = 200
WAITING = 120


def bench_queue(folder: Path) -> None:
    """Ask for the first page, of 50."""
    for past in (1_000, 100_000):
        bench = a_bench(folder / str(past))
        store = bench.kit.store
        for order in range(WAITING):
            store.submit(_request(f"w{order}"), Happening("request_filed", "", "visitor", NOW))
        _add_past(folder / str(past) / "store.sqlite", past)
        store.queue()
        tell(f"queue page of 50, {past:,} past requests", [duration_ms(store.queue) for _ in range(RUNS)])
        store.close()


def _request(name: str, **changes: object) -> Request:
    holder = a_holder(student_number=name, account=name)
    return a_request(id=name.rjust(32, "0"), reference=name, ticket_digest=name, holder=holder, **changes)


def _add_past(path: Path, count: int) -> None:
    """Put ended requests in by one transaction: filing each would take minutes."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("BEGIN IMMEDIATE")
    for order in range(count):
        request = _request(f"p{order}", state=State.UNLOCKED, version=3, ended_at=NOW)
        _insert(database, "request", request_row(request))
        _insert(database, "holder", holder_row(request.id, request.holder) | {"ended_at": time_text(NOW)})
    database.execute("COMMIT")
    database.close()


def _insert(database: sqlite3.Connection, table: str, row: dict) -> None:
    names, places = ", ".join(row), ", ".join("?" * len(row))
    database.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", list(row.values()))  # noqa: S608
