"""Where a terminal keeps what it can't send: sealed letters, in order, and no more than so many."""

from datetime import datetime
from typing import Protocol

from kiosk.store.inbox import Letter


class Spool(Protocol):
    """Each method is one durable transaction. Raises StoreAway where this computer's disk fails or is full."""

    def put(self, letter: Letter, at: datetime) -> None:
        """Keep a letter; one whose id is there already changes nothing.

        Raises StoreAway when the spool holds as many as it may: what isn't kept must not be acknowledged.
        """
        ...

    def first(self, limit: int = 50) -> tuple[Letter, ...]:
        """Return the oldest letters, in the order in which they were put."""
        ...

    def remove(self, letter_id: str) -> None: ...

    def count(self) -> int: ...

    def wipe(self) -> int:
        """Delete every letter and overwrite where it stood; return how many there were."""
        ...

    def close(self) -> None: ...
