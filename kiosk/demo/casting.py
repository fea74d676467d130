"""Who plays what on the fictional campus: a first company that covers everything, then a crowd."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from kiosk.demo.fictional import Account, PaperKind, Situation

CARD, OLD_CARD, PASSPORT = PaperKind.CARD, PaperKind.OLD_CARD, PaperKind.PASSPORT
PERMIT, FOREIGN, FOREIGN_TD2 = PaperKind.RESIDENCE_PERMIT, PaperKind.FOREIGN_CARD, PaperKind.FOREIGN_CARD_TD2
Word = TypeVar("Word")


@dataclass(frozen=True, slots=True)
class Part:
    """What one student is made to be."""

    situation: Situation
    kind: PaperKind
    account: Account = Account.LOCKED


COMPANY = (
    Part(Situation.ORDINARY, CARD),
    Part(Situation.ORDINARY, PASSPORT),
    Part(Situation.ORDINARY, OLD_CARD),
    Part(Situation.ORDINARY, FOREIGN),
    Part(Situation.ORDINARY, FOREIGN_TD2, Account.EXPIRED),
    Part(Situation.BIRTH_NAME_KNOWN, CARD),
    Part(Situation.BIRTH_NAME_UNKNOWN, CARD, Account.IDLE),
    Part(Situation.RESIDENCE_PERMIT, PERMIT),
    Part(Situation.SWAPPED, PASSPORT),
    Part(Situation.ONE_LETTER, CARD, Account.ACTIVE),
    Part(Situation.EXPIRED, PASSPORT),
    Part(Situation.OLD_CARD_UNCLEAR, OLD_CARD),
    Part(Situation.BIRTH_DATE_MISSING, PASSPORT),
    Part(Situation.OTHER_PERSON, CARD),
    Part(Situation.NAMESAKE, PASSPORT),
    Part(Situation.NOT_IN_REGISTER, CARD),
    # So far the videos show them all.
    Part(Situation.CHOSEN_NAME_KNOWN, CARD, Account.MUST_CHANGE),
    Part(Situation.BIRTH_DAY_UNKNOWN, PASSPORT),
    Part(Situation.ONE_NAME, PASSPORT),
    Part(Situation.LONG_NAME, CARD),
    Part(Situation.LONG_NAME, OLD_CARD, Account.ACTIVE),
    Part(Situation.ORDINARY, CARD, Account.REGISTRATION_PENDING),
    Part(Situation.ORDINARY, PASSPORT, Account.TECHNICAL_LOCK),
    Part(Situation.ORDINARY, CARD, Account.ADMINISTRATIVE_LOCK),
    Part(Situation.ORDINARY, CARD, Account.PERMANENTLY_LOCKED),
    Part(Situation.ORDINARY, CARD, Account.NOT_ACTIVATED),
    Part(Situation.ORDINARY, OLD_CARD, Account.SUSPENDED),
    Part(Situation.ORDINARY, CARD, Account.DELETION_DUE),
)
ON_VIDEO = 16  # the first of the company: every kind of document, every verdict

SITUATIONS = {
    Situation.ORDINARY: 130,
    Situation.BIRTH_NAME_KNOWN: 8,
    Situation.CHOSEN_NAME_KNOWN: 4,
    Situation.ONE_NAME: 2,
    Situation.LONG_NAME: 4,
    Situation.BIRTH_NAME_UNKNOWN: 4,
    Situation.SWAPPED: 3,
    Situation.ONE_LETTER: 4,
    Situation.BIRTH_DATE_MISSING: 4,
    Situation.BIRTH_DAY_UNKNOWN: 1,
    Situation.EXPIRED: 4,
    Situation.RESIDENCE_PERMIT: 6,
    Situation.OLD_CARD_UNCLEAR: 3,
    Situation.OTHER_PERSON: 3,
    Situation.NAMESAKE: 2,
    Situation.NOT_IN_REGISTER: 2,
}
ACCOUNTS = {
    Account.LOCKED: 60,
    Account.ACTIVE: 14,
    Account.EXPIRED: 8,
    Account.IDLE: 6,
    Account.MUST_CHANGE: 3,
    Account.PERMANENTLY_LOCKED: 2,
    Account.NOT_ACTIVATED: 2,
    Account.REGISTRATION_PENDING: 5,
    Account.TECHNICAL_LOCK: 3,
    Account.ADMINISTRATIVE_LOCK: 2,
    Account.SUSPENDED: 1,
    Account.DELETION_DUE: 1,
}
KINDS = {CARD: 8, PASSPORT: 6, OLD_CARD: 3, FOREIGN: 4, FOREIGN_TD2: 1}
KINDS_OF = {
    Situation.ONE_NAME: {PASSPORT: 1},
    Situation.LONG_NAME: {CARD: 1, OLD_CARD: 1},
    Situation.BIRTH_NAME_KNOWN: {CARD: 3, PASSPORT: 1},
    Situation.BIRTH_NAME_UNKNOWN: {CARD: 3, PASSPORT: 1},
    Situation.CHOSEN_NAME_KNOWN: {CARD: 2, PASSPORT: 1},
    Situation.SWAPPED: {PASSPORT: 2, FOREIGN: 1},
    Situation.ONE_LETTER: {CARD: 3, PASSPORT: 1},
    Situation.BIRTH_DAY_UNKNOWN: {PASSPORT: 1},
    Situation.EXPIRED: {PASSPORT: 1},
    Situation.RESIDENCE_PERMIT: {PERMIT: 1},
    Situation.OLD_CARD_UNCLEAR: {OLD_CARD: 1},
    Situation.NAMESAKE: {CARD: 1, PASSPORT: 1},
}


def part(dice: Random, order: int) -> Part:
    """Return the part of the student of this order, counted from 0."""
    if order < len(COMPANY):
        return COMPANY[order]
    situation = _pick(dice, SITUATIONS)
    return Part(situation, _pick(dice, KINDS_OF.get(situation, KINDS)), _pick(dice, ACCOUNTS))


def _pick(dice: Random, weights: Mapping[Word, int]) -> Word:
    return dice.choices(tuple(weights), tuple(weights.values()))[0]
