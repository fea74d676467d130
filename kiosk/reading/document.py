"""What an identity document's machine-readable zone says, as facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.reading.partial_date import PartialDate


class DocumentFormat(StrEnum):
    """The layouts that are recognised. Source: ICAO Doc 9303-4 to -7; the old French card is national."""

    TD1 = "TD1"
    TD2 = "TD2"
    TD3 = "TD3"
    FRA = "FRA"  # French national identity card of 1988 to 2021, two lines of 36
    MRVA = "MRVA"
    MRVB = "MRVB"
    LICENCE = "LICENCE"  # French driving licence, one line of 30


class Field(StrEnum):
    """What a check digit protects."""

    NUMBER = "number"
    BIRTH = "birth"
    EXPIRY = "expiry"
    OPTIONAL = "optional"
    COMPOSITE = "composite"


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """The facts of one machine-readable zone. It lives in memory only and is never logged or stored.

    surname, given_names: as the zone writes them, "<" kept between the parts ("LE<GOFF"), fillers cut off.
    surname_cut, given_names_cut: the name field is full, so the name may have been truncated.
    issued: (year, month), old French card only. expiry: None where the format has none or it can't be a date.
    checks: outcome per check digit that the format has. confidence: 0 to 1, lowest of what no digit covers.
    valid: every check digit holds, and confidence is above the reader's threshold.
    nationality: tells a residence permit from an identity card, nothing else; "" where the format has none.
    """

    format: DocumentFormat
    lines: tuple[str, ...] = field(repr=False)
    checks: Mapping[Field, bool]
    valid: bool
    document_code: str
    issuing_state: str
    number: str = field(repr=False)
    surname: str = field(repr=False)
    given_names: str = field(repr=False)
    birth_date: PartialDate | None = field(repr=False)
    expiry: date | None = None
    issued: tuple[int, int] | None = None
    surname_cut: bool = False
    given_names_cut: bool = False
    confidence: float = 1.0
    nationality: str = field(repr=False, default="")
