"""A part of a picture."""

from dataclasses import dataclass

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
