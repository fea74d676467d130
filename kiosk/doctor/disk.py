"""Is there room on the disk, and would a thief read it."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from kiosk.doctor import Level
from kiosk.errors import StoreAway

NEEDED_MIB, WANTED_MIB = 20, 500


def check_disk(folder: Path) -> tuple[Level, str]:
    """Look at the disk that holds the data folder."""
    try:
        free_mib = shutil.disk_usage(folder).free // 2**20
    except OSError as error:
        raise StoreAway(f"The data folder {folder} can't be looked at: {error.strerror}.") from error
    if free_mib < NEEDED_MIB:
        return Level.FAILED, f"Only {free_mib} MiB are free at {folder}: make room, or nothing can be saved."
    if free_mib < WANTED_MIB:
        return Level.WARNING, f"Only {free_mib} MiB are free at {folder}: make room soon."
    if not is_encrypted(folder.stat().st_dev):
        return (
            Level.WARNING,
            f"{free_mib} MiB are free, but the disk isn't seen to be encrypted: a thief could read it.",
        )
    return Level.OK, f"{free_mib} MiB are free on an encrypted disk."


def is_encrypted(device: int, sys: Path = Path("/sys/dev/block")) -> bool:
    """Return True if a block device, or one that it lies on, is a dm-crypt mapping."""
    return any(
        _is_crypt(block) for block in _with_what_it_lies_on(sys / f"{os.major(device)}:{os.minor(device)}")
    )


def _with_what_it_lies_on(block: Path) -> Iterable[Path]:
    yield block
    slaves = block / "slaves"
    if slaves.is_dir():
        for slave in slaves.iterdir():
            yield from _with_what_it_lies_on(slave)


def _is_crypt(block: Path) -> bool:
    try:
        return (block / "dm" / "uuid").read_text().startswith("CRYPT-")
    except OSError:
        return False
