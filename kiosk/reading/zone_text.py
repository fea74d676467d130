"""What a reader of machine-readable zones hands over, so that fakes and other readers fit in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Posteriors = npt.NDArray[np.float32]


class ZoneText(Protocol):
    """The text of a zone as one frame, or several together, show it."""

    @property
    def lines(self) -> Sequence[str]: ...

    @property
    def posteriors(self) -> Sequence[Posteriors]:
        """One (len(line), 37) float32 array a line; rows sum to 1, columns in ALPHABET order."""
        ...

    @property
    def corners(self) -> npt.NDArray[np.float32]:
        """(4, 2) x, y in pixels, clockwise from the text's own top left."""
        ...

    @property
    def repaired(self) -> bool:
        """True if a check digit was used to change a character: then it proves nothing about the text."""
        ...

    @property
    def is_alone(self) -> bool:
        """True if the picture surely shows no other zone; False where that isn't known."""
        ...


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a picture shows of a zone.

    is_cut: True if not all of it is in sight, so that nothing is said: its lines run out of the picture, or may.
    """

    text: ZoneText | None
    is_cut: bool = False


class ZoneReader(Protocol):
    """Reads the zone in a (H, W) uint8 picture."""

    def look(self, gray: npt.NDArray[np.uint8]) -> Sighting: ...
