"""Pictures of any make brought to the two forms that the readers take: BGR and grey, bounded in size."""

import numpy as np
import numpy.typing as npt

from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2
from kiosk.reading.shrinking import shrunk

# A passport's zone that fills the width of 1920 pixels has 36 for each character, more than reading needs;
# the larger pictures of photo cameras would only cost time.
LONGEST_SIDE = 1920


def normalise(pixels: npt.NDArray[np.generic]) -> Pixels:
    """Return any picture as (H, W, 3) uint8 BGR, at most LONGEST_SIDE long.

    Takes grey, grey with alpha, BGR and BGRA, of any depth (float pictures from 0 to 1). What is no picture
    becomes one black pixel.
    """
    picture = bounded(to_bytes(layers(pixels)))
    if picture.shape[2] < 3:
        return np.repeat(picture[:, :, :1], 3, axis=2)
    return np.ascontiguousarray(picture[:, :, :3])


def to_gray(pixels: npt.NDArray[np.generic]) -> Pixels:
    """Return any picture as (H, W) uint8, at most LONGEST_SIDE long."""
    picture = bounded(to_bytes(layers(pixels)))
    if picture.shape[2] < 3:
        return np.ascontiguousarray(picture[:, :, 0])
    return np.asarray(cv2.cvtColor(np.ascontiguousarray(picture[:, :, :3]), cv2.COLOR_BGR2GRAY), np.uint8)


def layers(pixels: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
    """Return a picture as (H, W, channels), never empty."""
    if pixels.ndim == 2:
        pixels = pixels[:, :, None]
    return pixels if pixels.ndim == 3 and pixels.size else np.zeros((1, 1, 1), np.uint8)


def to_bytes(pixels: npt.NDArray[np.generic]) -> Pixels:
    """Return a picture of 8 bits per channel."""
    if pixels.dtype == np.uint8:
        return pixels.astype(np.uint8, copy=False)
    if np.issubdtype(pixels.dtype, np.unsignedinteger):
        return (pixels.astype(np.uint64) >> (8 * pixels.dtype.itemsize - 8)).astype(np.uint8)
    factor = 255.0 if pixels.dtype == np.bool_ or np.issubdtype(pixels.dtype, np.floating) else 1.0
    light = np.nan_to_num(pixels.astype(np.float64), nan=0.0, posinf=1.0, neginf=0.0)
    return (np.clip(light, 0, 255 / factor) * factor).astype(np.uint8)


def bounded(pixels: Pixels) -> Pixels:
    """Return a (H, W, channels) picture whose longer side is at most LONGEST_SIDE."""
    rows, columns = pixels.shape[:2]
    zoom = LONGEST_SIDE / max(rows, columns)
    if zoom >= 1:
        return pixels
    size = max(1, round(rows * zoom)), max(1, round(columns * zoom))
    # OpenCV resizes at most four channels, and drops the axis of a single one.
    return shrunk(np.ascontiguousarray(pixels[:, :, :4]), *size).reshape(*size, -1)
