"""Where in a frame the lines of a zone may be: each way of finding them is gone once, however many read there."""

from dataclasses import replace
from functools import cached_property

import numpy as np

from kiosk.reading import mrz_edges, mrz_mask
from kiosk.reading.mrz_measure import measure
from kiosk.reading.mrz_parting import part
from kiosk.reading.mrz_picture import SmallPicture, look_closer
from kiosk.reading.mrz_strips import TextLine
from kiosk.reading.mrz_tipped import SetStraight, set_straight
from kiosk.reading.mrz_zone import Candidate, group, two_blocks

CELL = 4
SIGHT = 0.15
LEAST_SEEN = 0.0005
CUT = 0.8  # of the longest line: one that is shorter was cut off it


class Places:
    """The lines of one frame, measured in it: what the finder marked, that cut at its gaps, and what edges show."""

    def __init__(self, frame: np.ndarray, small: SmallPicture, mask: np.ndarray) -> None:
        """Take a (H, W) uint8 frame, a small copy of it or of a part, and the finder's mask of that."""
        self.frame, self.small, self.mask = frame, small, mask

    @property
    def closer(self) -> SmallPicture | None:
        """Return the part of the frame where anything is marked, however faintly, larger; None if nothing is."""
        marked = mrz_mask.extent(self.mask, SIGHT)
        return marked and look_closer(self.frame, self.small, marked[0] * CELL, marked[1] * CELL)

    @cached_property
    def marked(self) -> list[TextLine]:
        return self._measured(self._seen)

    @cached_property
    def beside(self) -> list[TextLine]:
        """Return the lines of a second block that is marked: other print may be longer than a zone."""
        return self._measured(self._blocks[1])

    @cached_property
    def apart(self) -> list[TextLine]:
        """Return lines cut where they have gaps, for they may be two documents' in one; none if nothing is cut."""
        longest = max((line.length for line in self._seen), default=0.0)
        apart = group(self._find_lines(mrz_mask.NARROW_GAP))
        return self._measured(apart) if any(line.length < CUT * longest for line in apart) else []

    @cached_property
    def parted(self) -> list[TextLine]:
        """Return the lines that a single mark covers, if those of two or three ran into each other."""
        return self._measured(part(self.frame, self._seen[0])) if len(self._seen) == 1 else []

    @cached_property
    def tipped(self) -> SetStraight | None:
        """Return the marked lines set straight, if perspective lets them run together; None if it doesn't."""
        straight = set_straight(self.frame, self.marked)
        return straight and replace(straight, lines=measure(straight.gray, straight.lines))

    @cached_property
    def by_edges(self) -> list[TextLine]:
        return self._measured(group(mrz_edges.find_lines(self.small)))

    def are_unmarked_beside(self, corners: np.ndarray) -> bool:
        """Return True if next to nothing is marked beside a zone, whose (4, 2) corners are frame pixels."""
        return mrz_mask.share_beside(self.mask, self.small.in_small(corners) / CELL, SIGHT) < LEAST_SEEN

    @property
    def _seen(self) -> list[TextLine]:
        return self._blocks[0]

    @cached_property
    def _blocks(self) -> tuple[list[TextLine], list[TextLine]]:
        return two_blocks(self._find_lines(mrz_mask.WIDE_GAP))

    def _find_lines(self, gap: float) -> list[Candidate]:
        return mrz_mask.find_lines(self.mask, CELL / self.small.zoom, gap, self.small.corner)

    def _measured(self, lines: list[TextLine]) -> list[TextLine]:
        return measure(self.frame, lines) if lines else []
