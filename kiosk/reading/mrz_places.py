"""Where in a frame the lines of a zone may be: each way of finding them is gone once, however many read there."""

from functools import cached_property

import numpy as np

from kiosk.reading import mrz_edges, mrz_mask
from kiosk.reading.mrz_measure import measure
from kiosk.reading.mrz_parting import part
from kiosk.reading.mrz_picture import SmallPicture
from kiosk.reading.mrz_strips import TextLine
from kiosk.reading.mrz_zone import Candidate, group, two_blocks

CELL = 4
SIGHT = 0.15
LEAST_SEEN = 0.0005
FAINT = 0.05  # probability: nearly every frame with a zone askew has more, one in three without a zone
CUT = 0.8  # of the longest line: one that is shorter was cut off it


class Places:
    """The lines of one frame, measured in it: what the finder marked, that cut at its gaps, and what edges show."""

    def __init__(self, frame: np.ndarray, small: SmallPicture, mask: np.ndarray) -> None:
        """Take a (H, W) uint8 frame, its small copy, and the finder's mask of that."""
        self.frame, self.small, self.mask = frame, small, mask

    @property
    def has_faint_marks(self) -> bool:
        """Return True if something may be there that the finder knows only from other sides."""
        return bool(self.mask.max() > FAINT)

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
        apart = group(self._found(mrz_mask.NARROW_GAP))
        return self._measured(apart) if any(line.length < CUT * longest for line in apart) else []

    @cached_property
    def parted(self) -> list[TextLine]:
        """Return the lines that a single mark covers, if those of two or three ran into each other."""
        return self._measured(part(self.frame, self._seen[0])) if len(self._seen) == 1 else []

    @cached_property
    def by_edges(self) -> list[TextLine]:
        return self._measured(group(self._in_frame(mrz_edges.find_lines(self.small))))

    def are_unmarked_beside(self, corners: np.ndarray) -> bool:
        """Return True if next to nothing is marked beside a zone, whose (4, 2) corners are frame pixels."""
        if self.small.back is not None:
            return False  # only the frame's middle was looked at
        cells = corners * (self.small.zoom / CELL)
        return mrz_mask.share_beside(self.mask, cells, SIGHT) < LEAST_SEEN

    @property
    def _seen(self) -> list[TextLine]:
        return self._blocks[0]

    @cached_property
    def _blocks(self) -> tuple[list[TextLine], list[TextLine]]:
        return two_blocks(self._found(mrz_mask.WIDE_GAP))

    def _found(self, gap: float) -> list[Candidate]:
        return self._in_frame(mrz_mask.find_lines(self.mask, CELL / self.small.zoom, gap))

    def _in_frame(self, candidates: list[Candidate]) -> list[Candidate]:
        """Return lines of the small picture where they lie in the frame."""
        place = self.small.in_frame
        return [
            Candidate(TextLine(place(some.line.start), place(some.line.end), some.line.cap), some.score)
            for some in candidates
        ]

    def _measured(self, lines: list[TextLine]) -> list[TextLine]:
        return measure(self.frame, lines) if lines else []
