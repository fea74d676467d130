"""Make pictures smaller, quickly: halved as often as that goes, which is a mean of four pixels, then interpolated."""

import numpy as np

from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2


def halved(picture: Pixels) -> Pixels:
    """Return a copy of half the size."""
    return np.asarray(cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8)


def shrunk(picture: Pixels, rows: int, columns: int) -> Pixels:
    """Return a (H, W) or (H, W, channels) picture of another size; means of areas take ten times as long."""
    while picture.shape[0] >= 2 * rows and picture.shape[1] >= 2 * columns:
        picture = halved(picture)
    return np.asarray(cv2.resize(picture, (columns, rows), interpolation=cv2.INTER_LINEAR), np.uint8)
