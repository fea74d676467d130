"""What must come of each student, from how they were made; the verifier and the triage are never asked.

The doors are what the terminal may say to a student who reports "blocked": it sees no lock.
"""

from kiosk.demo.fictional import Account, Fictional, Situation
from kiosk.identity.verdict import Outcome
from kiosk.triage.words import Door

VERDICTS = {
    Situation.ORDINARY: Outcome.MATCH,
    Situation.ONE_NAME: Outcome.MATCH,
    Situation.LONG_NAME: Outcome.MATCH,
    Situation.BIRTH_NAME_KNOWN: Outcome.MATCH,
    Situation.CHOSEN_NAME_KNOWN: Outcome.MATCH,
    Situation.BIRTH_NAME_UNKNOWN: Outcome.REVIEW,
    Situation.SWAPPED: Outcome.REVIEW,
    Situation.ONE_LETTER: Outcome.REVIEW,
    Situation.BIRTH_DATE_MISSING: Outcome.REVIEW,
    Situation.BIRTH_DAY_UNKNOWN: Outcome.REVIEW,
    Situation.EXPIRED: Outcome.REVIEW,
    Situation.RESIDENCE_PERMIT: Outcome.REVIEW,
    Situation.OLD_CARD_UNCLEAR: Outcome.REVIEW,
    Situation.OTHER_PERSON: Outcome.MISMATCH,
    Situation.NAMESAKE: Outcome.MISMATCH,
    Situation.NOT_IN_REGISTER: Outcome.MISMATCH,
}
DOORS = {
    Account.ACTIVE: Door.RECEPTION,
    Account.LOCKED: Door.RECEPTION,
    Account.PERMANENTLY_LOCKED: Door.RECEPTION,
    Account.EXPIRED: Door.RECEPTION,
    Account.IDLE: Door.RECEPTION,
    Account.MUST_CHANGE: Door.RECEPTION,
    Account.NOT_ACTIVATED: Door.SELF_SERVICE,
    Account.REGISTRATION_PENDING: Door.REGISTRAR,
    Account.TECHNICAL_LOCK: Door.DIGITAL_SUPPORT,
    Account.ADMINISTRATIVE_LOCK: Door.REGISTRAR,
    Account.SUSPENDED: Door.DIGITAL_SUPPORT,
    Account.DELETION_DUE: Door.REGISTRAR,
}


def verdict(student: Fictional) -> Outcome:
    return VERDICTS[student.situation]


def door(student: Fictional) -> Door | None:
    """Return the office, or None where the documents lead nowhere: a stranger learns nothing."""
    return None if verdict(student) is Outcome.MISMATCH else DOORS[student.account]
