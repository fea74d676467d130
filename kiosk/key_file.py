"""Keys in private files: the device's, made at first use, and the campus', made when somebody asks for it."""

from collections.abc import Callable
from pathlib import Path

from kiosk.errors import StoreAway
from kiosk.journal.signature import DeviceKey
from kiosk.private_file import write_private

SIZE = 32


def device_key(path: Path, secret: Callable[[int], bytes]) -> DeviceKey:
    """Return the key in this file, drawing one if the file is missing. Raises StoreAway."""
    try:
        if not path.exists():
            write_private(path, secret(SIZE))
        return DeviceKey(path.read_bytes())
    except OSError as error:
        raise StoreAway(
            f"The device's key {path} can't be read or made ({error.strerror}): "
            "give the kiosk a data folder that it may write."
        ) from error
    except ValueError as error:
        raise StoreAway(
            f"The device's key {path} is damaged: restore it from a copy.", retry=False
        ) from error


def key_in(path: Path) -> bytes | None:
    """Return the 32 bytes of a key file, None if there is no such file. Raises StoreAway."""
    try:
        private = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreAway(f"The key {path} can't be read ({error.strerror}).", retry=False) from error
    if len(private) != SIZE:
        raise StoreAway(f"The key {path} is damaged: restore it from a copy.", retry=False)
    return private


def make_key(path: Path, secret: Callable[[int], bytes]) -> bytes:
    """Return the key in this file, drawing one if the file is missing. Raises StoreAway."""
    found = key_in(path)
    if found is not None:
        return found
    private = secret(SIZE)
    try:
        write_private(path, private)
    except OSError as error:
        raise StoreAway(f"The key {path} can't be made ({error.strerror}).", retry=False) from error
    return private
