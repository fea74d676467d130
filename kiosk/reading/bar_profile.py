"""Bars made one line: the mean along them of what can be believed, sharpened, and drawn as clean bars again.

A camera's row through bars is noisy, glared or blurred; sixty of them together seldom are. What the lens has
blurred along the line is undone by Wiener's filter.
"""

import numpy as np
import numpy.typing as npt

from kiosk.reading.bar_strip import Strip
from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2

STRANGE = 0.3  # a row less like the others than this share of the likest says nothing: text, the card's edge
NOISE = 0.003  # of the signal's power
FINER = 2
ROWS = 24  # readers want a few rows that agree
WINDOW = 90  # columns: wider than any bar
DARK, LIGHT = 28, 228

Plane = npt.NDArray[np.float32]
Line = npt.NDArray[np.float64]


def profile_of(strip: Strip) -> tuple[Line, float]:
    """Return the (W,) mean level of a strip's columns, each row weighing as much as it resembles the others.

    Beside it: how much the likest row resembles that mean, as a correlation; of bars 0.9 and more.
    """
    levels = np.clip(strip.levels, -0.3, 1.3)
    likeness = correlation(weighted_mean(levels, strip.weight), levels)
    trust = np.maximum(likeness - STRANGE * likeness.max(), 0) ** 2
    mean = weighted_mean(levels, strip.weight * trust[:, None].astype(np.float32))
    return mean, float(likeness.max())


def weighted_mean(levels: Plane, weight: Plane) -> Line:
    return np.asarray((levels * weight).sum(0) / np.maximum(weight.sum(0), 1e-6), np.float64)


def correlation(line: Line, others: Line | Plane) -> Line:
    """Return the correlation of (W,) levels with each of (N, W)."""
    if len(line) < 2:
        return np.full(len(others), -1.0)
    line = line - line.mean()
    others = others - others.mean(1, keepdims=True)
    lengths = np.sqrt((others * others).sum(1) * (line @ line))
    return np.asarray((others @ line) / (lengths + 1e-6), np.float64)


def sharpened(line: Line, sigma: float, shake: float = 0.0) -> Line:
    """Return a line FINER times as long, a blur of so many columns undone, and a movement along it by so many."""
    margin = 32
    padded = np.pad(line, margin, mode="edge")
    middle = padded.mean()
    spectrum = np.fft.rfft(padded - middle)
    waves = np.fft.rfftfreq(len(padded))
    passed = np.exp(-2 * (np.pi * sigma * waves) ** 2) * np.sinc(shake * waves)
    restored = np.fft.irfft(spectrum * passed / (passed * passed + NOISE), len(padded) * FINER) * FINER
    return np.asarray(restored[margin * FINER : -margin * FINER] + middle)


def drawn(line: Line) -> Pixels:
    """Return a line as a grey picture of bars."""
    levels = np.clip(line * (LIGHT - DARK) + DARK, 0, 255).astype(np.uint8)
    return np.repeat(levels[None], ROWS, 0)


def in_black(line: Line) -> Pixels:
    """Return a line as black and white bars, told apart by the middle between what is around them."""
    levels = line.astype(np.float32)[None]
    window = np.ones((1, WINDOW | 1), np.uint8)
    middle = cv2.blur((cv2.erode(levels, window) + cv2.dilate(levels, window)) / 2, (WINDOW | 1, 1))
    return np.repeat(np.where(levels > middle, 255, 0).astype(np.uint8), ROWS, 0)
