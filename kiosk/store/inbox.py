"""What terminals send when the store is back: sealed letters, and what becomes of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from kiosk.journal.event import Happening
from kiosk.request.request import Request


@dataclass(frozen=True, slots=True)
class Letter:
    """What a device wrote while the store was away, readable with the campus' key only.

    id: 32 hex digits; of a request, the request's own. writer: the device, as the journal names it.
    signature: the device's, over what `spool.sealing` says.
    """

    id: str
    writer: str
    content: bytes = field(repr=False)
    signature: bytes = field(repr=False)


class Inbox(Protocol):
    """Letters in the store. Each method is one durable transaction and raises StoreAway as the store does.

    A letter is posted once and taken once, however often either is tried; its content goes when it is taken.
    """

    def post(self, letter: Letter, at: datetime) -> None:
        """Keep a letter; one that is known already, taken or not, changes nothing."""
        ...

    def letters(self, limit: int = 100) -> tuple[Letter, ...]:
        """Return letters that are neither taken nor set aside, in the order in which they were posted."""
        ...

    def letter_counts(self) -> tuple[int, int]:
        """Return how many letters wait to be taken, and how many were set aside."""
        ...

    def take_request(
        self, letter_id: str, request: Request, filed: Happening, joined: Happening
    ) -> Request | None:
        """Add the request of a letter, and return what stands; None for a letter that isn't there to be taken.

        A request that is there already, by its id, stays as it is. If the student has another open request, the
        letter's reference and ticket open that one from now on (event `joined` instead of `filed`, its subject the
        one that stands). Raises Refused if another request has the reference; then nothing changes.
        """
        ...

    def take_failure(self, letter_id: str, number: str, at: datetime, happening: Happening) -> None:
        """Count a failed verification, as Store.note_failure does."""
        ...

    def take_note(self, letter_id: str, happening: Happening) -> None:
        """Append an event that belongs to no request."""
        ...

    def set_aside(self, letter_id: str) -> None:
        """Keep a letter that can't be opened, and don't offer it again."""
        ...

    def public_keys(self) -> Mapping[str, bytes]: ...
