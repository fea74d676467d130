"""From a code on a card to a student number, by the campus' ordered rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.reading.symbology import Code, Symbology

TICKET_PREFIX = "MK1:"
TICKET = re.compile(re.escape(TICKET_PREFIX) + r"[A-Za-z0-9_-]{22,86}=*")

# Source: esup-sgc and EuropeanStudentCard/qr-java-generator; pp. is the test service.
ESC_HOSTS = ("esc.gg", "pp.esc.gg", "s.esc-r.eu")
# A European Student Card's number is a UUID of version 1 that ends in 12 decimal digits: prefix, institution.
ESC_LINK = re.compile(
    r"https?://(?P<host>[a-z0-9.-]+)/"
    r"(?P<card>[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9]{12})/?",
    re.IGNORECASE,
)


class CardKind(StrEnum):
    """What a code turned out to be."""

    STUDENT_NUMBER = "student_number"
    CANDIDATE = "candidate"  # a longer identifier whose last digits may be the number: needs the directory
    ESC = "esc"  # European Student Card: identifies the card, not the student
    TICKET = "ticket"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CardReading:
    """One code, understood. student_number is None unless kind is student_number or candidate."""

    symbology: str
    text: str = field(repr=False)
    kind: CardKind
    student_number: str | None = field(repr=False, default=None)


@dataclass(frozen=True, slots=True)
class CardRule:
    """What a campus prints on its cards: a text that matches wholly is of this kind.

    pattern: its first group, if it has one, is the student number. symbologies: where the rule holds.
    """

    symbologies: frozenset[Symbology]
    pattern: re.Pattern[str]
    kind: CardKind

    def number_in(self, code: Code) -> str | None:
        """Return the student number, or None if the rule does not apply."""
        match = self.pattern.fullmatch(code.text) if code.symbology in self.symbologies else None
        if match is None:
            return None
        number: str = match[1] if self.pattern.groups else match[0]
        return number


# Interleaved 2 of 5 read in part looks whole: it is taken at two lengths only, and for certain at none.
CHECKED = frozenset({Symbology.CODE_128, Symbology.CODE_39, Symbology.CODABAR, Symbology.QR})
DEFAULT_RULES = (
    CardRule(CHECKED, re.compile(r"[0-9]{8}"), CardKind.STUDENT_NUMBER),
    CardRule(CHECKED | {Symbology.EAN_13}, re.compile(r"[0-9]{1,6}([0-9]{8})"), CardKind.CANDIDATE),
    CardRule(frozenset({Symbology.ITF}), re.compile(r"(?:[0-9]{6})?([0-9]{8})"), CardKind.CANDIDATE),
)


def symbologies_of(rules: Sequence[CardRule]) -> frozenset[Symbology]:
    """Return what has to be looked for: what the rules name, and QR for tickets and European cards."""
    return frozenset({Symbology.QR}).union(*(rule.symbologies for rule in rules))


def understand_code(code: Code, rules: Sequence[CardRule]) -> CardReading:
    """Return what a code is: a ticket, a European card's link (never opened), or what the first rule says."""
    code = Code(code.symbology, bare_text(code), code.corners)
    if code.symbology is Symbology.QR and TICKET.fullmatch(code.text):
        return CardReading(code.symbology, code.text, CardKind.TICKET)
    if esc_number(code.text) is not None:
        return CardReading(code.symbology, code.text, CardKind.ESC)
    for rule in rules:
        if (number := rule.number_in(code)) is not None:
            return CardReading(code.symbology, code.text, rule.kind, number)
    return CardReading(code.symbology, code.text, CardKind.OTHER)


def bare_text(code: Code) -> str:
    """Return a text without the marks of beginning and end that some symbologies print."""
    if code.symbology is Symbology.CODE_39:
        return code.text.strip("*")
    if code.symbology is Symbology.CODABAR:
        return re.sub(r"^[A-D](.*)[A-D]$", r"\1", code.text)
    return code.text


def esc_number(text: str) -> str | None:
    """Return the number of a European Student Card from its link, or None if this is no such link."""
    match = ESC_LINK.fullmatch(text)
    return match["card"].lower() if match and match["host"].lower() in ESC_HOSTS else None


def student_numbers(codes: Sequence[CardReading]) -> set[str]:
    """Return the different student numbers that were read for certain."""
    return {
        code.student_number
        for code in codes
        if code.kind is CardKind.STUDENT_NUMBER and code.student_number is not None
    }
