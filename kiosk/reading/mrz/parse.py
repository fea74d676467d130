"""From the lines of a machine-readable zone to what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.reading.document import DocumentFormat, Field
from kiosk.reading.mrz.alphabet import FILLER, is_written_in_alphabet
from kiosk.reading.mrz.checks import check_all
from kiosk.reading.mrz.dates import birth_date, expiry_date, issue_month
from kiosk.reading.mrz.layout import Layout, long_number_tail
from kiosk.reading.mrz.layouts import FRA, LAYOUTS, LICENCE, MRVA, MRVB, TD1, TD2, TD3
from kiosk.reading.mrz.names import Names, separate_fields, shared_field
from kiosk.reading.partial_date import PartialDate

CREW_MEMBER = "AC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """What a zone says. Codes, number and names come without the fillers around them.

    expiry, issued: None where the format has none or it can't be a date; issued is (year, month), old French
    card only. surname_cut, given_names_cut: the field is full, so the name may have been truncated.
    """

    format: DocumentFormat
    lines: tuple[str, ...] = field(repr=False)
    checks: Mapping[Field, bool]
    document_code: str
    issuing_state: str
    number: str = field(repr=False)
    surname: str = field(repr=False)
    given_names: str = field(repr=False)
    surname_cut: bool
    given_names_cut: bool
    birth_date: PartialDate | None = field(repr=False)
    expiry: date | None
    issued: tuple[int, int] | None
    nationality: str = field(repr=False, default="")

    @property
    def is_consistent(self) -> bool:
        """True if every check digit holds: read as printed, which says nothing of authenticity."""
        return all(self.checks.values())


def parse(lines: Sequence[str], *, today: date) -> Zone | None:
    """Return what the lines say, or None if no format has such lines. Any text is taken without an error.

    today: decides the century of a birth year.
    """
    layout = recognise(lines)
    if layout is None:
        return None
    texts = {name: span.of(lines) for name, span in layout.fields.items()}
    names = names_of(texts)
    return Zone(
        format=layout.format,
        lines=tuple(lines),
        checks=check_all(layout, lines),
        document_code=texts["code"].strip(FILLER),
        issuing_state=texts["state"].strip(FILLER),
        number=number_of(layout, lines),
        surname=names.surname,
        given_names=names.given_names,
        surname_cut=names.surname_cut,
        given_names_cut=names.given_names_cut,
        birth_date=birth_date(texts["birth"], today) if "birth" in texts else None,
        expiry=expiry_date(texts["expiry"]) if "expiry" in texts else None,
        issued=issue_month(texts["issued"]) if "issued" in texts else None,
        nationality=texts.get("nationality", "").strip(FILLER),
    )


def recognise(lines: Sequence[str]) -> Layout | None:
    """Return the layout of these lines, by their number, their length and how they begin."""
    sizes = {(layout.line_count, layout.line_length) for layout in LAYOUTS.values() if layout.fits(lines)}
    if not sizes or not all(is_written_in_alphabet(line) for line in lines):
        return None
    match sizes.pop():
        case (3, 30):
            return TD1 if is_identity_card(lines[0]) else None
        case (2, 36):
            return of_two_lines_of_36(lines)
        case (2, 44):
            # Not "P<": passports with a letter or digit in the second place are in circulation.
            return {"P": TD3, "V": MRVA}.get(lines[0][0])
        case _:
            return LICENCE if lines[0].startswith("D1FRA") else None


def of_two_lines_of_36(lines: Sequence[str]) -> Layout | None:
    """Return the old French card, which is no TD2 although it looks like one, a visa, or TD2."""
    if lines[0].startswith("IDFRA"):
        only_td2_holds = all(check_all(TD2, lines).values()) and not all(check_all(FRA, lines).values())
        return TD2 if only_td2_holds else FRA
    if lines[0][0] == "V":
        return MRVB
    return TD2 if is_identity_card(lines[0]) else None


def is_identity_card(line: str) -> bool:
    """Return True if a card's first line opens with a code of identity documents.

    Source: ICAO Doc 9303-5, note k: A, C or I, the second letter free except V; AC is a crew member's card.
    """
    return line[0] in "ACI" and line[1] != "V" and not line.startswith(CREW_MEMBER)


def names_of(texts: Mapping[str, str]) -> Names:
    """Return the names from the field or fields that the format has for them."""
    if "names" in texts:
        return shared_field(texts["names"])
    return separate_fields(texts["surname"], texts.get("given_names", ""))


def number_of(layout: Layout, lines: Sequence[str]) -> str:
    """Return the document number, continued where it is a long one."""
    number = layout.fields["number"].of(lines)
    tail = long_number_tail(layout, lines)
    return (number if tail is None else number + tail.of(lines)[:-1]).strip(FILLER)
