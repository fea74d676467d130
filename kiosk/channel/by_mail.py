"""Hand an approved request to digital support by mail, with everything that they would else have to ask for."""

import hashlib
from dataclasses import dataclass
from typing import ClassVar

from kiosk.channel import Way
from kiosk.channel.holder import holder_of
from kiosk.channel.support_letter import Telling, support_text
from kiosk.mailing.letter import Letter
from kiosk.mailing.post import Post
from kiosk.request.request import Holder, Request, State


@dataclass(frozen=True, slots=True)
class ByMail:
    """to: digital support's mailbox."""

    way: ClassVar = Way.MAIL
    post: Post
    to: str
    telling: Telling

    def carry_out(self, request: Request) -> State:
        """Send the mail and return HANDED_OVER: nobody here sees what becomes of it.

        Refused carries mail_refused, address_refused or holder_erased.
        """
        self.post.deliver(self._letter(request, holder_of(request)))
        return State.HANDED_OVER

    def check(self) -> None:
        """Raise ChannelAway or SettingsWrong unless the mail server takes mail from us now."""
        self.post.server.check()

    def _letter(self, request: Request, holder: Holder) -> Letter:
        words = self.telling.words
        return Letter(
            key=letter_key(request),
            to=self.to,
            subject=words("mail.support.subject", reference=request.reference),
            text=support_text(self.telling, request, holder),
            language=words.language,
            if_repeated=words("mail.support.repeat", reference=request.reference),
        )


def letter_key(request: Request) -> str:
    """Return what names the letter of this decision: approved anew after it was undone, it is another letter."""
    decided = request.decision.at.isoformat() if request.decision else ""
    return hashlib.sha256(f"support|{request.id}|{decided}".encode()).hexdigest()[:32]
