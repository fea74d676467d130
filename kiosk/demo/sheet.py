"""A sheet of card or paper to draw on, measured in millimetres."""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw

from kiosk.demo.typefaces import Face, font, printable
from kiosk.reading.frame import Pixels

PX_PER_MM = 16
FINER = 2  # shapes are drawn at this multiple and reduced, because Pillow leaves their edges jagged

Colour = tuple[int, int, int]
Point = tuple[float, float]


def colour(code: str) -> Colour:
    """Return "#RRGGBB" as red, green, blue."""
    red, green, blue = bytes.fromhex(code.removeprefix("#"))
    return red, green, blue


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return `one` with this share of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


class Sheet:
    """A drawing surface. x runs right and y down, in millimetres from the top left corner."""

    def __init__(self, image: Image.Image, px_per_mm: float = PX_PER_MM) -> None:
        self.image = image
        self.pen = ImageDraw.Draw(image)
        self.px_per_mm = px_per_mm

    @classmethod
    def fine(cls, width: float, height: float, ground: Colour) -> "Sheet":
        """Return an empty sheet for shapes, to be taken with `reduced` when they are drawn."""
        scale = PX_PER_MM * FINER
        return cls(Image.new("RGB", (round(width * scale), round(height * scale)), ground), scale)

    def reduced(self) -> Image.Image:
        """Return the drawing of a fine sheet at PX_PER_MM."""
        return self.image.reduce(FINER)

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: Colour, radius: float = 0
    ) -> None:
        corners = self._px((x, y), (x + width, y + height))
        self.pen.rounded_rectangle(corners, radius * self.px_per_mm, fill)

    def oval(self, x: float, y: float, across: float, down: float, *, fill: Colour) -> None:
        """Fill an ellipse around x, y with these half axes."""
        self.pen.ellipse(self._px((x - across, y - down), (x + across, y + down)), fill)

    def line(self, points: Sequence[Point], *, fill: Colour, width: float) -> None:
        self.pen.line(self._px(*points), fill, max(1, round(width * self.px_per_mm)), joint="curve")

    def polygon(self, points: Sequence[Point], *, fill: Colour) -> None:
        self.pen.polygon(self._px(*points), fill)

    def lay(self, x: float, y: float, picture: Image.Image | Colour, mask: Image.Image) -> None:
        """Lay a picture or a colour on the sheet where the mask lets it, its top left corner at x, y."""
        (left, top), *_ = self._px((x, y))
        box = (round(left), round(top), round(left) + mask.width, round(top) + mask.height)
        self.image.paste(picture, box, mask)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float,
        fill: Colour,
        face: Face = Face.REGULAR,
        anchor: str = "ls",
        width: float | None = None,
    ) -> None:
        """Write one line with its baseline at y, smaller where it would be wider than `width`.

        size: height of the em in millimetres. anchor: as Pillow's, "ls" left on the baseline, "rs" right.
        """
        words = printable(words, face)
        em = round(size * self.px_per_mm)
        if width is not None:
            em = min(em, int(em * width * self.px_per_mm / max(font(face, em).getlength(words), 1)))
        self.pen.text(self._px((x, y))[0], words, fill, font(face, em), anchor=anchor)

    def pixels(self) -> Pixels:
        """Return the drawing as (H, W, 3) uint8 BGR."""
        return np.ascontiguousarray(np.asarray(self.image.convert("RGB"))[:, :, ::-1])

    def _px(self, *points: Point) -> list[Point]:
        return [(x * self.px_per_mm, y * self.px_per_mm) for x, y in points]
