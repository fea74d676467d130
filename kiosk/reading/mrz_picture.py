"""A frame made small and even for the network that finds the zone."""

from dataclasses import dataclass

import numpy as np

from kiosk.reading.opencv import cv2
from kiosk.reading.shrinking import shrunk

LONG_SIDE = 640
MOST_PIXELS = 640 * 384
MULTIPLE = 32
BOX = 31
ASKEW_SIZE = 416, 416  # width and height: two thirds of the level copy's pixels
EIGHTH = 45.0  # degrees


@dataclass(frozen=True, slots=True, eq=False)
class SmallPicture:
    """A frame's small copy.

    gray: (H, W) uint8, its longer side at most LONG_SIDE.
    zoom: small pixels for each frame pixel. back: (2, 3), from its pixels to those of the level copy, if it is askew.
    """

    gray: np.ndarray
    zoom: float
    back: np.ndarray | None = None

    def in_frame(self, point: np.ndarray) -> np.ndarray:
        """Return where a point (2,) lies in the frame, given in this picture's pixels as large as the frame's."""
        if self.back is None:
            return point
        there: np.ndarray = self.back[:, :2] @ point + self.back[:, 2] / self.zoom
        return there


def make_small(gray: np.ndarray) -> SmallPicture:
    """Return a frame with its longer side brought to LONG_SIDE pixels, or fewer if it is nearly square."""
    zoom = min(LONG_SIDE / max(gray.shape), (MOST_PIXELS / gray.size) ** 0.5)
    rows, columns = (max(1, round(side * zoom)) for side in gray.shape)
    return SmallPicture(shrunk(gray, rows, columns), zoom)


def askew(small: SmallPicture) -> SmallPicture:
    """Return the middle of a small picture, an eighth of a turn further."""
    rows, columns = small.gray.shape
    width, height = ASKEW_SIZE
    there = cv2.getRotationMatrix2D(((columns - 1) / 2, (rows - 1) / 2), EIGHTH, 1.0)
    there[:, 2] += (width - columns) / 2, (height - rows) / 2
    turned = cv2.warpAffine(small.gray, there, (width, height), flags=cv2.INTER_LINEAR)
    return SmallPicture(turned, small.zoom, cv2.invertAffineTransform(there))


def even_out(gray: np.ndarray) -> np.ndarray:
    """Return a (H, W) picture as float32 with local mean 0 and contrast 1, padded to multiples of 32."""
    rows, columns = gray.shape
    bumps = cv2.subtract(gray, cv2.boxFilter(gray, cv2.CV_32F, (BOX, BOX)), dtype=cv2.CV_32F)
    # The variance of a float32 box filter can come out slightly below zero.
    variance = np.maximum(cv2.blur(cv2.multiply(bumps, bumps), (BOX, BOX)), 0)
    even = np.zeros((rows + -rows % MULTIPLE, columns + -columns % MULTIPLE), np.float32)
    np.divide(bumps, cv2.sqrt(variance) + np.float32(6.0), out=even[:rows, :columns])
    return even
