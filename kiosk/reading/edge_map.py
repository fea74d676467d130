"""How strong and how aligned the edges of a picture are, cell by cell: what all finding begins with."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2
from kiosk.reading.shrinking import halved

CELL = 8  # pixels
BOX = 3  # cells over which directions are averaged
DIAGONAL = np.float32(1 / np.sqrt(2))

Plane = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class EdgeMap:
    """The edges in cells of CELL pixels.

    strength: (H, W) mean difference of neighbouring pixels, 0 to 255, over all directions; noise included.
    across, askew: the parts of it that run one way: strength times cosine and sine of twice its direction.
    light: the picture's mean, 0 to 255.
    """

    strength: Plane
    across: Plane
    askew: Plane
    light: float

    @cached_property
    def aligned(self) -> Plane:
        """Return how strong the edges are that share one direction; noise and text have little of it."""
        return np.hypot(self.across, self.askew)

    @cached_property
    def floor(self) -> float:
        """Return the strength that the sensor's noise alone has."""
        return float(np.partition(self.strength, self.strength.size // 10, None)[self.strength.size // 10])


def edge_map(gray: Pixels) -> EdgeMap:
    """Return the edges of a (H, W) uint8 picture; cells that its right and lower end cut are left out.

    A picture smaller than a cell has one without edges.
    Differences along four directions cost a fifth of a structure tensor, and tell direction as well.
    """
    rows, columns = ((side - 1) // CELL * CELL for side in gray.shape)
    if min(rows, columns) < CELL:
        none = np.zeros((1, 1), np.float32)
        return EdgeMap(none, none, none, 0.0)
    here, right = gray[:rows, :columns], gray[:rows, 1 : columns + 1]
    below, beyond = gray[1 : rows + 1, :columns], gray[1 : rows + 1, 1 : columns + 1]
    level, upright = cells_of(here, right), cells_of(here, below)
    falling, rising = cells_of(here, beyond) * DIAGONAL, cells_of(right, below) * DIAGONAL
    across, askew = (averaged(one - other) for one, other in ((level, upright), (falling, rising)))
    strength = averaged(level + upright + falling + rising) * np.float32(1 / (1 + np.sqrt(2)))
    return EdgeMap(strength, across, askew, float(cv2.mean(here)[0]))


def cells_of(one: Pixels, other: Pixels) -> Plane:
    """Return the mean difference of two pictures in each cell; of cells of two by two pixels first, which is quick."""
    difference = np.asarray(cv2.absdiff(one, other), np.uint8)
    size = difference.shape[1] // CELL, difference.shape[0] // CELL
    return cv2.resize(halved(difference), size, interpolation=cv2.INTER_AREA).astype(np.float32)


def averaged(plane: Plane) -> Plane:
    return np.asarray(cv2.blur(plane, (BOX, BOX)), np.float32)
