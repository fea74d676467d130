"""The device that the store's tests write with, and whether what it wrote still holds."""

from kiosk.journal.chain import verify
from kiosk.journal.sealer import DeviceSealer
from kiosk.journal.signature import DeviceKey
from kiosk.store import Store


def a_device(number: int = 1) -> DeviceSealer:
    return DeviceSealer(DeviceKey(bytes([number]) * 32))


def holds(store: Store) -> bool:
    """Return True if every event follows the one before it and is signed by its writer."""
    return verify(store.events(), store.public_keys()).first_broken is None
