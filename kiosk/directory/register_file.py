"""Read a student register from a CSV file: every line is taken in or rejected with its reason."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.directory.register_columns import NEEDED, column_named
from kiosk.directory.register_row import Rejection, clean
from kiosk.directory.register_text import read_text
from kiosk.errors import Refused

SEPARATORS = ",;\t"
LINE_END = re.compile(r"\r\n|\n|\r")
LONGEST_LINE = 16_384  # characters


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """line: counted from 1, the heading's. Nothing of what the line holds."""

    line: int
    code: Rejection

    @property
    def sentence(self) -> str:
        return self.code.sentence

    def __str__(self) -> str:
        return f"line {self.line}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """rows: one dict a student, with every column. ignored: headings that name no column."""

    rows: tuple[dict[str, str], ...] = field(repr=False)
    rejected: tuple[RejectedLine, ...]
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Heading:
    separator: str
    names: tuple[str, ...]

    @property
    def columns(self) -> tuple[str | None, ...]:
        return tuple(column_named(name) for name in self.names)


def read_register(path: Path) -> RegisterFile:
    """Read a UTF-8 file with one line a student below a line of headings.

    Each line stands alone, so that a quotation mark left open costs one student, not all who follow.
    Raises NotFound, and Refused when the file as a whole can't be used.
    """
    lines = _lines(read_text(path))
    heading = _heading(lines)
    rows: dict[str, dict[str, str]] = {}
    rejected = []
    for number, line in lines:
        row = _row(heading, line)
        if isinstance(row, dict) and row["number"] in rows:
            row = Rejection.NUMBER_TWICE
        if isinstance(row, dict):
            rows[row["number"]] = row
        elif row is not None:
            rejected.append(RejectedLine(number, row))
    _require_rows(rows, rejected)
    ignored = (name for name in heading.names if name and column_named(name) is None)
    return RegisterFile(tuple(rows.values()), tuple(rejected), tuple(ignored))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(LINE_END.split(text), 1) if line.strip())


def _heading(lines: Iterator[tuple[int, str]]) -> _Heading:
    """Take the first line; its separator is the one that makes most columns known."""
    _, line = next(lines, (0, ""))
    if not line:
        raise Refused("The file is empty: export the register again.", "empty_file")
    readings = [_Heading(separator, tuple(_fields(line, separator) or ())) for separator in SEPARATORS]
    heading = max(readings, key=lambda reading: len(set(reading.columns) - {None}))
    known = [column for column in heading.columns if column]
    if not set(NEEDED) <= set(known):
        raise Refused(
            "The first line must name the columns, number and surname (numero, nom) among them, "
            "separated by commas, semicolons or tabs.",
            "no_heading",
        )
    if len(known) != len(set(known)):
        raise Refused("Two headings of the first line name the same column: delete one.", "heading_twice")
    return heading


def _row(heading: _Heading, line: str) -> dict[str, str] | Rejection | None:
    """Return the line's values, why it is rejected, or None if all its fields are empty."""
    if len(line) > LONGEST_LINE:
        return Rejection.TOO_LONG
    fields = _fields(line, heading.separator)
    if fields is None:
        return Rejection.QUOTES
    if not any(value.strip() for value in fields):
        return None
    if len(fields) != len(heading.names):
        return Rejection.COLUMN_COUNT
    return clean({column: value for column, value in zip(heading.columns, fields, strict=True) if column})


def _fields(line: str, separator: str) -> list[str] | None:
    """Return the line's fields, or None if its quotation marks don't pair up."""
    try:
        return next(csv.reader([line], delimiter=separator, strict=True))
    except csv.Error:
        return None


def _require_rows(rows: dict[str, dict[str, str]], rejected: list[RejectedLine]) -> None:
    """An empty register would turn everyone away."""
    if not rows:
        first = f" ({rejected[0]})" if rejected else ""
        raise Refused(
            f"The file has no line that can be taken in{first}: nothing was changed.", "no_good_line"
        )
