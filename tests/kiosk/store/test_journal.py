"""The journal's table: one row an event, and no way to change one."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.store import Store
from tests.kiosk.store.examples import happening
from tests.kiosk.store.sealing import holds


@pytest.fixture
def tool(store: Store, path: Path) -> Iterator[sqlite3.Connection]:
    """A database tool that opens the file beside the program, two events in it."""
    store.record(happening())
    store.record(happening())
    tool = sqlite3.connect(path)
    yield tool
    tool.close()


def test_one_row_is_one_event(tool: sqlite3.Connection):
    """Others read the table by this name."""
    assert [(1,), (2,)] == tool.execute("SELECT sequence FROM event ORDER BY sequence").fetchall()


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE event SET body = replace(body, 'system', 'nobody')",
        "UPDATE event SET sequence = 3 WHERE sequence = 2",
        "DELETE FROM event WHERE sequence = 2",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE sequence = 1",
        "DELETE FROM writer",
        "UPDATE writer SET public_key = x'00'",
    ],
)
def test_an_event_can_be_neither_changed_nor_deleted(tool: sqlite3.Connection, store: Store, attempt: str):
    """A database tool is told so, and the chain verifies."""
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        tool.execute(attempt)

    assert holds(store)


def test_who_takes_the_guard_away_is_found_out(tool: sqlite3.Connection, store: Store):
    """The trigger is a fence; the chain is the proof."""
    tool.execute("DROP TRIGGER event_update")
    tool.execute("UPDATE event SET body = replace(body, 'system', 'nobody') WHERE sequence = 1")
    tool.commit()

    assert not holds(store)
