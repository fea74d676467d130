"""What a format knows before it is read: which characters may stand where, and which states exist."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from kiosk.reading.mrz.alphabet import ALPHABET
from kiosk.reading.mrz.layout import Layout
from kiosk.reading.mrz.states import ISO_STATES, OTHER_ISSUERS, SPECIMEN
from kiosk.reading.mrz_slots import Slots

FORBIDDEN = 0.0005
UNKNOWN_STATE = 0.002
DIGIT_IN_CODE = 0.05


def obey(posteriors: np.ndarray, allowed: Sequence[str]) -> np.ndarray:
    """Return (N, 37) posteriors under a grammar: what may not stand in a place is all but impossible.

    Where only the impossible was seen the result is honest about it: no character gets a high posterior.
    """
    even = evenly(tuple(allowed))
    legal = np.where(even > 0, posteriors, 0)
    seen = legal.sum(1, keepdims=True)
    shares = (legal + FORBIDDEN * even) / (seen + FORBIDDEN)
    # A place that showed a forbidden character keeps some of its doubt, spread over what is permitted.
    doubt = np.maximum(1 - seen, 0) * 0.25
    mixed: np.ndarray = shares * (1 - doubt) + even * doubt
    return mixed


@cache
def evenly(allowed: tuple[str, ...]) -> np.ndarray:
    """Return (N, 37) shares: those of each place alike for what may stand there, 0 for what may not."""
    may_stand = np.array([[character in characters for character in ALPHABET] for characters in allowed])
    shares: np.ndarray = may_stand / may_stand.sum(1, keepdims=True)
    return shares


def name_states(layout: Layout, slots: Sequence[Slots]) -> list[Slots]:
    """Return slots whose document and state codes lean to those that exist."""
    leaning = [prefer_letters(slots[0]), *slots[1:]]
    for name in ("state", "nationality"):
        if (span := layout.fields.get(name)) is not None:
            line = leaning[span.line]
            posteriors = line.posteriors.copy()
            posteriors[span.start : span.end] = lean(posteriors[span.start : span.end])
            leaning[span.line] = replace(line, posteriors=posteriors)
    return leaning


def prefer_letters(line: Slots) -> Slots:
    """Return a first line whose document code leans to letters: a digit is rare there, and no check covers it."""
    posteriors = line.posteriors.copy()
    posteriors[1, :10] *= DIGIT_IN_CODE
    posteriors[1] /= posteriors[1].sum()
    return replace(line, posteriors=posteriors)


def lean(posteriors: np.ndarray) -> np.ndarray:
    """Return (3, 37) posteriors weighed by which codes exist, each character summed over all codes."""
    codes = state_codes()
    known = np.prod(posteriors[np.arange(3), codes], axis=1)
    mixed = posteriors * UNKNOWN_STATE
    for place in range(3):
        np.add.at(mixed[place], codes[:, place], known * (1 - UNKNOWN_STATE))
    weighed: np.ndarray = mixed / mixed.sum(1, keepdims=True)
    return weighed


@cache
def state_codes() -> np.ndarray:
    """Return every state's code as (codes, 3) places in the alphabet."""
    codes = ISO_STATES | OTHER_ISSUERS | {SPECIMEN}
    return np.array([[ALPHABET.index(c) for c in code.ljust(3, "<")] for code in sorted(codes)])
