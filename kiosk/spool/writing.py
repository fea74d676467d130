"""The terminal's hand: seal what can't be sent, keep it, and hold back who fails too often meanwhile."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.journal.digest import keyed_digest
from kiosk.journal.event import Happening
from kiosk.request.request import Request
from kiosk.spool.contents import Contents, FailedAway, FiledAway, NotedAway, written
from kiosk.spool.sealing import CampusSeal, signed_part
from kiosk.store.inbox import Letter
from kiosk.store.spool import Spool


@dataclass(slots=True)
class Writing:
    """Writes letters into a spool. sign: the device's signature. secret(n): n unpredictable bytes.

    Failures are counted here too, in memory and under a key that is drawn at each start: a stolen disk tells no
    number. A restart forgets them; the letters don't.
    """

    spool: Spool
    seal: CampusSeal
    writer: str
    sign: Callable[[bytes], bytes] = field(repr=False)
    secret: Callable[[int], bytes] = field(repr=False)
    _failed: Counter[tuple[date, str]] = field(default_factory=Counter, repr=False)
    _key: bytes = field(default=b"", repr=False)

    def __post_init__(self) -> None:
        self._key = self.secret(32)

    def file(self, request: Request, at: datetime) -> None:
        """Keep a request; it is durable when this returns. Raises StoreAway."""
        self._write(request.id, FiledAway(request), at)

    def note_failure(self, number: str, day: date, happening: Happening) -> None:
        """Keep a failed verification. day: the campus' own, by which the limit counts."""
        self._failed[day, self._digest(number)] += 1
        self._write(self.secret(16).hex(), FailedAway(number, happening), happening.at)

    def note(self, happening: Happening) -> None:
        """Keep an event that belongs to no request."""
        self._write(self.secret(16).hex(), NotedAway(happening), happening.at)

    def failures(self, number: str, day: date) -> int:
        """Return how often this number failed here that day, as far as this process knows."""
        return self._failed[day, self._digest(number)]

    def close(self) -> None:
        self.spool.close()

    def _digest(self, number: str) -> str:
        return keyed_digest(self._key, number)

    def _write(self, letter_id: str, contents: Contents, at: datetime) -> None:
        sealed = self.seal.seal(written(contents), letter_id, self.writer)
        signature = self.sign(signed_part(sealed, letter_id, self.writer))
        self.spool.put(Letter(letter_id, self.writer, sealed, signature), at)
