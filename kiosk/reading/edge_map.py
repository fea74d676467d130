"""How strong and how aligned the edges of a picture are, cell by cell: what all finding begins with."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2
from kiosk.reading.shrinking import halved

CELL = 8  # pixels
MOST_LIFT = 5.0  # noise in the shade is lifted too
DIM = 60.0  # mean of 255; below, small steps are made larger
FINER = 3  # times
NEAR = 7  # cells, odd: wider than a bar, which is dark but lies in no shade
BOX = 3  # cells over which directions are averaged
DIAGONAL = np.float32(1 / np.sqrt(2))

Plane = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class EdgeMap:
    """The edges in cells of CELL pixels.

    strength: (H, W) mean difference of neighbouring pixels, 0 to 255, over all directions; noise included.
    across, askew: the parts of it that run one way: strength times cosine and sine of twice its direction.
    lift: (H, W) by how much more an edge counts in a part that lies in the shade of the rest, 1 or more.
    light: the picture's mean, 0 to 255.
    """

    strength: Plane
    across: Plane
    askew: Plane
    lift: Plane
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
        return EdgeMap(none, none, none, none + 1, 0.0)
    here, right = gray[:rows, :columns], gray[:rows, 1 : columns + 1]
    below, beyond = gray[1 : rows + 1, :columns], gray[1 : rows + 1, 1 : columns + 1]
    lights = means_of(here)
    light = float(lights.mean())
    fine = FINER if light < DIM else 1
    level, upright = cells_of(here, right, fine), cells_of(here, below, fine)
    falling, rising = (
        cells_of(one, other, fine) * DIAGONAL for one, other in ((here, beyond), (right, below))
    )
    across, askew = (averaged(one - other) for one, other in ((level, upright), (falling, rising)))
    strength = averaged(level + upright + falling + rising) * np.float32(1 / (1 + np.sqrt(2)))
    brightest = np.maximum(cv2.dilate(lights, np.ones((NEAR, NEAR), np.uint8)), 1)
    lift = np.clip(light / brightest, 1, MOST_LIFT).astype(np.float32)
    return EdgeMap(strength, across, askew, lift, light)


def cells_of(one: Pixels, other: Pixels, fine: int) -> Plane:
    """Return the mean difference of two pictures in each cell.

    fine: by what differences are multiplied before they are averaged, for means are whole numbers.
    """
    difference = np.asarray(cv2.absdiff(one, other), np.uint8)
    if fine > 1:
        difference = cv2.convertScaleAbs(difference, alpha=fine).astype(np.uint8, copy=False)
    return means_of(difference) * np.float32(1 / fine)


def means_of(picture: Pixels) -> Plane:
    """Return the mean of each cell; of two by two pixels first, which is quick."""
    size = picture.shape[1] // CELL, picture.shape[0] // CELL
    return cv2.resize(halved(picture), size, interpolation=cv2.INTER_AREA).astype(np.float32)


def averaged(plane: Plane) -> Plane:
    return np.asarray(cv2.blur(plane, (BOX, BOX)), np.float32)
