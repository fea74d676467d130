"""A fictional student: what the register holds, what they carry, and how it was meant to end."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.reading.partial_date import PartialDate


class PaperKind(StrEnum):
    """The documents that are drawn."""

    CARD = "card"  # French identity card since 2021, TD1
    OLD_CARD = "old_card"  # French identity card of 1988 to 2021
    PASSPORT = "passport"  # French or foreign, TD3
    RESIDENCE_PERMIT = "residence_permit"  # TD1
    FOREIGN_CARD = "foreign_card"  # TD1
    FOREIGN_CARD_TD2 = "foreign_card_td2"


class Situation(StrEnum):
    """How student and document were made to fit each other."""

    ORDINARY = "ordinary"
    ONE_NAME = "one_name"  # a person without given name
    LONG_NAME = "long_name"  # the zone has no room for all of it
    BIRTH_NAME_KNOWN = "birth_name_known"  # name in use differs, the register holds both
    CHOSEN_NAME_KNOWN = (
        "chosen_name_known"  # the given name in use is not a civil one, the register holds both
    )
    BIRTH_NAME_UNKNOWN = "birth_name_unknown"
    SWAPPED = "swapped"  # surname and given name stand the other way round in the register
    ONE_LETTER = "one_letter"
    BIRTH_DATE_MISSING = "birth_date_missing"  # none in the register
    BIRTH_DAY_UNKNOWN = "birth_day_unknown"  # the document itself doesn't know
    EXPIRED = "expired"
    RESIDENCE_PERMIT = "residence_permit"
    OLD_CARD_UNCLEAR = "old_card_unclear"  # 10 or 15 years, the zone doesn't tell
    OTHER_PERSON = "other_person"
    NAMESAKE = "namesake"  # same name, other birth date
    NOT_IN_REGISTER = "not_in_register"


class Account(StrEnum):
    """The state of the student's account."""

    ACTIVE = "active"
    LOCKED = "locked"
    PERMANENTLY_LOCKED = "permanently_locked"
    EXPIRED = "expired"
    IDLE = "idle"
    MUST_CHANGE = "must_change"
    NOT_ACTIVATED = "not_activated"
    REGISTRATION_PENDING = "registration_pending"
    TECHNICAL_LOCK = "technical_lock"
    ADMINISTRATIVE_LOCK = "administrative_lock"
    SUSPENDED = "suspended"  # locked, and nobody wrote why
    DELETION_DUE = "deletion_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """A person's names with their accents; birth_name and civil_given_names only where they differ."""

    surname: str
    given_name: str
    birth_name: str | None = None
    civil_given_names: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentCard:
    """What is printed on a student card. barcode: the number, or a longer identifier that ends with it."""

    number: str
    surname: str
    given_name: str
    barcode: str
    esc: str | None = None
    university: str = "Université fictive du Mirail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is printed on an identity document. lines: its machine-readable zone."""

    kind: PaperKind
    state: str
    number: str
    surname: str
    given_names: str
    birth: PartialDate
    issued: date
    expiry: date
    nationality: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fictional:
    """One student who doesn't exist. names, birth_date: as the register has them."""

    number: str
    names: Names
    birth_date: date | None
    card: StudentCard
    paper: Paper
    situation: Situation
    account: Account

    @property
    def is_registered(self) -> bool:
        """True if the register has this number."""
        return self.situation is not Situation.NOT_IN_REGISTER
