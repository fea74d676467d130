"""A zone on a tipped document: its lines run together towards one end. What is around it is set straight again."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kiosk.reading.mrz_strips import TextLine
from kiosk.reading.opencv import cv2

LEAST_TAPER, MOST_TAPER = 1.1, 3.0  # of the lines' distance at one end to that at the other
BESIDE = 0.3  # of the zone's length, shown at either side of it
ABOVE = 3.0  # of the distance from line to line, shown above and below
MOST_PIXELS = 4_000_000  # lines so long and so far apart are no zone's


@dataclass(frozen=True, slots=True, eq=False)
class SetStraight:
    """The part of a frame around a zone with its lines parallel.

    gray: (H, W) uint8. lines: where they run in it. to_frame: (3, 3) homography back.
    """

    gray: np.ndarray
    lines: list[TextLine]
    to_frame: np.ndarray

    def in_frame(self, line: TextLine) -> TextLine:
        """Return where a line runs in the frame."""
        return moved(line, self.to_frame)


def set_straight(gray: np.ndarray, lines: Sequence[TextLine]) -> SetStraight | None:
    """Return what is around two or three lines with them parallel; None if they are, as far as can be told."""
    if len(lines) < 2:
        return None
    top, low = lines[0], lines[-1]
    along = top.along + low.along
    along /= np.hypot(*along)
    axes = np.array([along, [-along[1], along[0]]])
    # Two lines, two ends, each along and down.
    ends = np.array([[top.start, top.end], [low.start, low.end]]) @ axes.T
    first, last = float(ends[:, :, 0].min()), float(ends[:, :, 0].max())
    heights = [[height_at(place, line) for line in ends] for place in (first, last)]
    gaps = [below - above for above, below in heights]
    if min(gaps) <= 0 or not LEAST_TAPER < max(gaps) / min(gaps) < MOST_TAPER:
        return None
    corners = [(place, high) for place, both in zip((first, last), heights, strict=True) for high in both]
    length, gap = last - first, float(np.sqrt(gaps[0] * gaps[1]))
    left, up = BESIDE * length, ABOVE * gap / (len(lines) - 1)
    size = round(length + 2 * left), round(gap + 2 * up)
    if size[0] * size[1] > MOST_PIXELS:
        return None
    straight = [(left, up), (left, up + gap), (left + length, up), (left + length, up + gap)]
    to_straight = cv2.getPerspectiveTransform(
        np.array(corners, np.float32) @ axes.astype(np.float32), np.array(straight, np.float32)
    )
    picture = cv2.warpPerspective(gray, to_straight, size, borderMode=cv2.BORDER_REPLICATE)
    moved_lines = [moved(line, to_straight) for line in lines]
    return SetStraight(np.asarray(picture, np.uint8), moved_lines, np.linalg.inv(to_straight))


def height_at(place: float, ends: np.ndarray) -> float:
    """Return how far down the line through (2, 2) ends, each along and down, runs at a place along."""
    (one, high), (other, low) = ends
    return float(high + (low - high) * (place - one) / max(other - one, 1e-6))


def moved(line: TextLine, homography: np.ndarray) -> TextLine:
    """Return a line seen through a homography; its capitals keep their height."""
    start, end = cv2.perspectiveTransform(np.array([[line.start, line.end]]), homography)[0]
    return TextLine(start.astype(np.float64), end.astype(np.float64), line.cap)
