"""From a cause, or from a symptom where no cause is known yet, to the office that can help.

The terminal sees no lock, so its door is provisional; the desk's is final. For a student who says "blocked":

account                      terminal          desk
active, not locked           reception         self_service
locked by failed tries       reception         reception
password expired, or idle    reception         digital_support
registration pending         registrar         registrar, then reception if locked as well
technical lock               digital_support   digital_support, a supervisor in person
administrative lock          registrar         registrar
unknown to the directory     reception         reception

A suspected hack goes to the reception whatever the account's state, since a person must look first; the desk
then involves digital support, and only a supervisor may unlock.
"""

from kiosk.triage.account_state import Standing
from kiosk.triage.words import Cause, Door, Symptom

_BY_CAUSE = {
    Cause.SUSPECTED_HACK: Door.DIGITAL_SUPPORT,
    Cause.TECHNICAL_LOCK: Door.DIGITAL_SUPPORT,
    Cause.ADMINISTRATIVE_LOCK: Door.REGISTRAR,
    Cause.DELETION_DUE: Door.REGISTRAR,
    Cause.INACTIVE: Door.REGISTRAR,
    Cause.NOT_REGISTERED: Door.REGISTRAR,
    Cause.NOT_ACTIVATED: Door.SELF_SERVICE,  # activating is the student's own first sign-in, not an unlock
    Cause.PERMANENT_LOCK: Door.DIGITAL_SUPPORT,
    Cause.TOO_MANY_TRIES: Door.RECEPTION,
    Cause.IDLE: Door.DIGITAL_SUPPORT,  # the reset link goes to a mailbox that the same password opens
    Cause.PASSWORD_EXPIRED: Door.DIGITAL_SUPPORT,
    Cause.PASSWORD_FORGOTTEN: Door.SELF_SERVICE,
    Cause.MUST_CHANGE_PASSWORD: Door.SELF_SERVICE,
    Cause.NOT_LOCKED: Door.SELF_SERVICE,
    Cause.GRACE_PERIOD: Door.REGISTRAR,
}
_BY_SYMPTOM = {
    Symptom.FORGOTTEN: Door.SELF_SERVICE,
    Symptom.BLOCKED: Door.RECEPTION,
    Symptom.EXPIRED: Door.DIGITAL_SUPPORT,
    Symptom.REGISTRATION: Door.REGISTRAR,
    Symptom.SUSPECTED_HACK: Door.RECEPTION,
    Symptom.UNKNOWN: Door.RECEPTION,
}
_BY_STANDING = {
    Standing.NOT_ACTIVATED: Door.SELF_SERVICE,
    Standing.INACTIVE: Door.REGISTRAR,
    Standing.DELETION_DUE: Door.REGISTRAR,
    Standing.LOCKED: Door.DIGITAL_SUPPORT,
    Standing.TECHNICAL_LOCK: Door.DIGITAL_SUPPORT,
    Standing.ADMINISTRATIVE_LOCK: Door.REGISTRAR,
}
_NO_IDENTITY_CHECK = (Symptom.FORGOTTEN, Symptom.REGISTRATION)


def door(cause: Cause, symptom: Symptom) -> Door:
    """Return the office that ends this cause; where nobody can tell the cause, the symptom's."""
    return _BY_SYMPTOM[symptom] if cause is Cause.CANT_TELL else _BY_CAUSE[cause]


def provisional_door(symptom: Symptom, standing: Standing, registered: bool | None) -> Door:
    """Return where the terminal sends a student whose lock it can't see.

    Without an identity check nothing of the account may show, so there the symptom alone decides.
    """
    if symptom is Symptom.SUSPECTED_HACK or not needs_identity_check(symptom):
        return _BY_SYMPTOM[symptom]
    if standing in _BY_STANDING:
        return _BY_STANDING[standing]
    return Door.REGISTRAR if registered is False else _BY_SYMPTOM[symptom]


def needs_identity_check(symptom: Symptom) -> bool:
    """Return False where nothing is unlocked: a forgotten password, a matter of registration."""
    return symptom not in _NO_IDENTITY_CHECK
