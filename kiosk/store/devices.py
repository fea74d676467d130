"""The terminals that a shared store knows."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Protocol, runtime_checkable

from kiosk.device.device import Awaited, Device, DeviceState
from kiosk.journal.event import Happening


class Devices(Protocol):
    """At the desk. Each writing method is one durable transaction, its event included. Raises StoreAway."""

    def expect(self, token_digest: str, name: str, life: timedelta, happening: Happening) -> None:
        """Keep that a terminal of this name may ask to be admitted; for so long, by the store's clock."""
        ...

    def all(self) -> tuple[Device, ...]:
        """Return every terminal, by name."""
        ...

    def awaited(self) -> tuple[Awaited, ...]:
        """Return what was told to come, wasn't admitted, and may still come; by name."""
        ...

    def change(self, device: Device, state: DeviceState, happening: Happening) -> None:
        """Let a terminal work, pause or end. Raises AlreadyDecided if its state isn't the one given any more."""
        ...


@runtime_checkable
class KnowsDevices(Protocol):
    """A store that several computers share, as a desk has it."""

    @property
    def devices(self) -> Devices: ...


@runtime_checkable
class Beats(Protocol):
    """A store that several computers share, as a terminal has it."""

    def heartbeat(self, health: Mapping[str, str]) -> None:
        """Say that this terminal lives, and how its parts are. Raises StoreAway, TerminalStopped."""
        ...
