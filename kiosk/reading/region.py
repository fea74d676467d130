"""A part of a picture."""

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from kiosk.reading.frame import Pixels


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

    def of(self, gray: Pixels) -> Pixels:
        """Return this part of a picture."""
        return gray[self.top : self.bottom, self.left : self.right]

    def enlarged(self, times: int) -> "Region":
        """Return the region in a picture so many times as large."""
        return Region(self.left * times, self.top * times, self.right * times, self.bottom * times)

    @classmethod
    def around(cls, corners: npt.NDArray[np.floating], shape: tuple[int, ...]) -> Self:
        """Return the box around (N, 2) points, as far as it lies in a picture of (H, W)."""
        left, top = np.floor(corners.min(0)).astype(int).tolist()
        right, bottom = np.ceil(corners.max(0)).astype(int).tolist()
        return cls(max(0, left), max(0, top), min(shape[1], right), min(shape[0], bottom))
