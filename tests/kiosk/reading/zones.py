"""Texts of zones as a reader hands them over, made up for a test."""

from dataclasses import dataclass, field

import numpy as np

from kiosk.reading.mrz.alphabet import ALPHABET
from tests.kiosk.reading.mrz.vectors import VECTORS

CORNERS = np.array([(100, 500), (1100, 500), (1100, 600), (100, 600)], np.float32)
PASSPORT = VECTORS["made_up_passport"].lines
OLD_CARD = VECTORS["made_up_old_card_minor"].lines
SPECIMEN = VECTORS["icao_passport"].lines


@dataclass(frozen=True)
class Text:
    """A zone's text."""

    lines: tuple[str, ...]
    posteriors: tuple[np.ndarray, ...]
    corners: np.ndarray = field(default_factory=CORNERS.copy)
    repaired: bool = False
    is_alone: bool = False


def zone(lines, *, sure=0.99, doubts=None, repaired=False, corners=CORNERS):
    """Return lines read with one certainty; doubts: {(line, column): (rival, the rival's probability)}."""
    posteriors = [np.full((len(line), 37), (1 - sure) / 36, np.float32) for line in lines]
    for row, line in enumerate(lines):
        posteriors[row][np.arange(len(line)), [ALPHABET.index(character) for character in line]] = sure
    for (row, column), (rival, chance) in (doubts or {}).items():
        posteriors[row][column] = (1 - chance - 0.0001) * (
            np.arange(37) == ALPHABET.index(lines[row][column])
        )
        posteriors[row][column] += 0.0001 / 37
        posteriors[row][column, ALPHABET.index(rival)] += chance
    return Text(tuple(lines), tuple(posteriors), corners, repaired)


def misread(lines, row, column, character):
    """Return lines with another character in one place."""
    line = lines[row]
    return (*lines[:row], line[:column] + character + line[column + 1 :], *lines[row + 1 :])
