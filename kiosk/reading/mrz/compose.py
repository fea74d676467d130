"""Write a machine-readable zone, check digits included: the inverse of parse."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.reading.document import DocumentFormat, Field
from kiosk.reading.mrz.alphabet import FILLER
from kiosk.reading.mrz.check_digit import check_digit
from kiosk.reading.mrz.layout import CheckGroup, Layout
from kiosk.reading.mrz.layouts import LAYOUTS
from kiosk.reading.partial_date import PartialDate

# A composite digit covers other digits, so it comes last.
ORDER = (Field.NUMBER, Field.BIRTH, Field.EXPIRY, Field.OPTIONAL, Field.COMPOSITE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What is to be written, in the zone's own letters (A-Z, 0-9, '<' between parts of a name).

    number: without fillers; longer than 9 characters runs on in TD1 and TD2. On the old French card it is the
    12 characters that begin with year and month of issue. office: old French card only, 6 characters.
    """

    document_code: str
    issuing_state: str
    number: str
    surname: str
    given_names: str = ""
    birth_date: PartialDate | None = None
    expiry: date | None = None
    nationality: str = ""
    sex: str = FILLER
    optional: str = ""
    optional_2: str = ""
    office: str = ""


def compose(form: DocumentFormat, particulars: Particulars) -> tuple[str, ...]:
    """Return the lines of a document. What is too long for its field is cut.

    Raises Unreadable for a character that no zone holds.
    """
    layout = LAYOUTS[form]
    lines = [[FILLER] * layout.line_length for _ in range(layout.line_count)]
    for name, text in texts(layout, particulars).items():
        if name in layout.fields:
            write(lines, layout, name, text)
    groups = layout.check_groups(joined(lines)) if is_long(layout, particulars.number) else layout.checks
    for group in sorted(groups, key=lambda group: ORDER.index(group.field)):
        sign(lines, group)
    return joined(lines)


def texts(layout: Layout, particulars: Particulars) -> Mapping[str, str]:
    """Return what to write in each field."""
    number, optional = numbers(layout, particulars.number, particulars.optional)
    names = layout.fields.get("names")
    return {
        "code": particulars.document_code,
        "state": particulars.issuing_state,
        "number": number,
        "optional": optional,
        "optional_2": particulars.optional_2,
        "nationality": particulars.nationality,
        "birth": written_birth(particulars.birth_date),
        "expiry": particulars.expiry.strftime("%y%m%d") if particulars.expiry else "",
        "sex": particulars.sex,
        "names": written_names(particulars, names.width) if names else "",
        "surname": particulars.surname,
        "given_names": particulars.given_names,
        "office": particulars.office,
    }


def numbers(layout: Layout, number: str, optional: str) -> tuple[str, str]:
    """Return the document number and the optional field, into which a long number runs on."""
    if layout.overflow is None or not is_long(layout, number):
        return number, optional
    width, room = layout.fields["number"].width, layout.overflow.width - 1
    number = number[: width + room]
    return number[:width], f"{number[width:]}{check_digit(number)}{FILLER}{optional}"


def is_long(layout: Layout, number: str) -> bool:
    """Return True if a number runs on in another field."""
    return layout.overflow is not None and len(number) > layout.fields["number"].width


def written_birth(birth: PartialDate | None) -> str:
    """Return YYMMDD with fillers for unknown parts."""
    if birth is None:
        return ""
    year = None if birth.year is None else birth.year % 100
    return "".join(FILLER * 2 if part is None else f"{part:02d}" for part in (year, birth.month, birth.day))


def written_names(particulars: Particulars, width: int) -> str:
    """Return both names, a long surname cut so that the given names begin at least."""
    given = particulars.given_names
    surname = particulars.surname[: width - 3] if given else particulars.surname
    return f"{surname}{FILLER * 2}{given}" if given else surname


def write(lines: list[list[str]], layout: Layout, name: str, text: str) -> None:
    """Write a field, cut or filled up to its width."""
    span = layout.fields[name]
    lines[span.line][span.start : span.end] = text[: span.width].ljust(span.width, FILLER)


def sign(lines: list[list[str]], group: CheckGroup) -> None:
    """Write a check digit in its place."""
    digit = check_digit(group.protected(joined(lines)))
    lines[group.digit.line][group.digit.start] = str(digit)


def joined(lines: list[list[str]]) -> tuple[str, ...]:
    """Return the lines as text."""
    return tuple("".join(line) for line in lines)
