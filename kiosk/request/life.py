"""The life of a request: which moves there are, and one function for each.

Every function returns the request after the move, its version one higher, or raises AlreadyDecided where the
state doesn't allow it. What a member of staff asks for also raises NotAllowed and Refused.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from kiosk.errors import AlreadyDecided, Refused
from kiosk.request import approval
from kiosk.request.approval import ApprovalRules, FourEyes, UnattendedMatch
from kiosk.request.request import Decision, Request, State, Verification
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require
from kiosk.triage.words import Cause, Door

__all__ = [
    "ENDED",
    "MOVES",
    "REDIRECTED_TO",
    "ApprovalRules",
    "FourEyes",
    "RefusalReason",
    "UnattendedMatch",
    "approve",
    "failed",
    "handed_over",
    "lapse",
    "may_retry",
    "postponed",
    "redirect",
    "refuse",
    "retry",
    "ticket_replaced",
    "undo",
    "unlocked",
    "verified_in_person",
    "wait_after",
    "with_secret",
]

MOVES: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        State.WAITING: frozenset({State.APPROVED, State.REFUSED, State.REDIRECTED, State.LAPSED}),
        State.APPROVED: frozenset({State.UNLOCKED, State.HANDED_OVER, State.FAILED, State.WAITING}),
        State.FAILED: frozenset({State.APPROVED, State.REDIRECTED}),
        State.UNLOCKED: frozenset(),
        State.HANDED_OVER: frozenset(),
        State.REFUSED: frozenset(),
        State.REDIRECTED: frozenset(),
        State.LAPSED: frozenset(),
    }
)
# Where a request stays unless somebody acts.
ENDED = frozenset(State) - {State.WAITING, State.APPROVED}
REDIRECTED_TO = (Door.REGISTRAR, Door.DIGITAL_SUPPORT)

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)


class RefusalReason(StrEnum):
    """Why a request is refused; the student reads it, so none tells what the directory holds."""

    IDENTITY_NOT_CONFIRMED = "identity_not_confirmed"
    DOCUMENT_NOT_ACCEPTED = "document_not_accepted"
    DID_NOT_COME = "did_not_come"
    NOT_BLOCKED = "not_blocked"
    SOLVED_ALREADY = "solved_already"
    WITHDRAWN = "withdrawn"


def approve(
    request: Request,
    staff: StaffAccount,
    rules: ApprovalRules,
    at: datetime,
    *,
    seen: bool,
    causes: Collection[Cause],
    reason: str | None = None,
) -> Request:
    """Approve a waiting request, if `approval.check` agrees.

    seen: they saw the person with the document. causes: why the account is closed, as `triage.cause` tells; none is
    as good as not knowing. reason: what a supervisor writes down.
    """
    _require_state(request, State.WAITING)
    known, written = tuple(causes) or (Cause.CANT_TELL,), (reason or "").strip()
    asked = approval.Approval(request=request, staff=staff, seen=seen, causes=known, reason=written)
    approval.check(asked, rules)
    decision = Decision(by=staff.login, at=at, seen=seen, reason=written or None, alone=asked.is_alone)
    return _moved(request, State.APPROVED, decision=decision, cause=known[0])


def with_secret(
    request: Request,
    staff: StaffAccount,
    rules: ApprovalRules,
    at: datetime,
    *,
    seen: bool,
    causes: Collection[Cause],
    since: datetime,
    reason: str | None = None,
) -> Request:
    """Return the request approved because a one-time secret is handed over, if `approval` agrees.

    One that is approved already stays as it is; so does one that was unlocked since then, whose person is still here.
    """
    known, written = tuple(causes) or (Cause.CANT_TELL,), (reason or "").strip()
    asked = approval.Approval(request=request, staff=staff, seen=seen, causes=known, reason=written)
    is_here = request.state is State.UNLOCKED and request.ended_at is not None and request.ended_at >= since
    if request.state is not State.APPROVED and not is_here:
        _require_state(request, State.WAITING)
    approval.check_one_time_secret(asked, rules)
    if request.state is not State.WAITING:
        return request
    decision = Decision(by=staff.login, at=at, seen=seen, reason=written or None, alone=asked.is_alone)
    return _moved(request, State.APPROVED, decision=decision, cause=known[0])


def refuse(request: Request, staff: StaffAccount, at: datetime, *, reason: str) -> Request:
    """Refuse a waiting request. reason: one of RefusalReason."""
    require(staff, Act.REFUSE)
    _require_move(request, State.REFUSED)
    if reason not in set(RefusalReason):
        raise Refused(f"A reason is one of {', '.join(RefusalReason)}.", "unknown_reason")
    decision = Decision(by=staff.login, at=at, reason=reason)
    return _moved(request, State.REFUSED, decision=decision, ended_at=at)


def redirect(request: Request, staff: StaffAccount, at: datetime, *, to: Door) -> Request:
    """Send a waiting or failed request on to an office that can help."""
    require(staff, Act.REDIRECT)
    _require_move(request, State.REDIRECTED)
    if to not in REDIRECTED_TO:
        raise Refused(f"A request is sent on to {' or '.join(REDIRECTED_TO)}.", "wrong_door")
    decision = Decision(by=staff.login, at=at, to=to)
    return _moved(request, State.REDIRECTED, decision=decision, door=to, ended_at=at)


def lapse(request: Request, at: datetime) -> Request:
    """End a request that nobody took up."""
    _require_move(request, State.LAPSED)
    return _moved(request, State.LAPSED, ended_at=at)


def undo(request: Request, staff: StaffAccount, at: datetime) -> Request:  # noqa: ARG001 - each move has its time
    """Take back an approval that isn't carried out yet."""
    require(staff, Act.APPROVE)
    _require_move(request, State.WAITING)
    return _moved(
        request, State.WAITING, decision=None, cause=None, attempts=0, next_attempt_at=None, failure=None
    )


def unlocked(request: Request, at: datetime) -> Request:
    """The directory was read again and shows no lock."""
    return _carried_out(request, State.UNLOCKED, at)


def handed_over(request: Request, at: datetime) -> Request:
    """Someone else has it now, or did it by hand; nobody here can prove more."""
    return _carried_out(request, State.HANDED_OVER, at)


def failed(request: Request, code: str, at: datetime) -> Request:
    """It can't be carried out, and trying again by itself won't help."""
    return _carried_out(request, State.FAILED, at, code)


def postponed(request: Request, code: str, at: datetime) -> Request:
    """Something outside was away: it stays approved and is tried again, each time after a longer wait."""
    _require_state(request, State.APPROVED)
    attempts = request.attempts + 1
    next_attempt_at = at + wait_after(attempts)
    return _moved(request, State.APPROVED, attempts=attempts, next_attempt_at=next_attempt_at, failure=code)


def may_retry(staff: StaffAccount) -> None:
    """Raise NotAllowed unless they may have it tried again: nothing is decided anew by that."""
    require(staff, Act.APPROVE)


def retry(request: Request, staff: StaffAccount, at: datetime) -> Request:  # noqa: ARG001 - each move has its time
    """Try a failed request again; the decision stays that of whoever approved it."""
    may_retry(staff)
    _require_state(request, State.FAILED)
    if request.holder is None:
        raise Refused("This request's holder was erased: nobody can be unlocked.", "holder_erased")
    return _moved(request, State.APPROVED, attempts=0, next_attempt_at=None, failure=None, ended_at=None)


def ticket_replaced(request: Request, digest: str) -> Request:
    """Let another ticket open a request that hasn't ended; its state stays."""
    if request.state in ENDED:
        raise AlreadyDecided(f"This request is {request.state} by now: look at it again.", request.state)
    return _moved(request, request.state, ticket_digest=digest)


def verified_in_person(request: Request, verification: Verification) -> Request:
    """Let what staff saw take the place of what the terminal checked alone."""
    _require_state(request, State.WAITING)
    return _moved(request, State.WAITING, verification=verification)


def wait_after(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts: twice as long each time, an hour at most."""
    doublings = min(max(attempts, 1) - 1, 10)
    return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)


def _carried_out(request: Request, state: State, at: datetime, failure: str | None = None) -> Request:
    _require_move(request, state)
    attempts = request.attempts + 1
    return _moved(request, state, attempts=attempts, next_attempt_at=None, failure=failure, ended_at=at)


def _moved(request: Request, state: State, **changes: object) -> Request:
    return replace(request, state=state, version=request.version + 1, **changes)  # type: ignore[arg-type] # checked by each caller's tests


def _require_state(request: Request, state: State) -> None:
    if request.state is not state:
        raise AlreadyDecided(f"This request is {request.state} by now: look at it again.", request.state)


def _require_move(request: Request, to: State) -> None:
    if to not in MOVES[request.state]:
        raise AlreadyDecided(f"This request is {request.state} by now: look at it again.", request.state)
