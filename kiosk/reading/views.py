"""Several views of one zone put together, character by character."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from kiosk.reading.mrz.alphabet import ALPHABET
from kiosk.reading.zone_text import Posteriors, ZoneText

FLOOR = 1e-3  # no single view rules a character out
DEPENDENCE = 0.5  # frames of one camera share their faults: each further view counts half
LEAST_ALIKE = 0.7  # share of characters; two people's documents of one kind share fillers and little else


@dataclass(frozen=True, slots=True, eq=False)
class FusedText:
    """What several views say together: always as seen, never repaired."""

    lines: tuple[str, ...] = field(repr=False)
    posteriors: tuple[Posteriors, ...] = field(repr=False)
    corners: npt.NDArray[np.float32]
    repaired: bool = False


def fuse(views: Sequence[ZoneText]) -> FusedText:
    """Return the text that is likeliest given all views, which must be of the same lines' number and length."""
    weight = (1 + DEPENDENCE * (len(views) - 1)) / len(views)
    fused = tuple(
        together([view.posteriors[line] for view in views], weight) for line in range(len(views[-1].lines))
    )
    lines = tuple("".join(ALPHABET[place] for place in line.argmax(1)) for line in fused)
    return FusedText(lines, fused, views[-1].corners)


def together(posteriors: Sequence[Posteriors], weight: float) -> Posteriors:
    """Return the normalised product of (N, 37) probabilities, each to the power of a weight."""
    logs = np.sum([np.log(np.maximum(each, FLOOR)) for each in posteriors], axis=0) * weight
    chances = np.exp(logs - logs.max(1, keepdims=True))
    return np.asarray(chances / chances.sum(1, keepdims=True), np.float32)


def same_shape(one: ZoneText, other: ZoneText) -> bool:
    """Return True if two zones have lines of the same number and lengths."""
    return [len(line) for line in one.lines] == [len(line) for line in other.lines]


def same_document(one: ZoneText, other: ZoneText) -> bool:
    """Return True if two views are alike enough to be of one document, misread here and there."""
    if not same_shape(one, other):
        return False
    seen = [
        (mine, theirs)
        for line, other_line in zip(one.lines, other.lines, strict=True)
        for mine, theirs in zip(line, other_line, strict=True)
        if (mine, theirs) != ("<", "<")
    ]
    return sum(mine == theirs for mine, theirs in seen) >= LEAST_ALIKE * len(seen)


def unlike(one: ZoneText, other: ZoneText) -> int:
    """Return in how many characters two views of the same shape differ."""
    return sum(
        mine != theirs
        for line, other_line in zip(one.lines, other.lines, strict=True)
        for mine, theirs in zip(line, other_line, strict=True)
    )
