"""What whoever is signed in may do with a request: the core's own rule is asked, so that no button lies."""

from dataclasses import dataclass, replace

from kiosk.desk.looking import Dossier
from kiosk.errors import Refused
from kiosk.request import approval
from kiosk.request.approval import Approval, ApprovalRules
from kiosk.request.request import State
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, may
from kiosk.triage.words import Cause
from ui.desk_acts.sentences import sentence
from ui.words import Words

DECIDING = {
    State.WAITING: ("approve", "redirect", "refuse"),
    State.APPROVED: ("retry", "undo"),
    State.FAILED: ("retry", "redirect"),
}
SECRET_IN = (State.WAITING, State.APPROVED, State.UNLOCKED)  # an unlocked one: the core knows until when
OPEN = (State.WAITING, State.APPROVED)
_ASKED = ((False, ""), (True, ""), (True, "written"))  # seen, reason: the least that may be enough first
_WHY = {State.APPROVED: "desk.why.undo", State.FAILED: "desk.why.retry"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """As RequestView has them. approve_off: why nothing that is ticked or written would do."""

    acts: tuple[str, ...]
    off: tuple[tuple[str, str], ...] = ()
    may_tick: bool = False
    needs_seen: bool = False
    needs_reason: bool = False
    why: str = ""


def offered(
    dossier: Dossier,
    staff: StaffAccount,
    rules: ApprovalRules,
    words: Words,
    *,
    after: str = "directory",
    hands_over: bool = False,
) -> Offered:
    """Return the acts, and in words what stands in the way. after, hands_over: as Reader has them."""
    can = _decided(dossier, staff, rules, words, after)
    if not hands_over or not _may_be_handed_a_secret(dossier, staff, rules):
        return can
    first, rest = can.acts[:1], can.acts[1:]
    off = tuple((code, words("desk.why.secret")) for code, _ in can.off)  # there is something to do after all
    return replace(can, acts=(*first, "secret", *rest), off=off, may_tick=True)


def _decided(
    dossier: Dossier, staff: StaffAccount, rules: ApprovalRules, words: Words, after: str
) -> Offered:
    state = dossier.request.state
    ticket = ("ticket",) if state in OPEN and may(staff.role, Act.PRINT) else ()
    if state not in DECIDING:
        return Offered(acts=(), why=words("desk.why.ended"))
    if not may(staff.role, Act.APPROVE):
        return Offered(acts=ticket, why=words("desk.why.role"))
    acts = (*DECIDING[state], *ticket)
    if state is not State.WAITING:
        return Offered(acts=acts, why=words(_WHY[state]))
    return _for_waiting(dossier, staff, rules, words, acts, after)


def _may_be_handed_a_secret(dossier: Dossier, staff: StaffAccount, rules: ApprovalRules) -> bool:
    """Ask the rule as it will be asked, with all that can be ticked and written."""
    if dossier.request.state not in SECRET_IN:
        return False
    causes = dossier.causes or (Cause.CANT_TELL,)
    asked = Approval(request=dossier.request, staff=staff, seen=True, causes=causes, reason="written")
    try:
        approval.check_one_time_secret(asked, rules)
    except Refused:
        return False
    return True


def _for_waiting(
    dossier: Dossier,
    staff: StaffAccount,
    rules: ApprovalRules,
    words: Words,
    acts: tuple[str, ...],
    after: str,
) -> Offered:
    refusal = None
    for seen, reason in _ASKED:
        refusal = _refusal(dossier, staff, rules, seen=seen, reason=reason)
        if refusal is None:
            why = words("desk.why.reason" if reason else f"desk.why.ready_{after}")
            return Offered(acts=acts, may_tick=True, needs_seen=seen, needs_reason=bool(reason), why=why)
    said = sentence(refusal, words) if refusal is not None else ""
    return Offered(acts=acts, off=(("approve", said),))


def _refusal(
    dossier: Dossier, staff: StaffAccount, rules: ApprovalRules, *, seen: bool, reason: str
) -> Refused | None:
    """Return what the rule of approving says to this, None where it agrees."""
    causes = dossier.causes or (Cause.CANT_TELL,)
    asked = Approval(request=dossier.request, staff=staff, seen=seen, causes=causes, reason=reason)
    try:
        approval.check(asked, rules)
    except Refused as refused:
        return refused
    return None
