"""From what the student says and what the directory tells to why sign-in fails.

The states are those of SupAnn 2021, supannRessourceEtat.
"""

from collections.abc import Iterator

from kiosk.triage.account_state import AccountState, Standing
from kiosk.triage.words import Cause, Symptom

_BY_STANDING = {
    Standing.TECHNICAL_LOCK: Cause.TECHNICAL_LOCK,
    Standing.ADMINISTRATIVE_LOCK: Cause.ADMINISTRATIVE_LOCK,
    Standing.DELETION_DUE: Cause.DELETION_DUE,
    Standing.INACTIVE: Cause.INACTIVE,
    Standing.NOT_ACTIVATED: Cause.NOT_ACTIVATED,
    Standing.LOCKED: Cause.PERMANENT_LOCK,  # no reason given; failed tries are told by `locked`
    Standing.GRACE: Cause.GRACE_PERIOD,
}
_BY_SYMPTOM = {
    Symptom.SUSPECTED_HACK: Cause.SUSPECTED_HACK,
    Symptom.FORGOTTEN: Cause.PASSWORD_FORGOTTEN,
}

# Each must be solved before the next is worth anyone's time: security, then the right to an account, then the
# account, then its lock, then the password.
ORDER = (
    Cause.SUSPECTED_HACK,
    Cause.TECHNICAL_LOCK,
    Cause.ADMINISTRATIVE_LOCK,
    Cause.DELETION_DUE,
    Cause.INACTIVE,
    Cause.NOT_REGISTERED,
    Cause.NOT_ACTIVATED,
    Cause.PERMANENT_LOCK,
    Cause.TOO_MANY_TRIES,
    Cause.CANT_TELL,
    Cause.IDLE,
    Cause.PASSWORD_EXPIRED,
    Cause.PASSWORD_FORGOTTEN,
    Cause.MUST_CHANGE_PASSWORD,
    Cause.NOT_LOCKED,
    Cause.GRACE_PERIOD,
)


def causes(symptom: Symptom, state: AccountState | None) -> tuple[Cause, ...]:
    """Return every cause, one at least, in the order in which they must be solved.

    A state of None (no answer) or a lock that the directory can't tell of is CANT_TELL, never NOT_LOCKED.
    """
    found = set(_from_state(state)) if state else {Cause.CANT_TELL}
    if symptom in _BY_SYMPTOM:
        found.add(_BY_SYMPTOM[symptom])
    if found <= {Cause.GRACE_PERIOD}:
        found.add(Cause.NOT_LOCKED)
    return tuple(cause for cause in ORDER if cause in found)


def _from_state(state: AccountState) -> Iterator[Cause]:
    if state.standing in _BY_STANDING:
        yield _BY_STANDING[state.standing]
    if state.registered is False:
        yield Cause.NOT_REGISTERED
    yield from _from_lock(state)
    yield from _from_password(state)


def _from_lock(state: AccountState) -> Iterator[Cause]:
    if state.lock_is_permanent:
        yield Cause.PERMANENT_LOCK
    elif state.locked:
        yield Cause.TOO_MANY_TRIES
    elif state.locked is None:
        yield Cause.CANT_TELL


def _from_password(state: AccountState) -> Iterator[Cause]:
    if state.idle:
        yield Cause.IDLE
    if state.password_expired:
        yield Cause.PASSWORD_EXPIRED
    if state.must_change_password:
        yield Cause.MUST_CHANGE_PASSWORD
