"""The device's signing key: one private file, made at first use."""

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
