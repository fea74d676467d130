"""Whether unlocking is in order, and if not, why: the rule that the desk asks before it approves."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.triage.words import Cause


class UnlockRule(StrEnum):
    ALLOWED = "allowed"
    SUPERVISOR_IN_PERSON = "supervisor_in_person"
    NEVER = "never"  # not here: someone closed the account on purpose
    WOULD_NOT_HELP = "would_not_help"
    CANT_TELL = "cant_tell"  # the directory gave no answer about the lock


@dataclass(frozen=True, slots=True)
class Unlocking:
    """The rule, and the cause that decided it."""

    rule: UnlockRule
    because: Cause


# The first of these that is among the causes decides.
_DECIDING = (
    (Cause.ADMINISTRATIVE_LOCK, UnlockRule.NEVER),
    (Cause.PERMANENT_LOCK, UnlockRule.NEVER),
    (Cause.SUSPECTED_HACK, UnlockRule.SUPERVISOR_IN_PERSON),
    (Cause.TECHNICAL_LOCK, UnlockRule.SUPERVISOR_IN_PERSON),
    (Cause.TOO_MANY_TRIES, UnlockRule.ALLOWED),
    (Cause.CANT_TELL, UnlockRule.CANT_TELL),
)


def may_unlock(causes: Iterable[Cause]) -> Unlocking:
    """Return the strictest rule that one of the causes asks for; `causes` are those of `cause.causes`."""
    found = tuple(causes)
    for cause, rule in _DECIDING:
        if cause in found:
            return Unlocking(rule, cause)
    return Unlocking(UnlockRule.WOULD_NOT_HELP, found[0])
