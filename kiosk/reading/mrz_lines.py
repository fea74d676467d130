"""What the reader network says of text lines, in the direction in which they make sense."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kiosk.reading.mrz_grid import count_places
from kiosk.reading.mrz_network import Network
from kiosk.reading.mrz_slots import Slots, find_slots, probabilities
from kiosk.reading.mrz_strips import PITCH_PX, STRIP_ROWS, TextLine, cut_line, level

LENGTHS = (30, 36, 44)
FEWEST_PLACES = 15
MARGIN_PX = 60
STRIDE = 4
LEAST_SENSE = 0.45
LEAST_IN_MIDDLE = 0.7  # of 386 frames read rightly none had less than 0.86; of other print three in four do
PLAIN_SENSE = 0.92


@dataclass(frozen=True, slots=True, eq=False)
class ReadLine:
    """A line and what the network says of it.

    chances: (38, T) probabilities. slots: the characters found. count: characters from first to last, holes too.
    """

    line: TextLine
    chances: np.ndarray
    slots: Slots
    count: int

    @property
    def sense(self) -> float:
        """Return how much this looks like a line of a zone read the right way round, at most 1."""
        if self.count < FEWEST_PLACES:
            return 0.0
        return self.slots.certainty - 0.02 * min(abs(self.count - length) for length in LENGTHS)


def read_lines(
    gray: np.ndarray, lines: Sequence[TextLine], expected: int, network: Network
) -> list[ReadLine]:
    """Read lines as they are given, with about `expected` characters each."""
    scores = run(gray, lines, expected, network)
    return [read_line(line, rows) for line, rows in zip(lines, scores, strict=True)]


def read_both_ways(
    gray: np.ndarray, lines: Sequence[TextLine], expected: int, network: Network
) -> list[ReadLine] | None:
    """Read lines in the direction in which they make more sense, or return None if they make none.

    The middle one tells the direction, and whether the others are worth reading: strangers stand outside. A single
    line is read both ways: a licence's strokes don't tell, for it has hardly a filler.
    """
    turned = [line.turned() for line in reversed(lines)]
    middle = len(lines) // 2
    (ahead,) = read_lines(gray, [lines[middle]], expected, network)
    forwards: list[ReadLine] = []
    if ahead.sense > PLAIN_SENSE and len(lines) > 1:
        forwards = read_others(gray, lines, middle, ahead, expected, network)
        if sense_of(forwards) > PLAIN_SENSE:
            return forwards
    (behind,) = read_lines(gray, [lines[middle].turned()], expected, network)
    if max(ahead.sense, behind.sense) < LEAST_IN_MIDDLE:
        return None
    if behind.sense > ahead.sense:
        best = read_others(gray, turned, len(lines) - 1 - middle, behind, expected, network)
    else:
        best = forwards or read_others(gray, lines, middle, ahead, expected, network)
    return best if sense_of(best) > LEAST_SENSE else None


def read_others(
    gray: np.ndarray, lines: Sequence[TextLine], place: int, known: ReadLine, expected: int, network: Network
) -> list[ReadLine]:
    """Return all lines read, of which the one in a place has been."""
    before = read_lines(gray, lines[:place], expected, network)
    return [*before, known, *read_lines(gray, lines[place + 1 :], expected, network)]


def sense_of(block: Sequence[ReadLine]) -> float:
    """Return how much sense the lines of a block make, at most 1."""
    return float(np.mean([line.sense for line in block]))


def read_line(line: TextLine, scores: np.ndarray) -> ReadLine:
    """Return what (38, T) scores say of a line."""
    chances = probabilities(scores)
    found = find_slots(chances)
    return ReadLine(line, chances, found, count_places(found))


def run(gray: np.ndarray, lines: Sequence[TextLine], expected: int, network: Network) -> np.ndarray:
    """Return the network's (lines, 38, T) scores of lines with about `expected` characters each."""
    columns = columns_for(expected)
    strips = np.empty((len(lines), 1, STRIP_ROWS, columns), np.float32)
    for strip, line in zip(strips, lines, strict=True):
        strip[0] = level(cut_line(gray, line, expected, columns))
    return network.run(strips) if lines else np.empty((0, 38, columns // STRIDE), np.float32)


def columns_for(expected: int) -> int:
    """Return how wide a strip must be, a multiple of the network's stride."""
    return -(-int(expected * PITCH_PX + 2 * MARGIN_PX) // 32) * 32
