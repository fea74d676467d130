"""A terminal's store in a file that another program holds when the terminal starts: it comes late, by itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.errors import StoreAway
from kiosk.store import Store, open_store
from tests.kiosk.store.examples import a_request, happening
from tests.kiosk.store.sealing import a_device


@pytest.fixture
def held(path: Path) -> Iterator[sqlite3.Connection]:
    """A live store that another program writes to, and doesn't end."""
    open_store(path, a_device()).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


def opened_late(path: Path, *, demonstration: bool = False) -> Store:
    return open_store(path, a_device(), demonstration=demonstration, busy_timeout_s=0.05, may_come_late=True)


def test_it_is_away_until_it_is_free_and_then_works(path: Path, held: sqlite3.Connection):
    """Nobody has to start the terminal again."""
    with closing(opened_late(path)) as store:
        with pytest.raises(StoreAway, match="locked") as away:
            store.check()
        held.execute("ROLLBACK")
        store.check()
        kept = store.submit(a_request(), happening())

        assert away.value.retry
        assert kept == store.get(kept.reference)


def test_whoever_stands_there_is_told_at_once(path: Path, held: sqlite3.Connection):
    """A desk or a command doesn't wait for hours."""
    with pytest.raises(StoreAway, match="locked"):
        open_store(path, a_device(), busy_timeout_s=0.05)


def test_the_wrong_kind_is_told_when_it_comes(path: Path, held: sqlite3.Connection):
    """As a part that is away: while the terminal runs nobody reads what a refusal says."""
    with closing(opened_late(path, demonstration=True)) as store:
        held.execute("ROLLBACK")
        with pytest.raises(StoreAway, match="demonstration") as away:
            store.check()

        assert not away.value.retry


def test_what_does_not_pass_by_itself_ends_the_start(path: Path):
    """A file that is no store needs a person."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_bytes(b"not a database at all, and long enough to be looked at as one" * 20)

    with pytest.raises(StoreAway):
        opened_late(path)


def test_a_store_that_never_came_is_closed_all_the_same(path: Path, held: sqlite3.Connection):
    """The terminal ends while the other program still writes."""
    opened_late(path).close()

    held.execute("ROLLBACK")
    open_store(path, a_device()).close()
