"""How commands print: JSON for programs, aligned lines for people."""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime

Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]


def print_json(value: object) -> None:
    """Print one value as one line of JSON, at once."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")
    sys.stdout.flush()


def print_lines(*lines: str) -> None:
    """Print sentences or rows."""
    sys.stdout.write("".join(line + "\n" for line in lines))
    sys.stdout.flush()


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
