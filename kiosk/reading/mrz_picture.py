"""A frame made small and even for the network that finds the zone."""

from dataclasses import dataclass

import numpy as np

from kiosk.reading.opencv import cv2
from kiosk.reading.shrinking import shrunk

LONG_SIDE = 640
MOST_PIXELS = 640 * 360
MULTIPLE = 32
BOX = 31
MUCH = 0.15  # of a picture
FAINTEST = 12  # of 255, in the shade
OPENED = (255 * np.log1p(np.arange(256) / FAINTEST) / np.log1p(255 / FAINTEST)).astype(np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class SmallPicture:
    """A frame's small copy.

    gray: (H, W) uint8, its longer side at most LONG_SIDE.
    zoom: small pixels for each frame pixel.
    """

    gray: np.ndarray
    zoom: float


def make_small(gray: np.ndarray) -> SmallPicture:
    """Return a frame with its longer side brought to LONG_SIDE pixels, or fewer if it is nearly square."""
    zoom = min(LONG_SIDE / max(gray.shape), (MOST_PIXELS / gray.size) ** 0.5)
    rows, columns = (max(1, round(side * zoom)) for side in gray.shape)
    return SmallPicture(shrunk(gray, rows, columns), zoom)


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
