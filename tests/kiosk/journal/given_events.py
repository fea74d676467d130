"""A device, and a chain of what it saw."""

from datetime import UTC, datetime, timedelta

from kiosk.journal.event import Event, Happening
from kiosk.journal.sealer import DeviceSealer
from kiosk.journal.signature import DeviceKey

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
SEALER = DeviceSealer(DeviceKey(bytes(range(32))))
OTHER = DeviceSealer(DeviceKey(bytes(range(1, 33))))
KEYS = {SEALER.writer: SEALER.public_key, OTHER.writer: OTHER.public_key}
REQUEST_ID = "0123456789abcdef0123456789abcdef"


def a_happening(minute: int = 0) -> Happening:
    details = {"state": "approved", "seen": True, "alone": False}
    return Happening("request_approved", REQUEST_ID, "ann", NOON + timedelta(minutes=minute), details)


def a_chain(length: int, sealer: DeviceSealer = SEALER) -> list[Event]:
    events: list[Event] = []
    for minute in range(length):
        events.append(sealer.seal(a_happening(minute), events[-1] if events else None))
    return events
