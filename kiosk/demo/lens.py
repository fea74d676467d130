"""What a webcam makes of a scene: blur, changing light, a glare that passes, noise. All on (H, W, 3) uint8 BGR."""

from functools import cache
from math import hypot

import numpy as np

from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2

NOISE_BANKS = 3


def defocused(frame: Pixels, sigma: float) -> Pixels:
    return np.asarray(cv2.GaussianBlur(frame, (0, 0), sigma)) if sigma > 0.3 else frame


def smeared(frame: Pixels, across: float, down: float) -> Pixels:
    """Blur along a movement of so many pixels during the exposure, at half the size: nothing finer is left."""
    length = hypot(across, down)
    if length < 2:
        return frame
    rows, columns = frame.shape[:2]
    small = cv2.resize(frame, (columns // 2, rows // 2), interpolation=cv2.INTER_AREA)
    kernel = _streak(across / 2, down / 2, min(1.0, 56 / length))
    small = cv2.filter2D(small, -1, kernel, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(small, (columns, rows), interpolation=cv2.INTER_LINEAR))


def _streak(across: float, down: float, share: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Return the kernel of a straight movement, or of its share."""
    reach = int(hypot(across, down) * share) | 1
    kernel = np.zeros((reach, reach), np.float32)
    ends = [
        (round(reach // 2 + side * across * share), round(reach // 2 + side * down * share))
        for side in (-0.5, 0.5)
    ]
    cv2.line(kernel, ends[0], ends[1], 1.0, 1)
    return np.asarray(kernel / kernel.sum())


def lit(frame: Pixels, gain: float, warmth: float = 0.0) -> Pixels:
    """Multiply the light; warmth above 0 shifts it from blue to red."""
    gains = np.array([gain * (1 - warmth), gain, gain * (1 + warmth), 0]).reshape(4, 1)
    return np.asarray(cv2.multiply(frame, gains[:4]))


def glared(frame: Pixels, x: float, y: float, radius: float, strength: float) -> Pixels:
    """Add a soft bright spot around x, y; strength 1 burns its middle out."""
    rows, columns = frame.shape[:2]
    spot = _spot()
    scale = radius / 64
    place = np.array([[scale, 0, x - 128 * scale], [0, scale * 0.7, y - 128 * scale * 0.7]])
    bright = cv2.warpAffine(spot, place, (columns, rows))
    bright = cv2.convertScaleAbs(bright, alpha=strength)
    return np.asarray(cv2.add(frame, cv2.merge([bright, bright, bright])))


def grainy(frame: Pixels, seed: int) -> Pixels:
    """Add a sensor's noise, different for each seed."""
    rows, columns = frame.shape[:2]
    bank = _noise(seed % NOISE_BANKS)
    top, left = (seed * 37) % (bank.shape[0] - rows), (seed * 61) % (bank.shape[1] - columns)
    grain = bank[top : top + rows, left : left + columns]
    return np.asarray(cv2.add(frame, grain, dtype=cv2.CV_8U))


@cache
def _spot() -> Pixels:
    y, x = np.mgrid[-128:128, -128:128] / 64
    return np.asarray(np.exp(-(x**2 + y**2) / 0.9) * 255, np.uint8)


@cache
def _noise(bank: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    """Return signed noise a little larger than a 1080p frame."""
    rng = np.random.default_rng(bank)
    luma = rng.normal(0, 1.9, (1160, 2000)).astype(np.int16)
    return np.ascontiguousarray(np.repeat(luma[:, :, None], 3, axis=2))
