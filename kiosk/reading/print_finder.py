"""Find where a picture shows print, and where it shows bars, whether they can be read or not."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2

SMALL_SIDE = 640  # the bars of a card that fills a third of this are still told apart
BOX = 15
PRINT = 0.3  # root of the mean squared gradient, in shares of the picture's light: print, not wood or shading
BARS = 1.0
ALIGNED = 0.75  # share of gradients that run one way; text and pictures have less
LEAST_PRINT = 0.008  # of the picture's area
LEAST_BARS = 0.0015

Plane = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of pixels, right and bottom excluded."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Bars:
    """Where bars lie, and how they run.

    angle: degrees by which the reading direction is turned, -90 to 90, clockwise as seen.
    """

    region: Region
    angle: float


@dataclass(frozen=True, slots=True)
class Print:
    """What a picture shows: the largest printed patch, and the largest patch of bars."""

    region: Region | None
    bars: Bars | None


def find_print(gray: Pixels) -> Print:
    """Return where a (H, W) uint8 picture shows print and bars.

    Source: the structure tensor; its coherence tells bars of any direction from text and pictures.
    """
    zoom = min(1.0, SMALL_SIDE / max(gray.shape))
    size = max(1, round(gray.shape[1] * zoom)), max(1, round(gray.shape[0] * zoom))
    small = cv2.resize(gray, size, interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)
    xx, yy, xy = gradients(small)
    energy, difference = xx + yy, xx - yy
    aligned = np.sqrt(difference**2 + 4 * xy**2) / (energy + 1e-6)
    printed = largest(energy > PRINT**2, LEAST_PRINT)
    barred = largest((energy > BARS**2) & (aligned > ALIGNED), LEAST_BARS)
    return Print(
        None if printed is None else box_of(printed, zoom),
        None if barred is None else Bars(box_of(barred, zoom), direction(barred, difference, xy)),
    )


def gradients(gray: Pixels) -> tuple[Plane, Plane, Plane]:
    """Return the local means of squared and mixed gradients, in shares of the picture's mean light."""
    light = 2 * (float(gray.mean()) + 8)
    across = np.asarray(cv2.Sobel(gray, cv2.CV_32F, 1, 0), np.float32) / light
    down = np.asarray(cv2.Sobel(gray, cv2.CV_32F, 0, 1), np.float32) / light
    pairs = (across, across), (down, down), (across, down)
    xx, yy, xy = (np.asarray(cv2.blur(one * other, (BOX, BOX)), np.float32) for one, other in pairs)
    return xx, yy, xy


def largest(mask: npt.NDArray[np.bool_], least: float) -> npt.NDArray[np.bool_] | None:
    """Return the largest patch of a mask alone, or None if it is smaller than a share of the picture."""
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(closed)
    if count < 2:
        return None
    label = 1 + int(np.argmax(boxes[1:, cv2.CC_STAT_AREA]))
    if boxes[label, cv2.CC_STAT_AREA] < least * mask.size:
        return None
    return np.asarray(labels == label)


def box_of(patch: npt.NDArray[np.bool_], zoom: float) -> Region:
    """Return a patch's box in the pixels of the whole picture."""
    rows, columns = np.flatnonzero(patch.any(1)), np.flatnonzero(patch.any(0))
    ends = columns[0], rows[0], columns[-1] + 1, rows[-1] + 1
    return Region(*(int(end / zoom) for end in ends))


def direction(patch: npt.NDArray[np.bool_], difference: Plane, product: Plane) -> float:
    """Return the mean direction of gradients in a patch, in degrees."""
    return float(np.degrees(np.arctan2(2 * product[patch].sum(), difference[patch].sum()) / 2))
