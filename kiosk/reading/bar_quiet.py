"""The paper beside bars: a profile with nothing else there, and whether paper was seen there at all."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kiosk.reading.bar_profile import Line, in_black
from kiosk.reading.bar_strip import margin_of

MIDDLE = 0.5  # between dark and light
EDGE = 4  # columns that an edge takes
SPARE = 0.02  # of the bars' length, by which they may be found too short
WIDER = 1.5  # than the widest element of a code: no space within it
MOST = 0.93  # of the bars that were found: what lies between two of them is worn off, not paper beside them
NEAR = 0.03  # of the bars' length: some two narrow ones
ADDED = 0.15  # of a profile: ten modules and more, which readers want


@dataclass(frozen=True, slots=True, eq=False)
class Alone:
    """Bars with nothing but paper beside them.

    line: their profile, longer than the one they were seen in. before: the columns it has more at its beginning.
    first, last: the columns of that one where the first bar begins and the last one ends.
    """

    line: Line
    before: int
    first: int
    last: int

    def are_all(self, first: float, last: float) -> bool:
        """Say whether what was read between two columns is all of the bars."""
        low, high = sorted((first, last))
        spare = NEAR * (self.last - self.first)
        return abs(low - self.first) < spare and abs(high - self.last) < spare


def alone(line: Line, seen: slice) -> Alone | None:
    """Return the bars in the middle of a profile, None unless paper is seen on both sides of all that was found.

    Paper is what is light for longer than any element of the code, of which none is wider than those in its middle.
    seen: the columns that lie in the picture.
    """
    light = in_black(line)[0][seen] > 0
    if not light.any():
        return None
    edges = seen.start + np.concatenate([[0], np.flatnonzero(np.diff(light)) + 1, [len(light)]])
    widths, begins_light = np.diff(edges), light[edges[:-1] - seen.start]
    inner = (edges[:-1] > len(line) / 4) & (edges[1:] < 3 * len(line) / 4)
    if not inner.any():
        return None
    quiet = np.flatnonzero(begins_light & (widths > WIDER * widths[inner].max()))
    left, right = quiet[edges[quiet] < len(line) / 2], quiet[edges[quiet] >= len(line) / 2]
    if not len(left) or not len(right):
        return None
    first, last = int(edges[left[-1] + 1]), int(edges[right[0]])
    if last - first < MOST * (len(line) - 2 * margin_of(len(line))):
        return None
    before, low, high = round(ADDED * len(line)), max(first - EDGE, 0), min(last + EDGE, len(line))
    padded: npt.NDArray[np.float64] = np.ones(len(line) + 2 * before)
    padded[before + low : before + high] = line[low:high]
    return Alone(padded, before, first, last)


def with_quiet_zones(line: Line) -> Line:
    """Return a profile with nothing but paper beside the bars: a shadow's edge, or the label's, is read as one more.

    What is dark across the bars' end, which a shadow's edge was taken for, is none.
    """
    margin = round(margin_of(len(line), SPARE))
    light = margin + np.flatnonzero(line[margin:-margin] > MIDDLE)
    bare = np.ones_like(line)
    if len(light):
        inside = slice(light[0] + EDGE, light[-1] + 1 - EDGE)
        bare[inside] = line[inside]
    return bare
