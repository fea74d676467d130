"""One picture from a camera, as the readers take it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what holds a camera in its hand without looking through it must not wait for numpy
    import numpy as np
    import numpy.typing as npt

    Pixels = npt.NDArray[np.uint8]
else:
    Pixels = object


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A camera picture.

    pixels: (H, W, 3) uint8 BGR. index: from 0, per source. taken_at: monotonic seconds.
    """

    pixels: Pixels
    index: int = 0
    taken_at: float = 0.0
