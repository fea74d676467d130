"""From the slots of a zone's lines to its text: number of lines, length, format, grammar, check digits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kiosk.reading.document import DocumentFormat
from kiosk.reading.mrz.alphabet import ALPHABET
from kiosk.reading.mrz.checks import check_all
from kiosk.reading.mrz.layout import Layout
from kiosk.reading.mrz.layouts import LAYOUTS
from kiosk.reading.mrz_grammar import name_states, obey
from kiosk.reading.mrz_grid import count_places, fit_grid
from kiosk.reading.mrz_slots import Slots

LENGTHS = {1: (30,), 2: (44, 36), 3: (30,)}
WIDEST_MISS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """A zone's text.

    lines: as many and as long as the layout has. slots: one a line, places in steps of the network's output.
    holds: every check digit that the format has is right. certainty: mean of the highest posteriors, 0 to 1.
    """

    layout: Layout
    lines: tuple[str, ...]
    slots: tuple[Slots, ...]
    holds: bool
    certainty: float
    repaired: bool = False

    @property
    def rank(self) -> tuple[bool, bool, float]:
        """Return what a better decoding has more of."""
        return self.holds and not self.repaired, self.holds, self.certainty


def decode(chances: Sequence[np.ndarray], found: Sequence[Slots]) -> Decoded | None:
    """Return the text of lines, or None if they are not the lines of a zone.

    chances: (38, T) probabilities a line. found: the slots in them.
    """
    best: Decoded | None = None
    for length in likely_lengths(found):
        fitted = [fit(line, slots, length) for line, slots in zip(chances, found, strict=True)]
        complete = [slots for slots in fitted if slots is not None]
        if len(complete) < len(fitted):
            continue
        decoded = best_layout(complete, length)
        if best is None or decoded.rank > best.rank:
            best = decoded
        if best.holds:
            break
    return best


def likely_lengths(found: Sequence[Slots]) -> list[int]:
    """Return the length that lines of these counts have, if any: geometry decides, not text."""
    counts = [count_places(slots) for slots in found]
    possible = LENGTHS.get(len(found), ())
    lengths = [n for n in possible if min(abs(n - count) for count in counts) <= WIDEST_MISS]
    return sorted(lengths, key=lambda n: sum(abs(n - count) for count in counts))[:1]


def fit(chances: np.ndarray, slots: Slots, length: int) -> Slots | None:
    """Return exactly `length` slots: those found if they are regular, else those of a grid."""
    if len(slots.places) == length and slots.is_regular:
        return slots
    return fit_grid(chances, slots, length)


def best_layout(slots: Sequence[Slots], length: int) -> Decoded:
    """Return the text by the layout that its first characters ask for."""
    plain = read(slots)
    options = [decode_as(LAYOUTS[form], slots) for form in formats(plain, length)]
    return max(options, key=lambda decoded: decoded.rank)


def formats(plain: Sequence[str], length: int) -> list[DocumentFormat]:
    """Return the formats that such lines may be in; the first letters tell visas and French cards from others."""
    if len(plain) == 3:
        return [DocumentFormat.TD1]
    if len(plain) == 1:
        return [DocumentFormat.LICENCE]
    visa = plain[0].startswith("V")
    if length == 44:
        return [DocumentFormat.MRVA if visa else DocumentFormat.TD3]
    usual = DocumentFormat.MRVB if visa else DocumentFormat.TD2
    if sum(ours == theirs for ours, theirs in zip(plain[0][:5], "IDFRA", strict=True)) >= 4:
        return [usual, DocumentFormat.FRA] if visa else [DocumentFormat.FRA, usual]
    return [usual]


def decode_as(layout: Layout, slots: Sequence[Slots]) -> Decoded:
    """Return the text that a layout's grammar makes of slots."""
    legal = [
        replace(line, posteriors=obey(line.posteriors, allowed))
        for line, allowed in zip(slots, layout.allowed, strict=True)
    ]
    named = name_states(layout, legal)
    lines = read(named)
    certainty = float(np.mean([line.certainty for line in named]))
    return Decoded(layout, lines, tuple(named), all(check_all(layout, lines).values()), certainty)


def read(slots: Sequence[Slots]) -> tuple[str, ...]:
    """Return the likeliest character of every slot, a string a line."""
    return tuple("".join(ALPHABET[i] for i in line.posteriors.argmax(1)) for line in slots)
