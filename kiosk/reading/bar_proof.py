"""Whether bars are those that a text is printed with, figure by figure.

Code 39 has no check digit, so that a scratch may make one figure another and nothing tells. Here the text's bars are
drawn and laid over the profile of those that were seen: each figure must fit better in its place than any other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, product

import numpy as np
import numpy.typing as npt
import zxingcpp

from kiosk.reading.bar_profile import Line, correlation

# ISO/IEC 16388; the first ten are figures.
CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"
ELEMENTS = 9  # bars and spaces a character; a narrow space follows
RATIOS = (2.0, 2.5, 3.0)  # of wide ones to narrow ones
SAMPLES = 8  # a module, which is a narrow one's width
BLUR = 0.55  # modules: what camera and ink make of an edge
PAPER = 6  # modules of paper at each end
COARSE_STEPS, FINE_STEPS = (3.0,), (1.5, 0.75, 0.4, 0.2)  # modules by which the ends are moved
SHIFTS = (-0.3, 0.0, 0.3)  # modules by which a figure may stand off its place
LEAST_LEAD = 0.09  # in correlation, over the next figure: of nine wrong ones none had more than 0.083

Elements = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A text's bars as they are printed with one ratio.

    levels: SAMPLES a module, paper at both ends. edges: (N,) modules from the first bar to each element's end.
    """

    levels: Line
    edges: Line

    def module(self, first: float, last: float) -> float:
        """Return how many columns a narrow bar is wide if the bars reach from one column to another."""
        return (last - first) / float(self.edges[-1])


@dataclass(frozen=True, slots=True)
class Laid:
    """A drawing laid over a profile: the columns where its bars begin and end, its ratio, how well they fit, to 1."""

    first: float
    last: float
    ratio: float = RATIOS[1]
    fit: float = -1.0


Drawings = Mapping[float, Drawing]  # by ratio


def is_proven(line: Line, text: str, first: float, last: float) -> bool:
    """Return True if each character of a Code 39 is the one that fits best where it stands.

    line: the profile, (W,) from 0 dark to 1 light. first, last: about the columns where the bars begin and end.
    """
    if not text or not set(text) <= set(CHARACTERS):
        return False
    drawings = {ratio: drawing_of(text, ratio) for ratio in RATIOS}
    far = len(line) - 1
    ways = (line, Laid(first, last)), (line[::-1], Laid(far - last, far - first))
    coarse = [(way, lay(way, drawings, about, COARSE_STEPS)) for way, about in ways]
    way, about = max(coarse, key=lambda one: one[1].fit)
    laid = lay(way, drawings, about, FINE_STEPS)
    return all(lead > LEAST_LEAD for lead in leads(way, text, drawings[laid.ratio], laid))


def lay(line: Line, drawings: Drawings, laid: Laid, steps: Sequence[float]) -> Laid:
    """Return where drawn bars fit best, going step by step, in modules, from about where they are."""
    for step in steps:
        while (better := best_beside(line, drawings, laid, step)).fit > laid.fit:
            laid = better
    return laid


def best_beside(line: Line, drawings: Drawings, laid: Laid, step: float) -> Laid:
    """Return the best of the places around one, its ends moved by so many modules, and of all ratios."""
    far = step * drawings[laid.ratio].module(laid.first, laid.last)
    beside = [
        replace(laid, first=laid.first + before, last=laid.last + after)
        for before, after in product((-far, 0.0, far), repeat=2)
        if laid.last + after > laid.first + before
    ]
    beside += [replace(laid, ratio=ratio) for ratio in drawings]
    return max((fitted(line, drawings[some.ratio], some) for some in beside), key=lambda some: some.fit)


def fitted(line: Line, drawing: Drawing, laid: Laid) -> Laid:
    """Return the same place with its fit."""
    paper = PAPER * drawing.module(laid.first, laid.last)
    columns = columns_in(line, laid.first - paper / 2, laid.last + paper / 2)
    model = sampled(drawing.levels, columns, laid.first - paper, laid.last + paper)
    return replace(laid, fit=float(correlation(line[columns], model[None])[0]))


def leads(line: Line, text: str, drawing: Drawing, laid: Laid) -> Iterator[float]:
    """Yield by how much each character fits better in its place than the next best one of its kind."""
    module = drawing.module(laid.first, laid.last)
    places = laid.first + module * drawing.edges
    begins = places[ELEMENTS :: ELEMENTS + 1]  # the columns where the gap before each character ends
    ends = places[2 * ELEMENTS :: ELEMENTS + 1]
    for character, begin, end in zip(text, begins, ends, strict=False):
        rivals = CHARACTERS[:10] if character.isdecimal() else CHARACTERS
        fits = fits_of(line, rivals, laid.ratio, begin, end, module)
        own = rivals.index(character)
        yield float(fits[own] - np.delete(fits, own).max())


def fits_of(line: Line, rivals: str, ratio: float, begin: float, end: float, module: float) -> Line:
    """Return how well each of some characters fits between two columns, at the best of some shifts."""
    columns = columns_in(line, begin - module, end + module)
    drawn = [character_of(rival, ratio) for rival in rivals]
    best = np.full(len(rivals), -1.0)
    for shift in SHIFTS:
        first, last = begin + (shift - 1) * module, end + (shift + 1) * module
        models = np.array([sampled(one, columns, first, last) for one in drawn])
        best = np.maximum(best, correlation(line[columns], models))
    return best


def drawing_of(text: str, ratio: float) -> Drawing:
    """Return a text's bars from the start mark to the stop mark."""
    wide = elements_of(text)
    return Drawing(draw(wide, ratio, PAPER), np.cumsum(np.where(wide, ratio, 1.0)))


@cache
def character_of(character: str, ratio: float) -> Line:
    """Return one character's bars as levels, a module of paper at both ends."""
    return draw(elements_of(character)[ELEMENTS + 1 : 2 * ELEMENTS + 1], ratio, 1)


def elements_of(text: str) -> Elements:
    """Return which bars and spaces of a text's Code 39 are wide, from its start mark to its stop mark."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code39)
    rows = np.asarray(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    row = rows[len(rows) // 3]
    edges = [0, *(np.flatnonzero(np.diff(row)) + 1), len(row)]
    return np.array([last - first > 1 for first, last in pairwise(edges)])


def draw(wide: Elements, ratio: float, quiet: int) -> Line:
    """Return bars and spaces, a bar first, as levels, SAMPLES a module, blurred, paper at both ends."""
    widths = np.round(np.where(wide, ratio, 1.0) * SAMPLES).astype(int)
    levels = np.repeat(np.arange(len(wide)) % 2, widths).astype(np.float64)
    reach = round(4 * BLUR * SAMPLES)
    bell = np.exp(-0.5 * (np.arange(-reach, reach + 1) / (BLUR * SAMPLES)) ** 2)
    padded = np.pad(levels, quiet * SAMPLES + reach, constant_values=1.0)
    return np.convolve(padded, bell / bell.sum(), mode="valid")


def sampled(drawn: Line, columns: npt.NDArray[np.int_], first: float, last: float) -> Line:
    """Return what a drawing that reaches from one column to another shows at some columns."""
    places = (columns - first) / (last - first) * len(drawn) - 0.5
    return np.asarray(np.interp(places, np.arange(len(drawn)), drawn), np.float64)


def columns_in(line: Line, first: float, last: float) -> npt.NDArray[np.int_]:
    return np.arange(max(0, int(np.ceil(first))), min(len(line), int(last) + 1))
