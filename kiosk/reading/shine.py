"""What is all white in a patch: a reflection that hides print, or paper and screens that are white by themselves."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2

CLIPPED = 253.0  # mean around a pixel: white paper stays below, what shines or is overexposed does not
AROUND = 5  # pixels of half the size
JOINED = 15  # pixels of half the size: between lines of print on white paper
BESIDE = 10  # pixels of half the size in which a reflection fades
INK = 160  # of 255
FEWEST = 0.01  # of what is white: less between it says nothing
LEAST_LEFT = 0.05  # of the patch


@dataclass(frozen=True, slots=True)
class Shine:
    """How a patch shines.

    clipped: share that is all white. ink: share of dark in what lies between the white; print on white paper has
    much, a reflection takes it away. paper: how light the lighter quarter of the rest is, 255 if nothing is left.
    """

    clipped: float = 0.0
    ink: float = 0.0
    paper: float = 255.0


NO_SHINE = Shine()


def shine_of(half: Pixels) -> Shine:
    """Return how a patch shines, from a copy of half its size."""
    white = (cv2.blur(half, (AROUND, AROUND)) >= CLIPPED).astype(np.uint8)
    clipped = float(white.mean())
    if clipped == 0.0:
        return NO_SHINE
    grown = cv2.dilate(white, square(AROUND))
    closed = cv2.morphologyEx(grown, cv2.MORPH_CLOSE, square(JOINED))
    between = half[closed > grown]
    ink = float((between < INK).mean()) if between.size > FEWEST * closed.sum() else 0.0
    rest = half[cv2.dilate(grown, square(2 * BESIDE + 1)) == 0]
    paper = float(np.percentile(rest, 75)) if rest.size > LEAST_LEFT * half.size else 255.0
    return Shine(clipped, ink, paper)


def square(side: int) -> npt.NDArray[np.uint8]:
    return np.ones((side, side), np.uint8)
