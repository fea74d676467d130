"""Find a machine-readable zone among lines: they are long, parallel, of one length, one above the other."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from kiosk.reading.mrz_strips import TextLine

MOST_LINES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A line that may be part of a zone, and how sure its finder is, 0 to 1."""

    line: TextLine
    score: float


def group(candidates: list[Candidate]) -> list[TextLine]:
    """Return the lines of the best zone, top first (or last, if it stands on its head); empty if there is none."""
    return two_blocks(candidates)[0]


def two_blocks(candidates: list[Candidate]) -> tuple[list[TextLine], list[TextLine]]:
    """Return the lines of the best zone, and of the best one that the other lines make."""
    one_way = [Candidate(alike(candidates[0].line, some.line), some.score) for some in candidates]
    best = best_zone(one_way)
    second = best_zone([some for some in one_way if some not in best])
    return [some.line for some in best], [some.line for some in second]


def best_zone(candidates: list[Candidate]) -> list[Candidate]:
    """Return those that make the heaviest zone."""
    return max((companions(seed, candidates) for seed in candidates), key=weight, default=[])


def alike(line: TextLine, other: TextLine) -> TextLine:
    """Return a line read the same way as another: a finder can't tell which end of an upright line is first."""
    return other if float(line.along @ other.along) > 0 else other.turned()


def weight(zone: list[Candidate]) -> float:
    """Return how much text a zone holds, doubtful text counting less."""
    return sum(candidate.line.length * candidate.score for candidate in zone)


def companions(seed: Candidate, candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates that could stand in one zone with a line, itself included, sorted downwards."""
    near = [other for other in candidates if belongs(seed.line, other.line)]
    near.sort(key=lambda other: offset(seed.line, other.line))
    if len(near) <= MOST_LINES:
        return near
    return max((list(some) for some in combinations(near[:6], MOST_LINES)), key=evenness)


def evenness(zone: list[Candidate]) -> float:
    """Return a score that is high for heavy zones of equally spaced lines of one length."""
    tops = [offset(zone[0].line, other.line) for other in zone]
    lengths = [other.line.length for other in zone]
    uneven = abs(tops[2] - 2 * tops[1]) / max(abs(tops[2]), 1e-6) + np.ptp(lengths) / max(lengths)
    return weight(zone) * (1 - min(0.9, float(uneven)))


def belongs(line: TextLine, other: TextLine) -> bool:
    """Say whether two lines are parallel, alike in length, side by side and near."""
    if abs(float(line.along @ other.down)) > 0.10:
        return False
    if not 0.70 < other.length / line.length < 1.43:
        return False
    ends = sorted(float((end - line.start) @ line.along) for end in (other.start, other.end))
    overlap = min(ends[1], line.length) - max(ends[0], 0.0)
    return overlap > 0.68 * line.length and abs(offset(line, other)) < 0.30 * line.length


def offset(line: TextLine, other: TextLine) -> float:
    """Return how far below a line another one runs, in frame pixels."""
    return float(((other.start + other.end) / 2 - (line.start + line.end) / 2) @ line.down)
