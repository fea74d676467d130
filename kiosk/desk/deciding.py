"""Approve, refuse, send on, undo, retry: load, decide (pure), save, act."""

from datetime import timedelta

from kiosk.desk.anchoring import anchor_decision
from kiosk.desk.carrying_out import LEASE, carry_out_if_free, carry_out_once
from kiosk.desk.looking import account_state
from kiosk.desk.recording import Details, decided
from kiosk.kit import Kit
from kiosk.request import life
from kiosk.request.request import Request, State
from kiosk.staff.account import StaffAccount
from kiosk.triage.cause import causes
from kiosk.triage.words import Cause, Door


def approve(
    kit: Kit, staff: StaffAccount, reference: str, *, seen: bool = False, reason: str | None = None
) -> Request:
    """Approve a request and try once to carry it out.

    An approved one that waits for its retry is tried again. Raises NotFound, NotAllowed, Refused, AlreadyDecided.
    """
    request = kit.store.get(reference)
    if request.state is State.APPROVED:
        life.may_retry(staff)
        return carry_out_if_free(kit, request)
    found = _causes(kit, request)
    after = life.approve(
        request, staff, kit.rules.approval, kit.now(), seen=seen, causes=found, reason=reason
    )
    details: Details = {"seen": seen, "alone": bool(after.decision and after.decision.alone)}
    return carry_out_once(kit, _save(kit, staff, request, after, "request_approved", details, LEASE))


def refuse(kit: Kit, staff: StaffAccount, reference: str, reason: str) -> Request:
    """Refuse with a reason (a code of life.REASONS) that the student will read."""
    request = kit.store.get(reference)
    after = life.refuse(request, staff, kit.now(), reason=reason)
    kit.notices.expect(after)
    kept = _save(kit, staff, request, after, "request_refused", {"reason": reason})
    kit.notices.tell(kept)
    return kept


def redirect(kit: Kit, staff: StaffAccount, reference: str, to: Door) -> Request:
    """Send the request on to the registrar or to digital support."""
    request = kit.store.get(reference)
    after = life.redirect(request, staff, kit.now(), to=to)
    kit.notices.expect(after)
    kept = _save(kit, staff, request, after, "request_redirected", {"door": to})
    kit.notices.tell(kept)
    return kept


def undo(kit: Kit, staff: StaffAccount, reference: str) -> Request:
    """Take back an approval that isn't carried out yet."""
    request = kit.store.get(reference)
    return _save(kit, staff, request, life.undo(request, staff, kit.now()), "approval_undone")


def retry(kit: Kit, staff: StaffAccount, reference: str) -> Request:
    """Try a failed request again."""
    request = kit.store.get(reference)
    after = life.retry(request, staff, kit.now())
    return carry_out_once(kit, _save(kit, staff, request, after, "request_retried", lease=LEASE))


def _causes(kit: Kit, request: Request) -> tuple[Cause, ...]:
    """Return why the account is closed; CANT_TELL while the directory is away.

    The rule then wants the person to have been seen, and whoever carries it out looks again before unlocking.
    """
    account, _ = account_state(kit, request)
    return causes(request.symptom, account)


def _save(
    kit: Kit,
    staff: StaffAccount,
    before: Request,
    after: Request,
    kind: str,
    details: Details | None = None,
    lease: timedelta | None = None,
) -> Request:
    """Save a decision. lease: whoever decided carries it out, and nobody else until then."""
    kept = kit.store.swap(before, after, decided(kind, after, staff.login, kit.now(), details), lease)
    anchor_decision(kit)
    return kept
