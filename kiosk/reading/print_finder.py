"""Find where a picture shows print, and where it shows bars, whether they can be read or not."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kiosk.reading.bar_finder import LEAST_ORDER, Bars, find_patches
from kiosk.reading.edge_map import CELL, EdgeMap
from kiosk.reading.opencv import cv2
from kiosk.reading.region import Region

PRINT = 0.045  # of the picture's light: print, not wood or shading
ABOVE_NOISE = 0.6  # of the strength that noise has
LEAST_PRINT = 0.008  # of the picture's area
NEAR = 5  # cells between words that belong together


@dataclass(frozen=True, slots=True)
class Print:
    """What a picture shows: the largest printed patch, the strongest patch of bars, and what holds all print."""

    region: Region | None
    bars: Bars | None
    extent: Region | None = None


def find_print(edges: EdgeMap) -> Print:
    """Return where a picture shows print and bars."""
    least = PRINT * (edges.light + 8) + ABOVE_NOISE * edges.floor
    bars = next((bars for bars in find_patches(edges) if bars.order > LEAST_ORDER), None)
    printed = edges.strength - edges.floor > least
    region = largest(printed)
    return Print(region, bars, None if region is None else extent_of(printed))


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
