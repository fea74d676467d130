"""How far a reading can be trusted beyond its check digits.

A check digit doesn't cover names, states, document codes, sex; nor does it tell characters apart that count
the same modulo ten: 6 from G, 8 from S or I, 0 from A, 1 from B or L. And it settles one doubt, not two: of
two wrong characters one pair in ten passes.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from kiosk.reading.mrz.alphabet import ALPHABET, VALUES
from kiosk.reading.mrz.layout import Layout

# Calibrated on synthetic frames of packaging/mrz_model (reliability.py); the figures are in the model card. Of
# 10,800 new frames two were wrong at more than 0.97, at 0.976 and 0.984, in a letter that could hardly be seen. Frames
# of one showing share their faults, so that adding them up makes a wrong reading sure too: of 1,120 showings 4 were
# wrong at 0.92, 2 at 0.97, none where two views were nearly sure by themselves as well.
LEAST_VALID = 0.99
LEAST_FUSED = 0.97
LEAST_SEEN = 0.9


def confidence(layout: Layout, lines: Sequence[str], posteriors: Sequence[np.ndarray]) -> float:
    """Return how sure the least sure character is, 0 to 1; doubts that a check digit would catch don't count.

    posteriors: one (line_length, 37) array a line, columns in ALPHABET order, under the layout's grammar.
    """
    covered = covered_columns(layout, lines).ravel()
    places = np.array([ALPHABET.index(character) for character in "".join(lines)])
    shares = np.concatenate(posteriors)
    own = shares[np.arange(len(places)), places]
    rivals = np.where(covered[:, None], twins()[places], True)
    sure = own / np.maximum((shares * rivals).sum(1), 1e-9)
    return float(min(sure.min(), np.partition(own[covered], 1)[1]))


def covered_columns(layout: Layout, lines: Sequence[str]) -> np.ndarray:
    """Return (lines, columns) booleans: whether some check digit depends on the character there."""
    covered = np.zeros((layout.line_count, layout.line_length), bool)
    for group in layout.check_groups(lines):
        for span in (*group.protects, group.digit):
            covered[span.line, span.start : span.end] = True
    return covered


@cache
def twins() -> np.ndarray:
    """Return (37, 37) booleans: whether two characters count the same in a check digit."""
    values = np.array([VALUES[character] % 10 for character in ALPHABET])
    same: np.ndarray = values[:, None] == values[None]
    return same
