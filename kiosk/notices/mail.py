"""Tell holders by mail: noted before the outcome is saved, believed only when the store says it came to pass."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from kiosk.errors import NotFound, OutOfService, Refused, SettingsWrong
from kiosk.mailing.one_line import is_address
from kiosk.mailing.post import Post
from kiosk.notices import ONE_TIME_SECRET, Told
from kiosk.notices.notice_letter import Saying, notice_letter
from kiosk.notices.pending import Pending, Pile
from kiosk.private_file import alone
from kiosk.request.life import wait_after
from kiosk.request.request import Holder, Request

log = logging.getLogger(__name__)
PATIENCE = timedelta(days=3)
NEVER_SAVED = timedelta(days=1)  # what was expected and didn't come to pass by then was lost to a crash


@dataclass(frozen=True, slots=True, kw_only=True)
class MailNotices:
    """request(reference): as the store has it; raises NotFound. addresses(account): those that the directory holds.

    Addresses are looked up at each try and kept nowhere.
    """

    pile: Pile
    post: Post
    saying: Saying
    request: Callable[[str], Request] = field(repr=False)
    addresses: Callable[[str], tuple[str, ...]] = field(repr=False)
    now: Callable[[], datetime]

    def expect(self, request: Request) -> None:
        self._leave(request, request.state)

    def tell(self, request: Request, occasion: str | None = None) -> None:
        self._leave(request, occasion or request.state)

    def send(self) -> None:
        """Try everything that is due, once; one process of this computer at a time."""
        try:
            with alone(self.pile.folder) as is_mine:
                for notice in self.pile.waiting() if is_mine else ():
                    if notice.next_at <= self.now():
                        self._settle(notice)
        except (OSError, OutOfService, SettingsWrong) as error:
            log.warning("notices wait", extra={"cause": type(error).__name__})

    def fate(self, request: Request) -> Told | None:
        try:
            found = self.pile.get(request.id, request.state)
        except OSError:
            return None
        return found.told if found else None

    def forget(self, ids: Iterable[str]) -> None:
        try:
            self.pile.forget(ids)
        except OSError as error:
            log.warning("notices not forgotten", extra={"cause": error.strerror})

    def _leave(self, request: Request, occasion: str) -> None:
        if request.holder is None:
            return
        at = self.now()
        notice = Pending(
            request=request.id, reference=request.reference, occasion=occasion, left_at=at, next_at=at
        )
        try:
            if occasion == ONE_TIME_SECRET or self.pile.get(request.id, occasion) is None:
                self.pile.keep(notice)
        except OSError as error:
            log.warning("notice not left", extra={"request": request.id, "cause": error.strerror})

    def _settle(self, notice: Pending) -> None:
        """Send it, or drop it, or leave it for later."""
        request = self._as_kept(notice.reference)
        if request is None or notice.occasion not in (request.state, ONE_TIME_SECRET):
            if self.now() - notice.left_at > NEVER_SAVED:
                self.pile.drop(notice)
        elif request.holder is None:
            self.pile.drop(notice)
        else:
            self._try(notice, request, request.holder)

    def _as_kept(self, reference: str) -> Request | None:
        try:
            return self.request(reference)
        except NotFound:
            return None

    def _try(self, notice: Pending, request: Request, holder: Holder) -> None:
        attempts = notice.attempts + 1
        later = replace(notice, attempts=attempts, next_at=self.now() + wait_after(attempts))
        self.pile.keep(later)
        try:
            told = self._send_to_all(request, holder, notice)
        except OutOfService as error:
            log.info("notice waits", extra={"request": request.id, "cause": type(error).part})
            if self.now() - notice.left_at > PATIENCE:
                self.pile.keep(later.ended(Told.GIVEN_UP))
            return
        self.pile.keep(later.ended(told))
        log.info("notice ended", extra={"request": request.id, "cause": told})

    def _send_to_all(self, request: Request, holder: Holder, notice: Pending) -> Told:
        """Send one letter an address, so that neither mailbox names the other."""
        found = tuple(dict.fromkeys(filter(is_address, self.addresses(holder.account))))
        taken = [self._send_to(address, request, holder, notice) for address in found]
        if not found:
            return Told.NO_ADDRESS
        return Told.SENT if any(taken) else Told.REFUSED

    def _send_to(self, address: str, request: Request, holder: Holder, notice: Pending) -> bool:
        letter = notice_letter(self.saying, request, holder, notice, address)
        try:
            self.post.deliver(letter)
        except Refused:
            return False
        return True
