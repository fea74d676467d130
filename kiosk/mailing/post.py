"""Send each letter once, as far as SMTP lets anyone promise that."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kiosk.errors import ChannelAway, Refused
from kiosk.mailing.attempts import Attempts, Fate
from kiosk.mailing.letter import Letter, Sender, as_bytes
from kiosk.mailing.smtp import MaybeSent, SmtpServer


@dataclass(frozen=True, slots=True)
class Post:
    """Where letters go out. A try is noted before it begins and its end after, both durably.

    Never sent twice: a letter whose taking was noted. Sent again, with the same Message-ID and marked as a repetition:
    one whose last try ended without an answer, or was cut off by a crash.
    """

    server: SmtpServer
    sender: Sender
    attempts: Attempts
    now: Callable[[], datetime]

    def deliver(self, letter: Letter) -> None:
        """Send a letter unless it was sent. Raises ChannelAway, StoreAway (try again), Refused (it won't help)."""
        with self.attempts.one_at_a_time():
            fate = self.attempts.fate(letter.key)
            if fate is Fate.SENT:
                return
            self._try(letter, is_repeat=fate is Fate.SENDING)
            self.attempts.forget_old(self.now().timestamp())

    def _try(self, letter: Letter, *, is_repeat: bool) -> None:
        message = as_bytes(letter, self.sender, self.now(), is_repeat=is_repeat)
        self.attempts.note(letter.key, Fate.SENDING)
        try:
            self.server.send(self.sender.address, letter.to, message)
        except MaybeSent:
            raise
        except (ChannelAway, Refused):
            # This try surely brought nothing; of one before it that was cut off, nobody knows.
            self.attempts.note(letter.key, Fate.SENDING if is_repeat else Fate.NEW)
            raise
        self.attempts.note(letter.key, Fate.SENT)
