"""Approve, refuse, send on, take back, try again: on the request as it was shown, or not at all."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.desk import deciding, one_time_secret
from kiosk.errors import AlreadyDecided
from kiosk.kit import Kit
from kiosk.request.request import Request
from kiosk.staff.account import StaffAccount
from kiosk.triage.words import Door
from ui.desk_acts.acts import Failure
from ui.desk_acts.signed_in import SignedIn

DECIDE = "decide"
Decide = Callable[[Kit, StaffAccount, str], Request]


class Deciding(QObject):
    """One decision at a time. decided(request after it); failed(Failure): nothing was decided here.

    handed_over(request after it): a one-time secret was printed.
    """

    decided = Signal(object)
    handed_over = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: SignedIn) -> None:
        super().__init__(desk)
        self.desk = desk

    def approve(self, shown: Request, *, seen: bool, reason: str | None = None) -> bool:
        return self._decide(shown, partial(deciding.approve, seen=seen, reason=reason or None))

    def refuse(self, shown: Request, reason: str) -> bool:
        return self._decide(shown, partial(deciding.refuse, reason=reason))

    def redirect(self, shown: Request, to: Door) -> bool:
        return self._decide(shown, partial(deciding.redirect, to=to))

    def undo(self, shown: Request) -> bool:
        return self._decide(shown, deciding.undo)

    def retry(self, shown: Request) -> bool:
        return self._decide(shown, deciding.retry)

    def hand_over_secret(self, shown: Request, reason: str | None = None) -> bool:
        """Hand over a one-time secret to the person, whom the tick says was seen."""
        act = partial(one_time_secret.hand_over, seen=True, reason=reason or None)
        work = partial(_on_what_was_shown, shown, act)
        return self.desk.run(DECIDE, work, self.handed_over.emit, self._on_failed)

    def _decide(self, shown: Request, act: Decide) -> bool:
        work = partial(_on_what_was_shown, shown, act)
        return self.desk.run(DECIDE, work, self.decided.emit, self._on_failed)

    def _on_failed(self, failure: Failure) -> None:
        self.failed.emit(failure)


def _on_what_was_shown(shown: Request, act: Decide, kit: Kit, staff: StaffAccount) -> Request:
    """Act, unless the request moved since it was put on the screen: who decides has read what they decide on."""
    kept = kit.store.get(shown.reference)
    if kept.version != shown.version:
        raise AlreadyDecided(f"This request is {kept.state} by now: look at it again.", kept.state)
    return act(kit, staff, shown.reference)
