"""The seven formats that are recognised, column by column.

Source: ICAO Doc 9303-4 to -7. The old French card and the French driving licence are national.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.reading.document import DocumentFormat, Field
from kiosk.reading.mrz.alphabet import ALPHABET, DIGITS, FILLER, LETTERS
from kiosk.reading.mrz.layout import CheckGroup, Layout, Span, layout

ANY = ALPHABET
NAME = LETTERS + FILLER
DATE = DIGITS + FILLER  # unknown parts of a date are fillers
NUMBER_CHECK = DIGITS + FILLER  # a filler where a long number runs on
SEX = "FMX" + FILLER


def at(line: int, first: int, last: int) -> Span:
    """Return a span; lines count from 0, columns from 1 and both included, as the standards count them."""
    return Span(line, first - 1, last)


# The second character of a code may be a digit (D1), and a state's codes are letters. A nationality is not
# taken for letters: there are cards in circulation that write a digit there (R0U).
OPENING = {"code": (at(0, 1, 2), ANY), "code_letter": (at(0, 1, 1), LETTERS), "state": (at(0, 3, 5), NAME)}

SECOND_LINE = {
    "number": (at(1, 1, 9), ANY),
    "number_check": (at(1, 10, 10), NUMBER_CHECK),
    "nationality": (at(1, 11, 13), ANY),
    "birth": (at(1, 14, 19), DATE),
    "birth_check": (at(1, 20, 20), DIGITS),
    "sex": (at(1, 21, 21), SEX),
    "expiry": (at(1, 22, 27), DATE),
    "expiry_check": (at(1, 28, 28), DIGITS),
}
SECOND_LINE_CHECKS = (
    CheckGroup(Field.NUMBER, (at(1, 1, 9),), at(1, 10, 10)),
    CheckGroup(Field.BIRTH, (at(1, 14, 19),), at(1, 20, 20)),
    CheckGroup(Field.EXPIRY, (at(1, 22, 27),), at(1, 28, 28)),
)

TD1 = layout(
    DocumentFormat.TD1,
    (3, 30),
    OPENING
    | {
        "number": (at(0, 6, 14), ANY),
        "number_check": (at(0, 15, 15), NUMBER_CHECK),
        "optional": (at(0, 16, 30), ANY),
        "birth": (at(1, 1, 6), DATE),
        "birth_check": (at(1, 7, 7), DIGITS),
        "sex": (at(1, 8, 8), SEX),
        "expiry": (at(1, 9, 14), DATE),
        "expiry_check": (at(1, 15, 15), DIGITS),
        "nationality": (at(1, 16, 18), ANY),
        "optional_2": (at(1, 19, 29), ANY),
        "composite_check": (at(1, 30, 30), DIGITS),
        "names": (at(2, 1, 30), NAME),
    },
    (
        CheckGroup(Field.NUMBER, (at(0, 6, 14),), at(0, 15, 15)),
        CheckGroup(Field.BIRTH, (at(1, 1, 6),), at(1, 7, 7)),
        CheckGroup(Field.EXPIRY, (at(1, 9, 14),), at(1, 15, 15)),
        CheckGroup(Field.COMPOSITE, (at(0, 6, 30), at(1, 1, 7), at(1, 9, 15), at(1, 19, 29)), at(1, 30, 30)),
    ),
    overflow=at(0, 16, 30),
)

TD2 = layout(
    DocumentFormat.TD2,
    (2, 36),
    OPENING
    | SECOND_LINE
    | {
        "names": (at(0, 6, 36), NAME),
        "optional": (at(1, 29, 35), ANY),
        "composite_check": (at(1, 36, 36), DIGITS),
    },
    (
        *SECOND_LINE_CHECKS,
        CheckGroup(Field.COMPOSITE, (at(1, 1, 10), at(1, 14, 20), at(1, 22, 35)), at(1, 36, 36)),
    ),
    overflow=at(1, 29, 35),
)

TD3 = layout(
    DocumentFormat.TD3,
    (2, 44),
    OPENING
    | SECOND_LINE
    | {
        "names": (at(0, 6, 44), NAME),
        "number_check": (at(1, 10, 10), DIGITS),
        "optional": (at(1, 29, 42), ANY),
        "optional_check": (at(1, 43, 43), DIGITS + FILLER),
        "composite_check": (at(1, 44, 44), DIGITS),
    },
    (
        *SECOND_LINE_CHECKS,
        CheckGroup(Field.OPTIONAL, (at(1, 29, 42),), at(1, 43, 43), may_be_filler=True),
        CheckGroup(Field.COMPOSITE, (at(1, 1, 10), at(1, 14, 20), at(1, 22, 43)), at(1, 44, 44)),
    ),
)

MRVA = layout(
    DocumentFormat.MRVA,
    (2, 44),
    OPENING | SECOND_LINE | {"names": (at(0, 6, 44), NAME), "optional": (at(1, 29, 44), ANY)},
    SECOND_LINE_CHECKS,
)

MRVB = layout(
    DocumentFormat.MRVB,
    (2, 36),
    OPENING | SECOND_LINE | {"names": (at(0, 6, 36), NAME), "optional": (at(1, 29, 36), ANY)},
    SECOND_LINE_CHECKS,
)

FRA = layout(
    DocumentFormat.FRA,
    (2, 36),
    OPENING
    | {
        "surname": (at(0, 6, 30), NAME),
        "office": (at(0, 31, 36), ANY),
        "number": (at(1, 1, 12), ANY),
        "issued": (at(1, 1, 4), DIGITS),
        "department": (at(1, 5, 7), DIGITS + LETTERS),
        "serial": (at(1, 8, 12), DIGITS),
        "number_check": (at(1, 13, 13), DIGITS),
        "given_names": (at(1, 14, 27), NAME),
        "birth": (at(1, 28, 33), DATE),
        "birth_check": (at(1, 34, 34), DIGITS),
        "sex": (at(1, 35, 35), SEX),
        "composite_check": (at(1, 36, 36), DIGITS),
    },
    (
        CheckGroup(Field.NUMBER, (at(1, 1, 12),), at(1, 13, 13)),
        CheckGroup(Field.BIRTH, (at(1, 28, 33),), at(1, 34, 34)),
        CheckGroup(Field.COMPOSITE, (at(0, 1, 36), at(1, 1, 35)), at(1, 36, 36)),
    ),
)

LICENCE = layout(
    DocumentFormat.LICENCE,
    (1, 30),
    OPENING
    | {
        "number": (at(0, 6, 14), ANY),
        "number_check": (at(0, 15, 15), DIGITS),
        "expiry": (at(0, 16, 21), DATE),
        "surname": (at(0, 22, 29), NAME),
        "composite_check": (at(0, 30, 30), DIGITS),
    },
    (
        CheckGroup(Field.NUMBER, (at(0, 1, 14),), at(0, 15, 15)),
        CheckGroup(Field.COMPOSITE, (at(0, 1, 29),), at(0, 30, 30)),
    ),
)

LAYOUTS: Mapping[DocumentFormat, Layout] = MappingProxyType(
    {form.format: form for form in (TD1, TD2, TD3, FRA, MRVA, MRVB, LICENCE)}
)
