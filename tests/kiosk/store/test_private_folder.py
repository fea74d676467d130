"""The store's folder is shut to other accounts, and nothing else is."""

import stat
from pathlib import Path

import pytest

from kiosk.errors import Refused, StoreAway
from kiosk.store.private_folder import make_private


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_missing_folder_and_file_are_made_private(tmp_path: Path):
    """Only their owner reads them, from the first moment."""
    path = tmp_path / "new" / "kiosk.sqlite"

    make_private(path)

    assert (0o700, 0o600) == (mode(path.parent), mode(path))


def test_a_folder_and_file_that_others_read_are_shut(tmp_path: Path):
    """What they hold stays."""
    path = tmp_path / "data" / "kiosk.sqlite"
    path.parent.mkdir(mode=0o755)
    path.write_bytes(b"kept")
    path.chmod(0o644)

    make_private(path)

    assert (0o700, 0o600, b"kept") == (mode(path.parent), mode(path), path.read_bytes())


def test_a_folder_that_everyone_writes_to_is_refused(tmp_path: Path):
    """Like /tmp: shutting it would break other programs."""
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)

    with pytest.raises(Refused, match="folder of its own"):
        make_private(shared / "kiosk.sqlite")

    assert (0o1777, []) == (mode(shared), list(shared.iterdir()))


def test_a_folder_of_the_system_is_refused():
    """/usr keeps its mode, whoever asks."""
    before = mode(Path("/usr"))

    with pytest.raises(Refused):
        make_private(Path("/usr/kiosk.sqlite"))

    assert before == mode(Path("/usr"))


def test_a_folder_instead_of_a_file_is_told(tmp_path: Path):
    """The person named a folder."""
    with pytest.raises(StoreAway, match="is a folder"):
        make_private(tmp_path)


def test_a_file_instead_of_a_folder_is_told(tmp_path: Path):
    """What stands in the way is no folder."""
    (tmp_path / "data").write_bytes(b"")

    with pytest.raises(StoreAway, match="can't be made"):
        make_private(tmp_path / "data" / "kiosk.sqlite")
