"""From the reader network's scores to slots: where each character of a line stands and what it may be."""

from dataclasses import dataclass

import numpy as np

BLANK = 37
NEAR = 0.58
USUAL_PITCH = 3.25
FAR = 2.4
FEW = 2
FLOOR = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Slots:
    """The characters of one line.

    places: (N,) float64 steps of the network's output, ascending. posteriors: (N, 37) float64, rows sum to 1.
    """

    places: np.ndarray
    posteriors: np.ndarray

    @property
    def pitch(self) -> float:
        """Return the usual distance of two neighbours, in steps."""
        return USUAL_PITCH if len(self.places) < 3 else middle_of(gaps_of(self.places))

    @property
    def certainty(self) -> float:
        """Return the mean of the characters' highest posteriors, 0 for an empty line."""
        return float(self.posteriors.max(1).mean()) if len(self.places) else 0.0

    @property
    def is_regular(self) -> bool:
        """Say whether no two neighbours are much nearer or farther than the others."""
        gaps, pitch = gaps_of(self.places), self.pitch
        return bool(len(gaps) and gaps.min() > 0.62 * pitch and gaps.max() < 1.45 * pitch)


def gaps_of(places: np.ndarray) -> np.ndarray:
    """Return the distance of each place from the one before."""
    gaps: np.ndarray = places[1:] - places[:-1]
    return gaps


def middle_of(values: np.ndarray) -> float:
    """Return the median of (N,) numbers; np.median takes ten times as long for a line's few."""
    ordered = np.sort(values)
    half = len(ordered) // 2
    return float(ordered[half]) if len(ordered) % 2 else float((ordered[half - 1] + ordered[half]) / 2)


def probabilities(scores: np.ndarray) -> np.ndarray:
    """Return (38, T) softmax probabilities of (38, T) scores."""
    raised = np.exp(scores.astype(np.float64) - scores.max(0))
    chances: np.ndarray = raised / raised.sum(0)
    return chances


def find_slots(chances: np.ndarray) -> Slots:
    """Return a slot for every place where a character is likelier than none; twins are made one."""
    places, masses = find_peaks(chances)
    if len(places) > 2:
        places, masses = unite_twins(places, masses)
        kept = main_part(places)
        places, masses = places[kept], masses[kept]
    totals = masses.sum(1, keepdims=True)
    return Slots(places, masses / np.maximum(totals, FLOOR))


def main_part(places: np.ndarray) -> slice:
    """Return the places without one or two far out at an end: the paper's edge, a desk's grain."""
    gaps = gaps_of(places)
    far = np.flatnonzero(gaps > FAR * middle_of(gaps))
    first = max((gap + 1 for gap in far if gap < FEW), default=0)
    last = min((gap + 1 for gap in far if gap >= len(places) - 1 - FEW), default=len(places))
    return slice(first, last)


def find_peaks(chances: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return places (N,) and unnormalised masses (N, 37) of every run of steps with one winner."""
    winners = chances.argmax(0)
    starts = np.concatenate([[0], np.flatnonzero(np.diff(winners)) + 1])
    heights = chances[winners, np.arange(len(winners))]
    centres = np.add.reduceat(heights * np.arange(len(winners)), starts) / np.add.reduceat(heights, starts)
    masses = np.add.reduceat(chances[:BLANK], starts, axis=1).T
    seen = winners[starts] != BLANK
    return centres[seen], masses[seen]


def unite_twins(places: np.ndarray, masses: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Join neighbours that are too near to be two characters: two opinions about one."""
    gaps = gaps_of(places)
    pitch = middle_of(gaps[gaps > 1.9]) if (gaps > 1.9).any() else USUAL_PITCH
    if gaps.min() >= NEAR * pitch:
        return places, masses
    joined_places, joined_masses = [float(places[0])], [masses[0]]
    for place, mass in zip(places[1:].tolist(), masses[1:], strict=True):
        if place - joined_places[-1] < NEAR * pitch:
            total = joined_masses[-1] + mass
            share = mass.sum() / total.sum()
            joined_places[-1] += (place - joined_places[-1]) * share
            joined_masses[-1] = total
        else:
            joined_places.append(place)
            joined_masses.append(mass)
    return np.array(joined_places), np.array(joined_masses)
