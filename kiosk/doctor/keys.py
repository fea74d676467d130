"""Is the device's key there, private, and known to the store."""

import stat
from collections.abc import Mapping
from pathlib import Path

from kiosk.doctor import Level


def check_keys(key_file: Path, writer: str, known: Mapping[str, bytes]) -> tuple[Level, str]:
    """Look at the key file and the store's list of writers."""
    if not key_file.exists():
        return Level.FAILED, f"The device's key {key_file} is missing: restore it, or let a new one be made."
    if stat.S_IMODE(key_file.stat().st_mode) & 0o077:
        return Level.FAILED, f"Others can read the device's key: chmod 600 {key_file}."
    if writer not in known:
        return Level.WARNING, "The store doesn't know this device's key yet: it will at the first event."
    return Level.OK, f"The device signs as {writer}."
