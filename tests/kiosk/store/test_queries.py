"""No question to the store gets slower with the number of past requests."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.request.request import State
from kiosk.request.staff_call import StaffCall
from kiosk.store import Store
from tests.kiosk.store.examples import DAY, NOW, a_request, approved, ended, happening
from tests.kiosk.store.inside import database_of

PAST = 100_000
CALL = StaffCall("mirail", "hall-1", NOW)

QUESTIONS: dict[str, Callable[[Store], object]] = {
    "get": lambda store: store.get("r1"),
    "by_ticket": lambda store: store.by_ticket("ticket-r1"),
    "open_for": lambda store: store.open_for("number-r1"),
    "earlier": lambda store: store.earlier("number-r1"),
    "queue": lambda store: store.queue(),
    "queue of several states": lambda store: store.queue((State.WAITING, State.FAILED)),
    "next page of the queue": lambda store: store.queue(after=store.queue(limit=1).after),
    "claim_due": lambda store: store.claim_due(NOW, DAY),
    "claim": lambda store: store.claim(store.get("r1"), DAY),
    "is_waiting": lambda store: store.is_waiting("r1"),
    "counts": lambda store: store.counts(),
    "swap": lambda store: store.swap(store.get("r1"), approved(store.get("r1")), happening()),
    "end": lambda store: store.swap(store.get("r1"), ended(store.get("r1")), happening()),
    "submit": lambda store: store.submit(a_request("r9"), happening()),
    "waiting_since_before": lambda store: store.waiting_since_before(NOW + DAY),
    "ended_before": lambda store: store.ended_before(NOW - 9 * DAY),
    "count_ended_before": lambda store: store.count_ended_before(NOW - 9 * DAY),
    "delete_ended_before": lambda store: store.delete_ended_before(NOW - 9 * DAY, happening()),
    "erase_holders": lambda store: store.erase_holders(["id-r1"], happening()),
    "figures": lambda store: store.figures(NOW + DAY),
    "failures": lambda store: store.failures("digest", NOW),
    "note_failure": lambda store: store.note_failure("digest", NOW, happening()),
    "call_staff": lambda store: store.call_staff(CALL),
    "staff_call": lambda store: store.staff_call("mirail", "hall-1"),
    "staff_calls": lambda store: store.staff_calls(NOW),
    "answer_call": lambda store: store.answer_call(CALL, NOW),
    "failed_sign_ins": lambda store: store.failed_sign_ins("ann", NOW),
    "heads": lambda store: store.heads(),
    "register_entry": lambda store: store.register_entry("1"),
}
GROW_WITH_WHAT_THEY_COUNT = {"counts"}
MOVES = {"swap", "end", "submit", "erase_holders"}  # a second time they would meet another store

# the words of a state, a row a device
SHORT = {"sqlite_master", "json_each", "writer", "sqlite_schema", "staff_call"}


def driver_of(store: Store) -> sqlite3.Connection:
    return database_of(store).conn


@pytest.fixture
def queued(store: Store) -> Store:
    for number in range(3):
        store.submit(a_request(f"r{number}"), happening())
    return store


def plan(driver: sqlite3.Connection, statement: str) -> list[str]:
    return [row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}")]


def plans_of(store: Store, ask: Callable[[Store], object]) -> list[str]:
    """Return how SQLite goes about each statement of a question."""
    statements: list[str] = []
    driver = driver_of(store)
    driver.set_trace_callback(statements.append)
    ask(store)
    driver.set_trace_callback(None)
    asked = [each for each in statements if each.split()[0] in {"SELECT", "UPDATE", "INSERT", "DELETE"}]
    assert asked
    return [step for each in asked for step in plan(driver, each)]


def steps_of(store: Store, ask: Callable[[Store], object]) -> int:
    """Return how many steps of its virtual machine SQLite takes, in tens."""
    tens = 0

    def count() -> None:
        nonlocal tens
        tens += 1

    driver_of(store).set_progress_handler(count, 10)
    ask(store)
    driver_of(store).set_progress_handler(None, 0)
    return tens


def add_past_requests(path: Path) -> None:
    """Copy an ended request and its holder many times over, past the store."""
    driver = sqlite3.connect(path)
    copy_row(
        driver,
        "request",
        "SELECT * FROM request WHERE reference = 'old'",
        {"id", "reference", "ticket_digest"},
    )
    copy_row(
        driver, "holder", "SELECT * FROM holder WHERE request_id = 'id-old'", {"request_id", "student_number"}
    )
    driver.commit()
    driver.close()


def copy_row(driver: sqlite3.Connection, table: str, original: str, own: set[str]) -> None:
    """Insert PAST copies of a row, each with its own name in these columns."""
    cursor = driver.execute(original)
    columns, row = [each[0] for each in cursor.description], cursor.fetchone()
    values = ", ".join("'past-' || ?1" if column in own else f"?{at}" for at, column in enumerate(columns, 2))
    copies = ((number, *row) for number in range(PAST))
    driver.executemany(f"INSERT INTO {table} VALUES ({values})", copies)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_along_an_index(queued: Store, question: str):
    """Nothing walks through a table that grows with the years."""
    walks = [step for step in plans_of(queued, QUESTIONS[question]) if step.startswith("SCAN")]

    assert [] == [step for step in walks if step.split()[1] not in SHORT]


@pytest.mark.parametrize("question", [name for name in QUESTIONS if "queue" in name])
def test_the_queue_is_never_sorted(queued: Store, question: str):
    """It is read in the order of its index."""
    assert [] == [step for step in plans_of(queued, QUESTIONS[question]) if "B-TREE" in step]


def test_no_question_takes_longer_with_many_past_requests(queued: Store, path: Path):
    """The steps that SQLite takes are counted, so that a slow machine makes no difference."""
    asking = {name: ask for name, ask in QUESTIONS.items() if name not in GROW_WITH_WHAT_THEY_COUNT | MOVES}
    old = queued.submit(a_request("old"), happening())
    queued.swap(old, ended(old, NOW), happening())
    before = {name: steps_of(queued, ask) for name, ask in asking.items()}

    add_past_requests(path)

    after = {name: steps_of(queued, ask) for name, ask in asking.items()}
    assert PAST + 1 == queued.counts()[State.UNLOCKED]
    assert {} == {name: steps for name, steps in after.items() if steps > before[name] + 5}
