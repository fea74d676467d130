"""A claim filed by the terminal alone: limits first, one duration for every answer, a new ticket for who returns."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from kiosk.errors import AlreadyDecided, StoreAway, TerminalStopped
from kiosk.filing import UNKNOWN_NUMBER, VISITOR, Claim, Filed, TurnedAway, Witness, file_claim
from kiosk.identity.verdict import Outcome
from kiosk.journal.event import Happening
from kiosk.kit import Kit
from kiosk.request import life
from kiosk.request.limits import is_desk_only
from kiosk.request.request import Presence, State
from kiosk.request.ticket import new_secret, ticket_digest
from kiosk.triage.words import Door

T = TypeVar("T")
NOBODY = Witness()


def submit(kit: Kit, claim: Claim) -> Filed | TurnedAway:
    """File what a visitor brought, unattended. No answer comes sooner than the rules' minimum time.

    While the store is away the terminal's spool takes it, if it has one. Raises DirectoryAway or StoreAway: then
    nothing was filed.
    """
    return unhurried(kit, lambda: _submit(kit, claim))


def _submit(kit: Kit, claim: Claim) -> Filed | TurnedAway:
    if is_desk_only(_failed_today(kit, claim.number), kit.rules.failures_per_day):
        # Nothing is compared any more, whoever comes with this number.
        return TurnedAway(verdict=UNKNOWN_NUMBER, door=Door.RECEPTION)
    outcome = file_claim(kit, claim, NOBODY)
    if isinstance(outcome, Filed) and outcome.secret is None and _may_renew(outcome):
        return _renewed(kit, outcome)
    return outcome


def _failed_today(kit: Kit, number: str) -> int:
    """Return how often this number failed today; while the store is away, at this terminal since it started.

    That lets someone try a little oftener during an outage. What they file then is counted anew when it reaches
    the desk, which knows the whole day (`desk.taking_in`).
    """
    now = kit.now()
    try:
        return kit.store.failures(number, kit.rules.calendar.start_of_day(now))
    except StoreAway as away:
        if kit.spool is None or isinstance(away, TerminalStopped):
            raise
        return kit.spool.failures(number, kit.rules.calendar.local(now).date())


def _may_renew(filed: Filed) -> bool:
    """Return True for who proved as much as whoever filed the request, while nobody at a desk had it in hand.

    Its first ticket may never have been printed: the power went, or the paper.
    """
    standing = filed.request.verification
    is_untouched = filed.request.state is State.WAITING and standing.presence is Presence.UNATTENDED
    return is_untouched and filed.verdict.outcome in (Outcome.MATCH, standing.verdict.outcome)


def _renewed(kit: Kit, filed: Filed) -> Filed:
    """Return the request with a new ticket; without one where staff took it up at this very moment."""
    secret = new_secret(kit.secret)
    after = life.ticket_replaced(filed.request, ticket_digest(secret))
    happening = Happening("ticket_replaced", after.id, VISITOR, kit.now(), {"state": after.state})
    try:
        kept = kit.store.swap(filed.request, after, happening)
    except AlreadyDecided:
        return filed
    return replace(filed, request=kept, secret=secret, replaces=True)


def unhurried(kit: Kit, work: Callable[[], T]) -> T:
    """Do the work, and answer no sooner than the minimum time, whatever came of it."""
    until = kit.clock() + kit.rules.minimum_answer.total_seconds()
    try:
        return work()
    finally:
        kit.pause(max(0.0, until - kit.clock()))
