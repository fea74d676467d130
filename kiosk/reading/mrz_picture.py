"""A frame made small and even for the network that finds the zone; and a part of it, less small."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from kiosk.reading.opencv import cv2
from kiosk.reading.shrinking import shrunk

LONG_SIDE = 512
MOST_PIXELS = 512 * 288
CLOSE_LONG_SIDE = 640
CLOSE_MOST_PIXELS = 640 * 360
CLOSEST = 1.6  # times the size in the whole frame's small picture; large print alone is no zone to the finder
BESIDE = 0.5  # of what is looked at closely, along its longer side: half a line may be marked
BESIDE_PX = 24
MULTIPLE = 32
ORIGIN = np.zeros(2)
BOX = 31
MUCH = 0.15  # of a picture
FAINTEST = 12  # of 255, in the shade
OPENED = (255 * np.log1p(np.arange(256) / FAINTEST) / np.log1p(255 / FAINTEST)).astype(np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class SmallPicture:
    """A small copy of a frame, or of a part of it.

    gray: (H, W) uint8. zoom: small pixels for each frame pixel. corner: (2,), where in the frame it begins.
    """

    gray: np.ndarray
    zoom: float
    corner: np.ndarray

    def in_frame(self, points: np.ndarray) -> np.ndarray:
        """Return where (..., 2) points of the small picture are in the frame."""
        there: np.ndarray = self.corner + points / self.zoom
        return there

    def in_small(self, points: np.ndarray) -> np.ndarray:
        """Return where (..., 2) points of the frame are in the small picture."""
        there: np.ndarray = (points - self.corner) * self.zoom
        return there


def make_small(gray: np.ndarray) -> SmallPicture:
    """Return a frame with its longer side brought to LONG_SIDE pixels, or fewer if it is nearly square."""
    return zoomed(gray, zoom_for(gray, LONG_SIDE, MOST_PIXELS))


def look_closer(gray: np.ndarray, small: SmallPicture, first: np.ndarray, last: np.ndarray) -> SmallPicture:
    """Return what lies around two corners of a frame's small picture, (2,) each, larger than it is there.

    The corners may lie beyond the picture's end, for its mask does; at least a pixel is returned.
    """
    spare = BESIDE * float((last - first).max()) + BESIDE_PX
    rows, columns = gray.shape
    left, top = np.clip(small.in_frame(first - spare), 0, (columns - 1, rows - 1)).astype(int)
    right, low = np.clip(small.in_frame(last + spare), (left + 1, top + 1), (columns, rows)).astype(int)
    part = gray[top:low, left:right]
    zoom = min(zoom_for(part, CLOSE_LONG_SIDE, CLOSE_MOST_PIXELS), CLOSEST * small.zoom)
    return zoomed(part, zoom, np.array([left, top], np.float64))


def zoomed(gray: np.ndarray, zoom: float, corner: np.ndarray = ORIGIN) -> SmallPicture:
    """Return a picture zoomed; corner: (2,), where in its frame it begins."""
    rows, columns = (max(1, round(side * zoom)) for side in gray.shape)
    return SmallPicture(shrunk(gray, rows, columns), zoom, corner)


def zoom_for(gray: np.ndarray, long_side: int, most_pixels: int) -> float:
    """Return the zoom that brings a picture to a longer side, and to no more pixels than given."""
    return min(long_side / int(max(gray.shape)), sqrt(most_pixels / gray.size))


def even_out(gray: np.ndarray) -> np.ndarray:
    """Return a (H, W) picture as float32 with local mean 0 and contrast 1, padded to multiples of 32.

    The contrast, which changes slowly, is reckoned for every other row and column.
    """
    gray = with_shade_opened(gray)
    rows, columns = gray.shape
    bumps = cv2.subtract(gray, cv2.boxFilter(gray, cv2.CV_32F, (BOX, BOX)), dtype=cv2.CV_32F)
    half = max(1, columns // 2), max(1, rows // 2)
    squares = cv2.resize(cv2.multiply(bumps, bumps), half, interpolation=cv2.INTER_AREA)
    # The variance of a float32 box filter can come out slightly below zero.
    variance = np.maximum(cv2.blur(squares, (BOX // 2, BOX // 2)), 0)
    weights = cv2.resize(
        1 / (cv2.sqrt(variance) + np.float32(6.0)), (columns, rows), interpolation=cv2.INTER_LINEAR
    )
    even = np.zeros((rows + -rows % MULTIPLE, columns + -columns % MULTIPLE), np.float32)
    cv2.multiply(bumps, weights, dst=even[:rows, :columns])
    return even


def with_shade_opened(gray: np.ndarray) -> np.ndarray:
    """Return a picture of much shade and much light with steps in the shade as large as those in the light.

    A document before a window lies in its own shade: beside the sky its lines, near its edge, are hardly anything.
    """
    some = gray[::4]
    shares = cv2.calcHist([some], [0], None, [4], [0, 256]).ravel() / some.size
    return cv2.LUT(gray, OPENED) if min(shares[0], shares[-1]) > MUCH else gray
