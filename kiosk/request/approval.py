"""The one rule of who may approve what: every entry reaches it through `life.approve`."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from kiosk.errors import NotAllowed, Refused
from kiosk.identity.verdict import Outcome
from kiosk.request.request import Presence, Request
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, may, require
from kiosk.triage.unlocking import UnlockRule, may_unlock
from kiosk.triage.words import Cause, Symptom


class FourEyes(StrEnum):
    """Whether two people are needed."""

    OFF = "off"
    IN_PERSON = "in_person"  # who verified in person can't approve


class UnattendedMatch(StrEnum):
    """What becomes of a match that nobody stood by."""

    COME_TO_DESK = "come_to_desk"
    APPROVE = "approve"


@dataclass(frozen=True, slots=True)
class ApprovalRules:
    four_eyes: FourEyes = FourEyes.OFF
    unattended_match: UnattendedMatch = UnattendedMatch.COME_TO_DESK


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """An approval as it is asked for.

    seen: who approves saw the person with the document. causes: why the account is closed, one at least.
    reason: what was written down, or "".
    """

    request: Request
    staff: StaffAccount
    seen: bool
    causes: Collection[Cause]
    reason: str

    @property
    def is_alone(self) -> bool:
        """True if who approves is who verified."""
        verification = self.request.verification
        return verification.presence is Presence.IN_PERSON and verification.verified_by == self.staff.login

    @property
    def was_anyone_there(self) -> bool:
        return self.seen or self.request.verification.presence is Presence.IN_PERSON


# For these symptoms an unattended match may be enough; all others want a person.
PLAIN_SYMPTOMS = (Symptom.BLOCKED, Symptom.UNKNOWN)
PASSWORD_CAUSES = frozenset(
    {Cause.IDLE, Cause.PASSWORD_EXPIRED, Cause.PASSWORD_FORGOTTEN, Cause.MUST_CHANGE_PASSWORD}
)
SECRET_HELPS = PASSWORD_CAUSES | {Cause.NOT_LOCKED}
VERIFIED = (Outcome.MATCH, Outcome.REVIEW)


def check(approval: Approval, rules: ApprovalRules) -> None:
    """Raise NotAllowed or Refused, with what to do, unless this approval is in order."""
    require(approval.staff, Act.APPROVE)
    _check_four_eyes(approval, rules)
    _check_request(approval)
    if _needs_supervisor(approval):
        _check_supervisor(approval)
    elif not approval.was_anyone_there:
        _check_unattended(approval, rules)


def check_one_time_secret(approval: Approval, rules: ApprovalRules) -> None:
    """Raise NotAllowed or Refused unless this person may be handed a secret that opens the account.

    Never unattended, never on a guess about the account, never where someone closed it.
    """
    require(approval.staff, Act.HAND_OVER_SECRET)
    _check_four_eyes(approval, rules)
    _check_holder(approval)
    unlocking = may_unlock(approval.causes)
    if unlocking.rule is UnlockRule.CANT_TELL:
        raise Refused(
            "The directory doesn't tell why the account is closed: no secret is set.", "secret_blind"
        )
    if unlocking.rule is UnlockRule.WOULD_NOT_HELP and unlocking.because not in SECRET_HELPS:
        raise Refused(
            "Another password would not open this account: send the request on.", "secret_would_not_help"
        )
    if _needs_supervisor(approval):
        _check_supervisor(approval)
    if not approval.seen:
        raise Refused("See the person with their document first, and say so.", "not_seen")


def _check_four_eyes(approval: Approval, rules: ApprovalRules) -> None:
    if rules.four_eyes is FourEyes.IN_PERSON and approval.is_alone:
        raise NotAllowed("You verified this person yourself: a colleague must approve.", "four_eyes")


def _check_holder(approval: Approval) -> None:
    """Refuse what nobody may approve, whatever is done about it."""
    if approval.request.holder is None:
        raise Refused("This request's holder was erased: nobody can be unlocked.", "holder_erased")
    if approval.request.verification.verdict.outcome not in VERIFIED:
        raise Refused("This person wasn't verified: verify them at the desk first.", "not_verified")
    unlocking = may_unlock(approval.causes)
    if unlocking.rule is UnlockRule.NEVER:
        raise Refused(
            "Someone closed this account on purpose: send the request on instead.", unlocking.because
        )


def _check_request(approval: Approval) -> None:
    """Refuse what ending a lock can't mend."""
    _check_holder(approval)
    unlocking = may_unlock(approval.causes)
    # A lock that ended by itself meanwhile may be approved: what comes out is then what was asked for.
    if unlocking.rule is UnlockRule.WOULD_NOT_HELP and unlocking.because is not Cause.NOT_LOCKED:
        raise Refused(
            "No lock closes this account, so ending one would not help: send the request on.",
            unlocking.because,
        )


def _needs_supervisor(approval: Approval) -> bool:
    """Return True for security matters."""
    is_hack = approval.request.symptom is Symptom.SUSPECTED_HACK
    return is_hack or may_unlock(approval.causes).rule is UnlockRule.SUPERVISOR_IN_PERSON


def _check_supervisor(approval: Approval) -> None:
    if not may(approval.staff.role, Act.SECURITY_LOCKS):
        raise NotAllowed("This takes a supervisor: leave it to them, or send it on.", "supervisor_only")
    if not approval.seen:
        raise Refused("See the person with their document first, and say so.", "not_seen")
    if not approval.reason:
        raise Refused("Write down why this is approved.", "reason_needed")


def _check_unattended(approval: Approval, rules: ApprovalRules) -> None:
    """Nobody saw the person: only a plain lock may be ended, and only where the campus wants it so."""
    if rules.unattended_match is UnattendedMatch.COME_TO_DESK:
        raise Refused("Nobody saw this person: call the ticket, look at person and document.", "not_seen")
    if approval.request.verification.verdict.outcome is not Outcome.MATCH:
        raise Refused(
            "This verdict needs a look: call the ticket, look at person and document.", "review_unseen"
        )
    if not _is_plain_lock(approval):
        raise Refused(
            "This isn't a plain lock: call the ticket, look at the person first.", "not_plain_unseen"
        )


def _is_plain_lock(approval: Approval) -> bool:
    is_lock = may_unlock(approval.causes).rule is UnlockRule.ALLOWED
    is_plain = approval.request.symptom in PLAIN_SYMPTOMS and PASSWORD_CAUSES.isdisjoint(approval.causes)
    return is_lock and is_plain
