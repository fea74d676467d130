"""Fit a line's characters to the evenly spaced places that print puts them in.

A lost character leaves a hole in the grid, an invented one stands between two places: both are mended, by
geometry, not by guessing from the text.
"""

import numpy as np

from kiosk.reading.mrz_slots import BLANK, FLOOR, Slots, gaps_of

REACH = 3


def count_places(slots: Slots) -> int:
    """Return how many characters the line has from its first to its last, holes counted, inventions not."""
    if len(slots.places) < 3:
        return len(slots.places)
    return int(number_places(slots)[-1]) + 1


def number_places(slots: Slots) -> np.ndarray:
    """Return each slot's number on the grid, (N,) int64 from 0; two slots may get one number."""
    numbers = np.zeros(len(slots.places), np.int64)
    np.cumsum(np.rint(gaps_of(slots.places) / slots.pitch), out=numbers[1:], dtype=np.int64)
    return numbers


def fit_grid(chances: np.ndarray, slots: Slots, count: int) -> Slots | None:
    """Return exactly `count` slots on an even grid, or None if the line shows nothing like it.

    chances: (38, T) probabilities. Perspective lets the pitch change a little along the line.
    """
    if len(slots.places) < max(6, count // 3):
        return None
    numbers = number_places(slots)
    if abs(int(numbers[-1]) + 1 - count) > 6:
        return None
    curve = fit_curve(numbers, slots)
    ink = 1 - chances[BLANK]
    spare = int(numbers[-1]) + 1 - count
    starts = range(min(0, spare) - 1, max(0, spare) + 2)
    places = max(
        (np.polyval(curve, np.arange(first, first + count)) for first in starts),
        key=lambda some: ink_along(ink, some),
    )
    return Slots(places, read_at(chances, places, slots))


def fit_curve(numbers: np.ndarray, slots: Slots) -> np.ndarray:
    """Return a robust quadratic (straight for short lines) from grid number to place."""
    weights = slots.posteriors.max(1)
    degree = 2 if len(numbers) > 12 else 1
    curve = np.polyfit(numbers, slots.places, degree, w=weights)
    for _ in range(2):
        misses = np.abs(np.polyval(curve, numbers) - slots.places)
        near = misses < max(0.7, 2.5 * float(np.median(misses)))
        if near.sum() < 6:
            break
        curve = np.polyfit(numbers[near], slots.places[near], degree, w=weights[near])
    return curve


def ink_along(ink: np.ndarray, places: np.ndarray) -> float:
    """Return how well places lie on ink and the middles between them, and the ends, on none."""
    steps = np.arange(len(ink))
    middles = np.concatenate(
        [
            [1.5 * places[0] - 0.5 * places[1]],
            (places[1:] + places[:-1]) / 2,
            [1.5 * places[-1] - 0.5 * places[-2]],
        ]
    )
    beyond = np.array([2 * places[0] - places[1], 2 * places[-1] - places[-2]])
    on, between, outside = (np.interp(at, steps, ink, 0.0, 0.0).sum() for at in (places, middles, beyond))
    return float(on - 0.8 * between - 0.5 * outside)


def read_at(chances: np.ndarray, places: np.ndarray, slots: Slots) -> np.ndarray:
    """Return (N, 37) posteriors at places: what was seen there, or else whatever the steps around say."""
    pitch = float(np.mean(np.diff(places)))
    posteriors = np.empty((len(places), BLANK))
    steps = np.arange(chances.shape[1])
    for number, place in enumerate(places):
        near = np.flatnonzero(np.abs(slots.places - place) < 0.45 * pitch)
        if len(near):
            posteriors[number] = slots.posteriors[near[np.abs(slots.places[near] - place).argmin()]]
            continue
        window = chances[:BLANK, np.abs(steps - place) < 0.5 * pitch]
        mass = window.sum(1) + FLOOR
        mass[-1] += FLOOR  # the faintest character is the filler
        posteriors[number] = mass / mass.sum()
    return posteriors
