"""Notices by mail on a store of two requests and a real mail server."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kiosk.errors import DirectoryAway, NotFound
from kiosk.mailing.attempts import Attempts
from kiosk.mailing.post import Post
from kiosk.notices.mail import MailNotices
from kiosk.notices.notice_letter import Saying
from kiosk.notices.pending import Pile
from kiosk.request.due import Calendar
from kiosk.request.request import Request
from kiosk.request.ticket import Office
from kiosk.triage.words import Door
from kiosk.words import load_words
from tests.given import NOW
from tests.kiosk.mailing.letters import SENDER, a_server

OFFICES = {
    (door, language): Office(f"{door} ({language})", "Bâtiment 3", "9 h – 12 h")
    for door in Door
    for language in ("fr", "en")
}
SAYING = Saying(
    words={language: load_words(language, "i18n", "mail") for language in ("fr", "en")},
    places={"fr": "Point d’accueil", "en": "Reception point"},
    offices=OFFICES,
    calendar=Calendar(),
    phone="05 00 00 00 00",
    mailbox="securite@univ.example",
)
UNIVERSITY, RESCUE = "21900017@etu.univ.example", "amelie@elsewhere.example"


@dataclass(slots=True)
class World:
    """What the notices ask: the store's requests, the directory's addresses, the time."""

    folder: Path
    port: int
    requests: dict[str, Request] = field(default_factory=dict)
    addresses: dict[str, tuple[str, ...]] = field(default_factory=lambda: {"21900017": (UNIVERSITY, RESCUE)})
    at: datetime = NOW
    is_directory_away: bool = False

    def save(self, request: Request) -> Request:
        self.requests[request.reference] = request
        return request

    def get(self, reference: str) -> Request:
        if reference not in self.requests:
            raise NotFound("There is no request with this reference.", "no_such_request")
        return self.requests[reference]

    def addresses_of(self, account: str) -> tuple[str, ...]:
        if self.is_directory_away:
            raise DirectoryAway("The directory doesn't answer.")
        return self.addresses.get(account, ())

    def notices(self, saying: Saying = SAYING, post: Callable[..., Post] = Post) -> MailNotices:
        """Return notices as a program that has just started would have them."""
        return MailNotices(
            pile=Pile(self.folder / "notices"),
            post=post(
                a_server(self.port, timeout_s=2), SENDER, Attempts(self.folder / "sent"), lambda: self.at
            ),
            saying=saying,
            request=self.get,
            addresses=self.addresses_of,
            now=lambda: self.at,
        )
