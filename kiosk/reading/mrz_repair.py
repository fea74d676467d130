"""One doubtful character exchanged for another so that more check digits hold. Names are never touched.

Two exchanges once "validated" an upside-down reading, so one is the most; and what was repaired says so. Where a
document was printed with a wrong check digit, its other ones tell a doubtful character all the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kiosk.reading.document import DocumentFormat
from kiosk.reading.mrz.alphabet import ALPHABET
from kiosk.reading.mrz.checks import check_all
from kiosk.reading.mrz.layout import Layout, Span
from kiosk.reading.mrz_decode import Decoded
from kiosk.reading.mrz_slots import Slots

LEAST_SHARE = 0.02
CLEAR_LEAD = 4.0
LEAST_ODDS = 0.2  # where a check digit fails all the same: one in ten holds by chance
LEAST_CERTAINTY = 0.93


@dataclass(frozen=True, slots=True)
class Exchange:
    """One character put in another's place; odds: how likely against what was read, 0 to 1."""

    line: int
    column: int
    character: str
    odds: float

    def applied(self, lines: Sequence[str]) -> tuple[str, ...]:
        """Return the lines with the exchange made."""
        changed = list(lines)
        line = changed[self.line]
        changed[self.line] = line[: self.column] + self.character + line[self.column + 1 :]
        return tuple(changed)


def repair(decoded: Decoded) -> Decoded:
    """Return the decoding after the one exchange that mends most, or the same if none is clearly best."""
    if decoded.holds or decoded.certainty < LEAST_CERTAINTY:
        return decoded
    before = failures(decoded.layout, decoded.lines)
    left = {
        exchange: failures(decoded.layout, exchange.applied(decoded.lines))
        for exchange in possible_exchanges(decoded)
    }
    fewest = min(left.values(), default=before)
    if fewest >= before:
        return decoded
    best, *others = sorted((some for some in left if left[some] == fewest), key=lambda some: -some.odds)
    if (fewest and best.odds < LEAST_ODDS) or (others and best.odds < CLEAR_LEAD * others[0].odds):
        return decoded
    return replace(decoded, lines=best.applied(decoded.lines), holds=not fewest, repaired=True)


def failures(layout: Layout, lines: Sequence[str]) -> int:
    """Return how many check digits don't hold."""
    return sum(not holds for holds in check_all(layout, lines).values())


def possible_exchanges(decoded: Decoded) -> Iterator[Exchange]:
    """Yield the second thoughts about every character that a check digit covers."""
    for line, column in covered(decoded.layout, decoded.lines):
        yield from second_thoughts(decoded.slots[line], decoded.lines[line][column], line, column)


def second_thoughts(slots: Slots, read: str, line: int, column: int) -> Iterator[Exchange]:
    """Yield the other characters that one place may show."""
    shares = slots.posteriors[column]
    best = shares[ALPHABET.index(read)]
    for place in shares.argsort()[-3:]:
        if ALPHABET[place] != read and shares[place] > LEAST_SHARE * best:
            yield Exchange(line, column, ALPHABET[place], float(shares[place] / best))


def covered(layout: Layout, lines: Sequence[str]) -> set[tuple[int, int]]:
    """Return the (line, column) pairs that a check digit covers and that are no name."""
    spans: list[Span] = []
    for group in layout.check_groups(lines):
        spans += [*group.protects, group.digit]
    places = {(span.line, column) for span in spans for column in range(span.start, span.end)}
    if layout.format is DocumentFormat.FRA:
        names = [layout.fields[name] for name in ("surname", "given_names", "office", "code", "state")]
        places -= {(span.line, column) for span in names for column in range(span.start, span.end)}
    return places
