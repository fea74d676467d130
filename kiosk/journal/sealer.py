"""A device's hand in the journal, as stores ask for it."""

from dataclasses import dataclass

from kiosk.journal.chain import seal
from kiosk.journal.event import Event, Happening
from kiosk.journal.signature import DeviceKey


@dataclass(frozen=True, slots=True)
class DeviceSealer:
    """Seals onto the chain of the device whose key it holds."""

    key: DeviceKey

    @property
    def writer(self) -> str:
        return self.key.writer

    @property
    def public_key(self) -> bytes:
        return self.key.public_key

    def seal(self, happening: Happening, previous: Event | None) -> Event:
        """Return the event that follows `previous`. Raises ValueError for another writer's event."""
        if previous is not None and previous.writer != self.writer:
            raise ValueError("an event follows one of its own writer")
        return seal(happening, previous, self.writer, self.key.sign)
