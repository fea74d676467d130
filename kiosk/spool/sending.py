"""Send what waits, in order, as soon as the store answers; the longer it doesn't, the more rarely."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.errors import StoreAway, TerminalRevoked
from kiosk.store.inbox import Inbox
from kiosk.store.spool import Spool

log = logging.getLogger(__name__)
AT_ONCE = 50
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=5)


def send(spool: Spool, inbox: Inbox, at: datetime) -> int:
    """Post every letter that waits and return how many there were. Raises StoreAway: the rest waits on.

    A letter leaves the spool after it is posted: who is killed between posts it twice, which changes nothing.
    """
    sent = 0
    while letters := spool.first(AT_ONCE):
        for letter in letters:
            inbox.post(letter, at)
            spool.remove(letter.id)
            sent += 1
    return sent


def wait_after(failures: int) -> timedelta:
    """Return how long to wait after so many failed tries: twice as long each time, five minutes at most."""
    return min(FIRST_WAIT * (1 << min(max(failures, 1) - 1, 10)), LONGEST_WAIT)


@dataclass(slots=True)
class Courier:
    """Sends when it is time to, and remembers when to try again."""

    spool: Spool
    inbox: Inbox
    failed: int = 0
    not_before: datetime | None = None

    def turn(self, now: datetime) -> int:
        """Send if it is time, and return how many letters went; a store that is away is no error here.

        A terminal that was revoked sends nothing any more: what it holds is wiped.
        """
        if self.not_before is not None and now < self.not_before:
            return 0
        try:
            sent = send(self.spool, self.inbox, now)
        except StoreAway as away:
            if isinstance(away, TerminalRevoked):
                log.warning(
                    "this terminal was revoked: its spool is wiped", extra={"letters": self.spool.wipe()}
                )
            self.failed += 1
            self.not_before = now + wait_after(self.failed)
            return 0
        self.failed, self.not_before = 0, None
        return sent
