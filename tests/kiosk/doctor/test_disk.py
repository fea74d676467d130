"""Encrypted disks are known by what they lie on."""

import os
from pathlib import Path

import pytest

from kiosk.doctor import Level
from kiosk.doctor.disk import check_disk, is_encrypted
from kiosk.errors import StoreAway

DEVICE = os.makedev(253, 1)


def block(sys: Path, name: str, uuid: str | None = None) -> Path:
    """Make what /sys tells of a block device."""
    folder = sys / name
    (folder / "dm").mkdir(parents=True)
    if uuid:
        (folder / "dm" / "uuid").write_text(uuid)
    return folder


def test_a_crypt_mapping_is_encrypted(tmp_path):
    """Its id begins so."""
    block(tmp_path, "253:1", "CRYPT-LUKS2-abc-root")

    assert is_encrypted(DEVICE, tmp_path)


def test_a_volume_on_a_crypt_mapping_is_encrypted(tmp_path):
    """LVM on LUKS, as installers set it up."""
    volume = block(tmp_path, "253:1", "LVM-abc")
    below = block(tmp_path, "253:0", "CRYPT-LUKS2-abc-root")
    (volume / "slaves").mkdir()
    (volume / "slaves" / "dm-0").symlink_to(below)

    assert is_encrypted(DEVICE, tmp_path)


def test_a_plain_disk_is_not(tmp_path):
    """Nor is one of which nothing is known."""
    block(tmp_path, "253:1")

    assert not is_encrypted(DEVICE, tmp_path)
    assert not is_encrypted(DEVICE, tmp_path / "missing")


def test_a_folder_that_is_gone_is_told(tmp_path):
    """With its path."""
    with pytest.raises(StoreAway, match="missing"):
        check_disk(tmp_path / "missing")


def test_room_is_counted(tmp_path):
    """In MiB, whatever the level."""
    level, sentence = check_disk(tmp_path)

    assert level in Level
    assert "MiB" in sentence
