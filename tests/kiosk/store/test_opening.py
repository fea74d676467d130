"""A store opens, or says in a sentence why not and what to do."""

import sqlite3
import stat
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kiosk.errors import Refused, SettingsWrong, StoreAway
from kiosk.journal.sealer import DeviceSealer
from kiosk.store import Store, open_store
from tests.kiosk.store.examples import happening
from tests.kiosk.store.sealing import a_device, holds


def test_everything_in_the_folder_is_private(store: Store, path: Path):
    """The file, its log and what the processes share."""
    store.check()

    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}

    assert {"kiosk.sqlite": 0o600, "kiosk.sqlite-wal": 0o600, "kiosk.sqlite-shm": 0o600} == modes
    assert 0o700 == stat.S_IMODE(path.parent.stat().st_mode)


def test_a_network_drive_is_refused_before_anything_is_made(path: Path):
    """Not even the folder appears there."""
    with pytest.raises(Refused, match="network drive"):
        open_store(path, a_device(), mounts="server:/ / nfs4 rw 0 0\n")

    assert not path.parent.exists()


def test_a_link_to_a_network_drive_is_refused(tmp_path: Path):
    """What counts is where the file really lies."""
    (tmp_path / "net").mkdir()
    (tmp_path / "data").symlink_to(tmp_path / "net")
    mounts = f"/dev/sda1 / ext4 rw 0 0\nserver:/ {tmp_path.resolve()}/net nfs rw 0 0\n"

    with pytest.raises(Refused):
        open_store(tmp_path / "data" / "kiosk.sqlite", a_device(), mounts=mounts)


def test_an_address_is_no_path():
    """This program keeps its store in a file."""
    with pytest.raises(SettingsWrong, match="path"):
        open_store("postgresql://server/kiosk", a_device())


def test_a_path_may_be_text(path: Path):
    """As settings and command lines give it."""
    open_store(str(path), a_device()).close()

    assert path.exists()


def test_a_path_may_hold_any_character(tmp_path: Path):
    """None of them is taken for a part of an address."""
    path = tmp_path / "été #1?mode=memory%41" / "kiosk.sqlite"

    open_store(path, a_device()).close()

    assert ["kiosk.sqlite"] == [each.name for each in path.parent.iterdir()]


def test_a_file_that_is_no_database_is_left_alone(path: Path):
    """Someone named the wrong file."""
    path.parent.mkdir(mode=0o700)
    path.write_text("Dear diary, " * 1000)

    with pytest.raises(StoreAway, match="not a store of the kiosk") as refusal:
        open_store(path, a_device())

    assert not refusal.value.retry
    assert "Dear diary, " * 1000 == path.read_text()


def test_another_programs_database_is_left_alone(path: Path):
    """Its bytes stay as they were."""
    path.parent.mkdir(mode=0o700)
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (title TEXT)")
    other.close()
    before = path.read_bytes()

    with pytest.raises(StoreAway, match="not a store of the kiosk"):
        open_store(path, a_device())

    assert before == path.read_bytes()


def test_a_newer_store_is_refused_untouched(path: Path):
    """An older program must not write what it doesn't understand."""
    open_store(path, a_device()).close()
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version=99")
    newer.close()

    with pytest.raises(StoreAway, match="newer version") as refusal:
        open_store(path, a_device())

    assert not refusal.value.retry


def test_a_store_keeps_its_kind_against_a_database_tool(path: Path):
    """The mark takes no second word."""
    open_store(path, a_device(), demonstration=True).close()
    tool = sqlite3.connect(path)

    for attempt in ("UPDATE about SET value = 'live'", "DELETE FROM about"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            tool.execute(attempt)

    tool.close()


def test_a_failed_opening_leaves_the_store_usable(path: Path, store: Store):
    """The connection of the attempt is closed again."""
    with pytest.raises(Refused):
        open_store(path, a_device(), demonstration=True)

    store.record(happening())

    assert holds(store)


@dataclass(frozen=True, slots=True)
class Impostor:
    """Writes under another device's name with a key of its own."""

    device: DeviceSealer
    public_key: bytes = b"\x07" * 32

    @property
    def writer(self) -> str:
        return self.device.writer

    @property
    def seal(self):
        return self.device.seal


def test_a_writers_key_never_changes(path: Path, store: Store):
    """Whoever comes with another key under a known name is turned away."""
    with pytest.raises(StoreAway, match="another key"):
        open_store(path, Impostor(a_device()))

    open_store(path, replace(Impostor(a_device()), public_key=a_device().public_key)).close()
