"""What a layout is: where fields stand, what may stand there, and what each check digit protects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from kiosk.reading.document import DocumentFormat, Field
from kiosk.reading.mrz.alphabet import ALPHABET, FILLER


@dataclass(frozen=True, slots=True)
class Span:
    """Columns start to end (excluded) of one line, from 0."""

    line: int
    start: int
    end: int

    @property
    def width(self) -> int:
        return self.end - self.start

    def of(self, lines: Sequence[str]) -> str:
        """Return the characters that stand there."""
        return lines[self.line][self.start : self.end]


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """A check digit: the spans it protects, in order, and the one column where it stands."""

    field: Field
    protects: tuple[Span, ...]
    digit: Span
    may_be_filler: bool = False  # when all that it protects is fillers

    def protected(self, lines: Sequence[str]) -> str:
        """Return the string that the digit is computed over."""
        return "".join(span.of(lines) for span in self.protects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One format.

    fields: spans by name. allowed: per line, per column, the characters that may stand there.
    overflow: where a document number longer than nine characters runs on.
    """

    format: DocumentFormat
    line_count: int
    line_length: int
    fields: Mapping[str, Span]
    allowed: tuple[tuple[str, ...], ...]
    checks: tuple[CheckGroup, ...]
    overflow: Span | None = None

    def fits(self, lines: Sequence[str]) -> bool:
        """Return True if the lines have this format's number and length."""
        return len(lines) == self.line_count and all(len(line) == self.line_length for line in lines)

    def check_groups(self, lines: Sequence[str]) -> tuple[CheckGroup, ...]:
        """Return the check digits of these lines: a long document number moves its own.

        The filler in the usual place is not part of what a long number's digit is computed over.
        Source: ICAO Doc 9303-5, note j; the Belgian card is the case that tells.
        """
        tail = long_number_tail(self, lines)
        if tail is None:
            return self.checks
        rest, digit = replace(tail, end=tail.end - 1), replace(tail, start=tail.end - 1)
        number = CheckGroup(Field.NUMBER, (self.fields["number"], rest), digit)
        return tuple(number if group.field is Field.NUMBER else group for group in self.checks)


def long_number_tail(layout: Layout, lines: Sequence[str]) -> Span | None:
    """Return where a long document number runs on, its check digit included, or None."""
    room = layout.overflow
    if room is None or layout.fields["number_check"].of(lines) != FILLER:
        return None
    if layout.fields["number"].of(lines).endswith(FILLER):
        return None
    tail = room.of(lines).split(FILLER, 1)[0]
    return replace(room, end=room.start + len(tail)) if len(tail) > 1 else None


def layout(
    form: DocumentFormat,
    size: tuple[int, int],
    fields: Mapping[str, tuple[Span, str]],
    checks: tuple[CheckGroup, ...],
    overflow: Span | None = None,
) -> Layout:
    """Return a layout from its fields, each with the characters that may stand in it."""
    allowed = [[ALPHABET] * size[1] for _ in range(size[0])]
    for span, characters in fields.values():
        allowed[span.line][span.start : span.end] = [characters] * span.width
    return Layout(
        format=form,
        line_count=size[0],
        line_length=size[1],
        fields=MappingProxyType({name: span for name, (span, _) in fields.items()}),
        allowed=tuple(tuple(line) for line in allowed),
        checks=checks,
        overflow=overflow,
    )
