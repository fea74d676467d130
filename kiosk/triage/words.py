"""The words of triage: what a student says, why it is so, and who can help."""

from enum import StrEnum


class Symptom(StrEnum):
    """What the student says is happening."""

    FORGOTTEN = "forgotten"
    BLOCKED = "blocked"
    EXPIRED = "expired"
    REGISTRATION = "registration"
    SUSPECTED_HACK = "suspected_hack"
    UNKNOWN = "unknown"


class Cause(StrEnum):
    """Why sign-in fails, from the account's state and the symptom."""

    TOO_MANY_TRIES = "too_many_tries"
    PERMANENT_LOCK = "permanent_lock"
    PASSWORD_EXPIRED = "password_expired"  # noqa: S105  a word, not a secret
    PASSWORD_FORGOTTEN = "password_forgotten"  # noqa: S105  a word, not a secret
    MUST_CHANGE_PASSWORD = "must_change_password"  # noqa: S105  a word, not a secret
    IDLE = "idle"
    SUSPECTED_HACK = "suspected_hack"
    TECHNICAL_LOCK = "technical_lock"
    ADMINISTRATIVE_LOCK = "administrative_lock"
    NOT_REGISTERED = "not_registered"
    NOT_ACTIVATED = "not_activated"
    INACTIVE = "inactive"  # has ended or isn't in operation
    DELETION_DUE = "deletion_due"
    GRACE_PERIOD = "grace_period"  # works, and will soon end: a notice
    NOT_LOCKED = "not_locked"
    CANT_TELL = "cant_tell"


class Door(StrEnum):
    """The office that can help."""

    SELF_SERVICE = "self_service"
    RECEPTION = "reception"
    DIGITAL_SUPPORT = "digital_support"
    REGISTRAR = "registrar"
