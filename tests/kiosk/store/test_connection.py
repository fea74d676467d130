"""Reading and writing: whole moves, one durable commit each, from any thread."""

import struct
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.store import Store
from kiosk.store.sqlite.connection import connect
from tests.kiosk.store.examples import a_request, approved, happening
from tests.kiosk.store.inside import database_of
from tests.kiosk.store.sealing import holds

HEADER, FRAME_HEADER, PAGE = 32, 24, 4096


def commits_in(log: bytes) -> int:
    """Return how many commits a write-ahead log holds. Source: sqlite.org/fileformat2.html, 4.1."""
    frames = range(HEADER, len(log), FRAME_HEADER + PAGE)
    return sum(struct.unpack_from(">I", log, frame + 4)[0] != 0 for frame in frames)


def test_a_move_with_its_event_is_one_commit(store: Store, path: Path):
    """One flush to the disk each for filing and deciding."""
    log = path.with_name("kiosk.sqlite-wal")
    counts = [commits_in(log.read_bytes())]
    request = store.submit(a_request(), happening())
    counts.append(commits_in(log.read_bytes()))
    store.swap(request, approved(request), happening())
    counts.append(commits_in(log.read_bytes()))

    assert [counts[0], counts[0] + 1, counts[0] + 2] == counts


def test_threads_share_a_store(store: Store):
    """They take turns; nothing is lost and the chain is one."""
    start = threading.Barrier(4)

    def file(worker: int) -> None:
        start.wait()
        for number in range(10):
            store.submit(a_request(f"w{worker}n{number}"), happening())

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(file, range(4)))

    assert 40 == len(store.queue(limit=100).requests)
    assert holds(store)


def test_a_move_that_fails_leaves_nothing(store: Store, path: Path):
    """Whatever it wrote before; the next move finds the store in order."""
    connection = connect(path, busy_timeout_s=1.0)

    with suppress(ZeroDivisionError), connection.writing() as database:
        database.execute("INSERT INTO failed_sign_in VALUES ('ann', 'now')")
        raise ZeroDivisionError

    with connection.reading() as database:
        assert (0,) == database.execute("SELECT count(*) FROM failed_sign_in").fetchone()
    connection.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
    ],
)
def test_a_connection_is_durable_and_thorough(store: Store, pragma: str, value: object):
    """Flushed at each commit, overwritten at each erasing, no temporary file."""
    assert (value,) == database_of(store).execute(f"PRAGMA {pragma}").fetchone()
