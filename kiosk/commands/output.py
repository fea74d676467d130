"""How commands print: JSON for programs, aligned lines for people."""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime

from kiosk.errors import OutOfService

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]


def print_json(value: object) -> None:
    """Print one value as one line of JSON, at once; in ASCII where a letter would be lost otherwise."""
    line = json.dumps(value, ensure_ascii=False, default=str)
    _write((line if _is_printable(line) else json.dumps(value, default=str)) + "\n")


def print_lines(*lines: str) -> None:
    """Print sentences or rows; what the terminal has no letter for becomes a question mark."""
    text = "".join(line + "\n" for line in lines)
    _write(text if _is_printable(text) else text.encode(_encoding(), "replace").decode(_encoding()))


def abandon_output() -> None:
    """Let nothing more be written: whoever reads it is gone, or it takes nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon_output()
        raise OutOfService(f"The output can't be written: {error.strerror}.") from error


def _is_printable(text: str) -> bool:
    try:
        text.encode(_encoding())
    except UnicodeEncodeError:
        return False
    return True


def _encoding() -> str:
    return sys.stdout.encoding or "utf-8"


def print_table(rows: Sequence[Mapping[str, object]], nothing: str) -> None:
    """Print rows as aligned columns under their keys, or the sentence `nothing`."""
    if not rows:
        print_lines(nothing)
        return
    heads = list(rows[0])
    cells = [[_shown(row[head]) for head in heads] for row in rows]
    widths = [max(len(line[column]) for line in [heads, *cells]) for column in range(len(heads))]
    for line in [heads, *cells]:
        print_lines("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def moment(at: datetime | None) -> str | None:
    """Return a time as ISO 8601, UTC, seconds; None stays None."""
    return at.isoformat(timespec="seconds") if at else None


def _shown(value: object) -> str:
    if value is None:
        return "-"
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
