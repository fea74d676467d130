"""Issue a specimen document: dates that fit its kind, a number in its issuer's pattern, its zone."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kiosk.demo.fictional import Paper, PaperKind
from kiosk.demo.spelling import spelled
from kiosk.reading.document import DocumentFormat
from kiosk.reading.mrz.compose import Particulars, compose
from kiosk.reading.partial_date import PartialDate

FORMATS = {
    PaperKind.CARD: DocumentFormat.TD1,
    PaperKind.FOREIGN_CARD: DocumentFormat.TD1,
    PaperKind.RESIDENCE_PERMIT: DocumentFormat.TD1,
    PaperKind.OLD_CARD: DocumentFormat.FRA,
    PaperKind.FOREIGN_CARD_TD2: DocumentFormat.TD2,
    PaperKind.PASSPORT: DocumentFormat.TD3,
}
# "A" a letter, "0" a digit, "X" either. Sources: PRADO and the issuers' own specimens; every number is made up.
PATTERNS = {
    (PaperKind.CARD, "FRA"): "X0XXXXXX0",
    (PaperKind.PASSPORT, "FRA"): "00AA00000",
    (PaperKind.OLD_CARD, "FRA"): "03100000",
    (PaperKind.RESIDENCE_PERMIT, "FRA"): "XXXXXXX00",
    (PaperKind.FOREIGN_CARD, "D"): "AXXXXXXX0",
    (PaperKind.FOREIGN_CARD, "ESP"): "AAA000000",
    (PaperKind.FOREIGN_CARD, "ITA"): "AA00000AA",
    (PaperKind.FOREIGN_CARD, "BEL"): "000000000000",  # longer than its field: it runs on
    (PaperKind.FOREIGN_CARD, "PRT"): "000000000",
    (PaperKind.FOREIGN_CARD_TD2, "ROU"): "AA000000",
}
OTHER_PATTERN = "AA0000000"
CODES = {
    (PaperKind.RESIDENCE_PERMIT, "FRA"): "IR",
    (PaperKind.FOREIGN_CARD, "ITA"): "C",
    (PaperKind.FOREIGN_CARD, "PRT"): "I",
    (PaperKind.FOREIGN_CARD, "POL"): "I",
}
LETTERS = "BCDFGHJKLMNPQRSTVWXYZ"
DIGITS = "0123456789"
OFFICE = "031004"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Whom a document is issued to. given_names: in order. nationality: a state's code."""

    surname: str
    given_names: tuple[str, ...]
    sex: str
    birth: PartialDate
    nationality: str


@dataclass(frozen=True, slots=True)
class Validity:
    issued: date
    expiry: date


def issue(dice: Random, kind: PaperKind, holder: Holder, validity: Validity) -> Paper:
    """Return a document of this kind. French kinds are issued by France, others by the holder's state."""
    french = kind in (PaperKind.CARD, PaperKind.OLD_CARD, PaperKind.RESIDENCE_PERMIT)
    state = "FRA" if french else holder.nationality
    number = _number(dice, PATTERNS.get((kind, state), OTHER_PATTERN))
    if kind is PaperKind.OLD_CARD:
        number = f"{validity.issued:%y%m}{number}"
    return Paper(
        kind=kind,
        state=state,
        number=number,
        surname=holder.surname,
        given_names=", ".join(holder.given_names),
        birth=holder.birth,
        issued=validity.issued,
        expiry=validity.expiry,
        nationality=holder.nationality,
        lines=_lines(kind, holder, state, number, validity.expiry),
    )


def _lines(kind: PaperKind, holder: Holder, state: str, number: str, expiry: date) -> tuple[str, ...]:
    between = "<<" if kind is PaperKind.OLD_CARD else "<"
    first_letter = "P" if kind is PaperKind.PASSPORT else "ID"
    particulars = Particulars(
        document_code=CODES.get((kind, state), first_letter),
        issuing_state=state,
        number=number,
        surname=spelled(holder.surname, state),
        given_names=between.join(spelled(name, state) for name in holder.given_names),
        birth_date=holder.birth,
        expiry=None if kind is PaperKind.OLD_CARD else expiry,
        nationality=holder.nationality,
        sex=holder.sex,
        office=OFFICE,
    )
    return compose(FORMATS[kind], particulars)


def _number(dice: Random, pattern: str) -> str:
    choices = {"A": LETTERS, "0": DIGITS, "X": LETTERS + DIGITS}
    return "".join(dice.choice(choices.get(sign, sign)) for sign in pattern)


def in_force(dice: Random, kind: PaperKind, birth: date, today: date) -> Validity:
    """Return dates of a document that holds for years to come."""
    if kind is PaperKind.OLD_CARD:
        return _old_card(_after_years(birth, 18) + timedelta(days=dice.randint(40, 700)), 15)
    expiry = today + timedelta(days=dice.randint(1700, 3400))
    return Validity(_after_years(expiry, -10) + timedelta(days=1), expiry)


def expired(dice: Random, today: date) -> Validity:
    """Return dates of a document that ended months ago."""
    expiry = today - timedelta(days=dice.randint(90, 700))
    return Validity(_after_years(expiry, -10) + timedelta(days=1), expiry)


def unclear(birth: date) -> Validity:
    """Return dates of an old French card whose zone doesn't tell whether it was issued to a minor.

    It was issued in the month of the 18th birthday: 10 years or 15, and today lies between.
    """
    return _old_card(_after_years(birth, 18).replace(day=25), 15)


def _old_card(issued: date, years: int) -> Validity:
    return Validity(issued, _after_years(issued, years) - timedelta(days=1))


def _after_years(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))
