"""Find where a picture shows print, and where it shows bars, whether they can be read or not."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from kiosk.reading.bar_finder import LEAST_ORDER, BarMap, Bars
from kiosk.reading.edge_map import CELL, EdgeMap, edge_map
from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2
from kiosk.reading.region import Region
from kiosk.reading.shrinking import halved

PRINT = 0.045  # of the picture's light: print, not wood or shading
ABOVE_NOISE = 0.6  # of the strength that noise has
LEAST_PRINT = 0.008  # of the picture's area
NEAR = 5  # cells between words that belong together
ONE_WAY = 0.5  # of a cell's edges: more of them run one way in an outline, in bars too, and fewer in letters
LEAST_LETTERING = (
    0.0045  # of the picture's area; print has 0.005 and more, hands and rooms mostly 0.003 at most
)
HALVINGS = 3  # of a picture: print that is out of focus has edges there
FAINT_PRINT = 0.03  # of the picture's light, in the small copy, which has next to no noise
LEAST_SOFT = 0.10  # of the small copy's area


@dataclass(frozen=True, slots=True)
class Print:
    """What a picture shows: the largest printed patch, the strongest patch of bars, and what holds all print.

    lettering: share of the picture that has edges of all directions, as letters have and a hand's outline has not.
    is_soft: True if it shows only in a smaller copy.
    """

    region: Region | None
    bars: Bars | None
    extent: Region | None = None
    lettering: float = 0.0
    is_soft: bool = False


def find_print(marks: BarMap) -> Print:
    """Return where a picture shows print and bars."""
    bars = next((bars for bars in marks.patches if bars.order > LEAST_ORDER), None)
    return replace(find_letters(marks.edges), bars=bars)


def find_letters(edges: EdgeMap, contrast: float = PRINT) -> Print:
    """Return where a picture shows print. contrast: of its edges at least, in shares of the picture's light."""
    least = contrast * (edges.light + 8) + ABOVE_NOISE * edges.floor
    strength = edges.strength - edges.floor
    printed = strength > least
    region = largest(printed)
    if region is None:
        return Print(None, None)
    lettering = float((printed & (edges.aligned < ONE_WAY * strength)).mean())
    return Print(region, None, extent_of(printed), lettering)


def find_soft_print(gray: Pixels) -> Print:
    """Return where a (H, W) uint8 picture shows print that is out of focus, or moved."""
    if min(gray.shape) < CELL << HALVINGS:
        return Print(None, None)
    small = gray
    for _ in range(HALVINGS):
        small = halved(small)
    found = find_letters(edge_map(small), FAINT_PRINT)
    if found.region is None or found.lettering < LEAST_SOFT:
        return Print(None, None)
    return replace(found, region=found.region.enlarged(1 << HALVINGS), extent=None, is_soft=True)


def extent_of(printed: npt.NDArray[np.bool_]) -> Region:
    """Return the box around all print but stray cells, in pixels."""
    rows, columns = (np.sort(places) for places in np.nonzero(printed))
    few = len(rows) // 40
    low, high = few, len(rows) - 1 - few
    return Region(
        int(columns[low]) * CELL,
        int(rows[low]) * CELL,
        int(columns[high] + 1) * CELL,
        int(rows[high] + 1) * CELL,
    )


def largest(mask: npt.NDArray[np.bool_]) -> Region | None:
    """Return the box of the largest patch of cells, in pixels, None if it is smaller than a share of the picture."""
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((NEAR, NEAR), np.uint8))
    count, _, boxes, _ = cv2.connectedComponentsWithStats(closed)
    if count < 2:
        return None
    left, top, width, height, area = max(boxes[1:], key=lambda box: int(box[cv2.CC_STAT_AREA])).tolist()
    if area < LEAST_PRINT * mask.size:
        return None
    return Region(left * CELL, top * CELL, (left + width) * CELL, (top + height) * CELL)
