"""A backup is one whole, private file that opens as the store it was; or there is none."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.errors import NotFound, Refused, StoreAway
from kiosk.journal.anchor import Anchor
from kiosk.store import Store, open_store
from kiosk.store.sqlite.backing_up import back_up
from tests.kiosk.store.examples import NOW, a_request, happening
from tests.kiosk.store.inside import database_of
from tests.kiosk.store.sealing import a_device, holds


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder / "monday.sqlite"


def test_a_backup_opens_as_the_store_that_it_copied(store: Store, path: Path, target: Path):
    """What was committed, taken while the store is open; it goes on as any store."""
    store.submit(a_request("r1"), happening())
    report = back_up(path, target)
    store.submit(a_request("r2"), happening())

    assert (1, 1, None) == (report.events, report.writers, report.first_broken)
    copy = open_store(target, a_device())
    assert (a_request("r1"), [1]) == (copy.get("r1"), [event.sequence for event in copy.events()])
    copy.record(happening())
    assert holds(copy)
    copy.close()


def test_a_backup_sees_one_moment_of_a_store_at_work(store: Store, path: Path, target: Path):
    """What another connection has begun and not committed isn't in it."""
    key = store.secret("failures")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM secret")
        back_up(path, target)
        other.execute("ROLLBACK")

    with closing(sqlite3.connect(target)) as copy:
        assert [(key,)] == copy.execute("SELECT value FROM secret").fetchall()


def test_a_backup_is_one_private_file(store: Store, path: Path, target: Path):
    """No log beside it, and for its owner only."""
    back_up(path, target)

    assert {"monday.sqlite": 0o600} == {
        each.name: stat.S_IMODE(each.stat().st_mode) for each in target.parent.iterdir()
    }


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_backup_overwrites_nothing(store: Store, path: Path, target: Path, kind: str):
    """Neither a file nor where a link leads."""
    if kind == "file":
        target.write_text("yesterday's")
    else:
        target.symlink_to(target.parent / "elsewhere")

    with pytest.raises(Refused, match="overwrites nothing"):
        back_up(path, target)

    assert [target.name] == [each.name for each in target.parent.iterdir()]


def test_a_store_whose_journal_was_altered_gives_no_backup(store: Store, path: Path, target: Path):
    """Nobody shall find out when it is needed."""
    store.record(happening())
    driver = database_of(store).conn
    driver.execute("DROP TRIGGER event_update")
    driver.execute("UPDATE event SET body = replace(body, 'system', 'nobody')")

    with pytest.raises(StoreAway, match="isn't whole"):
        back_up(path, target)

    assert [] == list(target.parent.iterdir())


def test_a_cut_off_end_is_found_by_the_anchors(store: Store, path: Path, target: Path):
    """They lie outside the store."""
    event = store.record(happening())

    with pytest.raises(StoreAway, match="isn't whole"):
        back_up(path, target, [Anchor(event.writer, 2, "0" * 64, NOW)])


def test_a_damaged_store_gives_no_backup(store: Store, path: Path, target: Path):
    """Its file was overwritten in the middle."""
    for number in range(200):
        store.submit(a_request(f"r{number}"), happening())
    store.close()
    content = bytearray(path.read_bytes())
    content[40_960:81_920] = bytes(40_960)
    path.write_bytes(content)

    with pytest.raises(StoreAway):
        back_up(path, target)

    assert [] == list(target.parent.iterdir())


def test_without_a_store_there_is_no_backup(tmp_path: Path, target: Path):
    """And none is made by asking."""
    with pytest.raises(NotFound):
        back_up(tmp_path / "none.sqlite", target)

    assert not (tmp_path / "none.sqlite").exists()


def test_a_folder_that_is_missing_is_told(store: Store, path: Path, tmp_path: Path):
    """A backup on a disk that isn't mounted lands nowhere."""
    with pytest.raises(StoreAway, match="can't be written"):
        back_up(path, tmp_path / "unmounted" / "monday.sqlite")
