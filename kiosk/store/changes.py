"""Hear that something moved, instead of asking all the time."""

from typing import Protocol


class Changes(Protocol):
    """Whoever waits hears of what others do with the store; what it did itself may be told as well."""

    def wait(self, timeout_s: float) -> bool:
        """Return True as soon as something may have changed, False after the time-out.

        May say True for nothing; never misses a change for longer than the time-out. Ends at once when closed.
        """
        ...

    def close(self) -> None:
        """End the waiting, from any thread."""
        ...
