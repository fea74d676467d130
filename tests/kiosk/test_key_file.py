"""The device's key is drawn once, private, and never replaced silently."""

import pytest

from kiosk.errors import StoreAway
from kiosk.key_file import device_key


def draw(size: int) -> bytes:
    return b"\x07" * size


def test_a_missing_key_is_drawn_and_kept_private(tmp_path):
    """The same key at the next start."""
    path = tmp_path / "device.key"
    first = device_key(path, draw)

    assert first == device_key(path, lambda size: b"\x08" * size)
    assert 0o600 == path.stat().st_mode & 0o777


def test_a_damaged_key_is_refused(tmp_path):
    """A new one would make the journal's past another device's."""
    path = tmp_path / "device.key"
    path.write_bytes(b"short")

    with pytest.raises(StoreAway, match="damaged"):
        device_key(path, draw)


def test_a_folder_that_can_not_be_written_is_told(tmp_path):
    """A file stands where the folder should be."""
    (tmp_path / "data").touch()

    with pytest.raises(StoreAway, match="data folder"):
        device_key(tmp_path / "data" / "device.key", draw)
