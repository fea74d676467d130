"""What a frame is like, cheaply measured."""

from dataclasses import dataclass

import numpy as np

from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2
from kiosk.reading.region import Region
from kiosk.reading.shine import NO_SHINE, Shine, shine_of
from kiosk.reading.shrinking import halved

REACH = 15  # pixels of half the size: wider than an edge that is still worth measuring
QUARTERED = 300  # pixels: so large a picture is halved twice first, a fifth of the work
NARROWEST = 8  # pixels: what is narrower has nothing to measure


@dataclass(frozen=True, slots=True)
class Quality:
    """How a frame is.

    light: mean, 0 to 255. shown: the same of what is printed, 0 where nothing is. shine: of what is printed.
    sharpness: how steep its edges are, 1 where dark turns to light from one pixel to the next. motion: mean change
    since the frame before, 0 to 255.
    """

    light: float
    shine: Shine = NO_SHINE
    sharpness: float = 1.0
    motion: float = 0.0
    shown: float = 0.0


def measure(
    gray: Pixels, region: Region | None, motion: float = 0.0, around: Region | None = None
) -> Quality:
    """Return a frame's measures: sharpness is the printed patch's, shine that of all print around, if it is known."""
    light = float(gray[::4, ::4].mean()) if gray.size else 0.0
    if region is None or min(region.width, region.height) < NARROWEST:
        return Quality(light, motion=motion)
    half = halved(region.of(gray))
    shine = shine_of(half if around is None else halved(around.of(gray)))
    return Quality(light, shine, sharpness_of(half), motion, float(half.mean()))


def sharpness_of(half: Pixels) -> float:
    """Return how much of the contrast around the strongest edges they take in two pixels, thick print or thin."""
    window = np.ones((REACH, REACH), np.uint8)
    contrast = cv2.subtract(cv2.dilate(half, window), cv2.erode(half, window)).astype(np.float32)
    steepness = np.maximum(
        *(np.abs(np.asarray(cv2.Sobel(half, cv2.CV_16S, *way, ksize=1))) for way in ((1, 0), (0, 1)))
    )
    steepest = cv2.dilate(steepness, window)
    strong = contrast > 0.5 * float(contrast.max())
    return float(np.median(steepest[strong] / np.maximum(contrast[strong], 8))) if strong.any() else 0.0


def thumbnail(gray: Pixels) -> Pixels:
    """Return a (36, 64) copy, to tell by how much two frames differ."""
    if min(gray.shape) >= QUARTERED:
        gray = halved(halved(gray))
    return cv2.resize(gray, (64, 36), interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)


def motion_between(before: Pixels | None, now: Pixels) -> float:
    """Return the mean change between two thumbnails, 0 if there is none before."""
    if before is None:
        return 0.0
    return float(np.abs(before.astype(np.int16) - now.astype(np.int16)).mean())
