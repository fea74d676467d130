"""Cut text lines out of a frame as the reader network wants them: level, of one height, pitch and contrast."""

from dataclasses import dataclass
from functools import cached_property
from math import hypot

import numpy as np

from kiosk.reading.opencv import cv2
from kiosk.reading.shrinking import halved

STRIP_ROWS = 24
CAP_PX = 15.0
PITCH_PX = 13.0
PAPER = 0.95  # of a line's pixels are as dark as its paper, or darker
LIGHTER = np.float32(1.25)
BESIDE, BEYOND = 4, 56  # pixels of a strip above and below the capitals, before and after the text


@dataclass(frozen=True, eq=False)
class TextLine:
    """Where a line of text runs in a frame.

    What follows from its ends is asked for some ten times a line, and kept.

    start, end: (2,) float64 x, y, at half the capitals' height, outside the first and last character.
    cap: height of the capitals in frame pixels.
    """

    start: np.ndarray
    end: np.ndarray
    cap: float

    @cached_property
    def length(self) -> float:
        """Return the distance from start to end in frame pixels."""
        return hypot(*(self.end - self.start).tolist())

    @cached_property
    def along(self) -> np.ndarray:
        """Return the unit vector of reading."""
        unit: np.ndarray = (self.end - self.start) / max(self.length, 1e-6)
        return unit

    @cached_property
    def down(self) -> np.ndarray:
        """Return the unit vector from the tops of the letters to their feet."""
        x, y = self.along
        return np.array([-y, x])

    def turned(self) -> "TextLine":
        """Return the same line read the other way round."""
        return TextLine(self.end, self.start, self.cap)


def cut_line(gray: np.ndarray, line: TextLine, characters: int, columns: int) -> np.ndarray:
    """Return a (STRIP_ROWS, columns) uint8 strip with `characters` expected between the line's ends."""
    step = line.along * line.length / (characters * PITCH_PX)
    drop = line.down * line.cap / CAP_PX
    corner = line.start - step * (columns - characters * PITCH_PX) / 2 - drop * STRIP_ROWS / 2
    return cut(gray, corner, step, drop, columns, STRIP_ROWS)


def cut(
    gray: np.ndarray, corner: np.ndarray, step: np.ndarray, drop: np.ndarray, columns: int, rows: int
) -> np.ndarray:
    """Return the (rows, columns) uint8 parallelogram that starts at `corner`.

    step, drop: frame pixels from one column, one row to the next. Outside the frame its edge is repeated.
    """
    part, left, top = crop(gray, corner, step * columns, drop * rows)
    corner, scale = corner - (left, top), min(float(np.hypot(*step)), float(np.hypot(*drop)))
    while scale > 1.9 and min(part.shape) > 8:
        part = halved(part)
        corner, step, drop, scale = corner / 2 - 0.25, step / 2, drop / 2, scale / 2
    matrix = np.column_stack([step, drop, corner])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(part, matrix, (columns, rows), flags=flags, borderMode=cv2.BORDER_REPLICATE)


def crop(
    gray: np.ndarray, corner: np.ndarray, width: np.ndarray, height: np.ndarray
) -> tuple[np.ndarray, int, int]:
    """Return the part of a frame that holds a parallelogram, and where it begins (x, y)."""
    points = np.array([corner, corner + width, corner + height, corner + width + height])
    rows, columns = gray.shape
    left, top = np.clip(np.floor(points.min(0)).astype(int) - 4, 0, (max(columns - 9, 0), max(rows - 9, 0)))
    right, low = np.clip(np.ceil(points.max(0)).astype(int) + 5, (left + 9, top + 9), (columns + 9, rows + 9))
    return gray[top:low, left:right], int(left), int(top)


def level(strip: np.ndarray) -> np.ndarray:
    """Return a strip as float32 with mean 0 and about unit contrast.

    What lies beside the line and is far lighter than its paper, a window behind the document, counts as paper. On the
    line itself that is a reflection, in which letters may still be seen.
    """
    pixels, lightest = strip.astype(np.float32), LIGHTER * paper_of(strip)
    for beside in (pixels[:BESIDE], pixels[-BESIDE:], pixels[:, :BEYOND], pixels[:, -BEYOND:]):
        np.minimum(beside, lightest, out=beside)
    levelled: np.ndarray = (pixels - pixels.mean()) / (pixels.std() + 4.0)
    return levelled


def paper_of(strip: np.ndarray) -> int:
    """Return how light the paper in the middle of a (rows, columns) uint8 strip is: its ends may lie off it."""
    side = strip.shape[1] // 8
    middle = strip[STRIP_ROWS // 4 : -STRIP_ROWS // 4 : 2, side:-side:3].ravel()
    place = int(PAPER * middle.size)
    return int(np.partition(middle, place)[place])
