"""A terminal's spool: what was put is there, once and in order, until it is removed."""

import os
import stat
from pathlib import Path

import pytest

from kiosk.errors import Refused, StoreAway
from kiosk.store import Letter, open_store
from kiosk.store.sqlite.spool import SpoolFile
from tests.kiosk.store.examples import NOW
from tests.kiosk.store.sealing import a_device


def a_letter(name: str) -> Letter:
    return Letter(name, "writer", b"sealed " + name.encode(), b"signed")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "terminal" / "spool.sqlite"


@pytest.fixture
def spool(file: Path):
    spool = SpoolFile(file, most=3)
    yield spool
    spool.close()


def test_letters_come_back_in_order(spool: SpoolFile):
    """A copy of one changes nothing."""
    for name in ("b", "a", "b"):
        spool.put(a_letter(name), NOW)

    assert (a_letter("b"), a_letter("a")) == spool.first()
    assert 2 == spool.count()


def test_they_outlive_the_program(spool: SpoolFile, file: Path):
    """Put is durable; the file is its owner's alone."""
    spool.put(a_letter("a"), NOW)
    spool.close()
    again = SpoolFile(file, most=3)

    assert (a_letter("a"),) == again.first()
    assert 0o600 == stat.S_IMODE(file.stat().st_mode)
    again.close()


def test_what_was_removed_is_gone(spool: SpoolFile):
    """The rest keeps its order, and new ones come last."""
    for name in "abc":
        spool.put(a_letter(name), NOW)
    spool.remove("a")
    spool.put(a_letter("d"), NOW)

    assert ["b", "c", "d"] == [letter.id for letter in spool.first()]


def test_a_full_spool_takes_no_more_and_says_so(spool: SpoolFile):
    """A letter that is there already is no new one."""
    for name in "abc":
        spool.put(a_letter(name), NOW)
    spool.put(a_letter("a"), NOW)

    with pytest.raises(StoreAway, match="full"):
        spool.put(a_letter("d"), NOW)
    assert 3 == spool.count()


def test_wiping_leaves_no_byte(spool: SpoolFile, file: Path):
    """Neither in the file nor in its log."""
    spool.put(a_letter("secret"), NOW)

    assert 1 == spool.wipe()

    left = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert (0, False) == (spool.count(), b"sealed secret" in left)


def test_a_store_is_no_spool(tmp_path: Path):
    """Nor the other way round: nothing is overwritten."""
    path = tmp_path / "data" / "kiosk.sqlite"
    open_store(path, a_device()).close()

    with pytest.raises(StoreAway, match="not a store"):
        SpoolFile(path, most=3)


def test_a_shared_folder_is_refused(tmp_path: Path):
    """Others could take the letters away."""
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)

    with pytest.raises(Refused):
        SpoolFile(shared / "spool.sqlite", most=3)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX'")
def test_the_folder_is_shut(file: Path, spool: SpoolFile):
    """To everyone else."""
    assert 0o700 == stat.S_IMODE(file.parent.stat().st_mode)
