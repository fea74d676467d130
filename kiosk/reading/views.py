"""Several views of one zone put together, character by character."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from kiosk.reading.document import Field
from kiosk.reading.mrz.alphabet import ALPHABET, VALUES
from kiosk.reading.mrz.checks import check_all
from kiosk.reading.mrz.parse import recognise
from kiosk.reading.mrz_confidence import confidence, covered_columns, twins
from kiosk.reading.zone_text import Posteriors, ZoneText

FLOOR = 1e-3  # no single view rules a character out
DEPENDENCE = 0.5  # frames of one camera share their faults: each further view counts half
LEAST_ALIKE = 0.7  # share of characters; two strangers' documents of one kind share fillers and little else
SLIPS = (
    2  # characters in which a view may differ from what all say and still agree, where a check digit tells
)
ALONE = (Field.NUMBER, Field.BIRTH, Field.EXPIRY)

Facts = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FusedText:
    """What several views say together: always as seen, never repaired."""

    lines: tuple[str, ...] = field(repr=False)
    posteriors: tuple[Posteriors, ...] = field(repr=False)
    corners: npt.NDArray[np.float32]
    repaired: bool = False
    is_alone: bool = False


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


def facts_of(lines: Sequence[str]) -> Facts | None:
    """Return what check digits vouch for, None unless all of them hold, as those of a misread frame seldom do.

    Characters that no check digit tells apart count as one: one document may be read with either.
    """
    layout = recognise(lines)
    if layout is None or not all(check_all(layout, lines).values()):
        return None
    fields = [group.protected(lines) for group in layout.check_groups(lines) if group.field in ALONE]
    return tuple("".join(str(VALUES[character] % 10) for character in field) for field in fields)


def agrees(fused: ZoneText, view: ZoneText) -> bool:
    """Return True if a view of the same shape says the same.

    It may slip where a check digit vouches for what all views say, and nowhere else: a name, a state or a code
    has no other witness than views that show it alike.
    """
    layout = recognise(fused.lines)
    if layout is None:
        return False
    ours, theirs = places(fused), places(view)
    slips = ours != theirs
    told = covered_columns(layout, fused.lines).ravel() & ~twins()[ours, theirs]
    return bool(slips.sum() <= SLIPS and not (slips & ~told).any())


def certainty_of(view: ZoneText) -> float:
    """Return how sure one view is of its own text, 0 to 1; 0 for the text of no known format."""
    layout = recognise(view.lines)
    return confidence(layout, view.lines, view.posteriors) if layout else 0.0


def places(text: ZoneText) -> npt.NDArray[np.intp]:
    """Return each character's place in the alphabet, line after line."""
    return np.array([ALPHABET.index(character) for line in text.lines for character in line])
