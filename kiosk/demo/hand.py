"""A left hand that holds a card or document by its edge, thumb in front and fingers behind."""

from functools import cache

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from kiosk.demo.sheet import PX_PER_MM, Colour, Point, colour, mix
from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2

SKINS = ("#F0C9AE", "#E2AE8B", "#C68A63", "#9A6744", "#6E4630")
SLEEVES = ("#4B2A70", "#2F4858", "#7A3B2E", "#3A3A44")
SHADOW = colour("#2B1A20")
MARGIN = 0.42  # of the picture's width, left of it and below, where hand and sleeve show
CORNER = 0.035  # radius of the picture's corners, of its width
COARSER = 3  # skin has no fine detail: it is drawn at a third of the size


def held(picture: Pixels, width: int, variant: int) -> Pixels:
    """Return the picture in a hand as (H, W, 4) uint8 BGRA, colours multiplied by alpha.

    width: of the picture itself, in pixels; it begins at `page_left` and at the top. variant: which skin and sleeve.
    """
    rows = round(picture.shape[0] * width / picture.shape[1])
    millimetre = width * PX_PER_MM / picture.shape[1]
    small = cv2.resize(picture, (width, rows), interpolation=cv2.INTER_AREA)
    behind, thumb = _hand(width, rows, millimetre, variant % len(SKINS), variant % len(SLEEVES))
    canvas = behind.copy()
    page = Image.fromarray(np.ascontiguousarray(small[:, :, ::-1])).convert("RGBA")
    page.putalpha(_rounded(width, rows))
    canvas.alpha_composite(page, (page_left(width), 0))
    canvas.alpha_composite(thumb)
    return _multiplied(np.asarray(canvas))


def page_left(width: int) -> int:
    """Return where in `held` the picture begins, in pixels from the left; it begins at the top."""
    return round(width * MARGIN)


def _multiplied(rgba: Pixels) -> Pixels:
    bgra = cv2.cvtColor(rgba, cv2.COLOR_RGBA2BGRA)
    alpha = cv2.merge([bgra[:, :, 3]] * 3)
    bgra[:, :, :3] = cv2.multiply(np.ascontiguousarray(bgra[:, :, :3]), alpha, scale=1 / 255)
    return np.asarray(bgra)


def _rounded(width: int, rows: int) -> Image.Image:
    mask = Image.new("L", (width * 2, rows * 2))
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, width * 2 - 1, rows * 2 - 1), width * 2 * CORNER, 255)
    return mask.reduce(2)


@cache
def _hand(
    width: int, rows: int, millimetre: float, skin: int, sleeve: int
) -> tuple[Image.Image, Image.Image]:
    """Return what lies behind the picture and what lies before it, each with the size of the whole."""
    size = (width + page_left(width), rows + page_left(width))
    small = (size[0] // COARSER, size[1] // COARSER)
    behind, thumb = Image.new("RGBA", small), Image.new("RGBA", small)
    edge, unit = (page_left(width) / COARSER, rows * 0.42 / COARSER), millimetre / COARSER
    _fingers(behind, edge, unit, colour(SKINS[skin]), colour(SLEEVES[sleeve]))
    _thumb(thumb, edge, unit, colour(SKINS[skin]))
    return behind.resize(size, Image.Resampling.BICUBIC), thumb.resize(size, Image.Resampling.BICUBIC)


def _fingers(image: Image.Image, edge: Point, unit: float, skin: Colour, cloth: Colour) -> None:
    x, y = edge
    _stroke(image, [(x - 62 * unit, y + 62 * unit), (x - 26 * unit, y + 24 * unit)], 34 * unit, cloth)
    _stroke(image, [(x - 30 * unit, y + 26 * unit), (x - 15 * unit, y + 10 * unit)], 27 * unit, skin)
    for finger in range(4):
        root = (x - 14 * unit, y + (4 + 7.2 * finger) * unit)
        _stroke(image, [root, (x + 8 * unit, y + (2 + 8.4 * finger) * unit)], 9.5 * unit, skin)


def _thumb(image: Image.Image, edge: Point, unit: float, skin: Colour) -> None:
    x, y = edge
    tip = (x + 4.6 * unit, y - 7 * unit)
    _stroke(image, [(x - 17 * unit, y + 8 * unit), (x - 6 * unit, y - 4.5 * unit), tip], 11.5 * unit, skin)
    _nail(image, tip, unit, mix(skin, (255, 236, 230), 0.5))


def _stroke(image: Image.Image, points: list[Point], thickness: float, tone: Colour) -> None:
    """Lay a rounded limb along the points: a soft shadow, then the limb, lighter along its middle."""
    for blur, share, fill, alpha in (
        (0.16, 1.06, SHADOW, 90),
        (0.02, 1.0, mix(tone, SHADOW, 0.3), 255),
        (0.14, 0.72, tone, 255),
        (0.16, 0.3, mix(tone, (255, 255, 255), 0.16), 200),
    ):
        layer = Image.new("L", image.size)
        _limb(ImageDraw.Draw(layer), points, thickness * share)
        mask = layer.filter(ImageFilter.GaussianBlur(thickness * blur)).point(
            lambda value, a=alpha: value * a // 255
        )
        coat = Image.new("RGBA", image.size, fill)
        coat.putalpha(mask)
        image.alpha_composite(coat)


def _limb(pen: ImageDraw.ImageDraw, points: list[Point], thickness: float) -> None:
    pen.line(points, 255, round(thickness), joint="curve")
    for x, y in (points[0], points[-1]):
        half = thickness / 2
        pen.ellipse((x - half, y - half, x + half, y + half), 255)


def _nail(image: Image.Image, tip: Point, unit: float, tone: Colour) -> None:
    layer = Image.new("L", image.size)
    x, y = tip[0] + 1.4 * unit, tip[1] - 0.8 * unit
    ImageDraw.Draw(layer).ellipse((x - 3.6 * unit, y - 2.7 * unit, x + 3.2 * unit, y + 2.7 * unit), 200)
    coat = Image.new("RGBA", image.size, tone)
    coat.putalpha(layer.filter(ImageFilter.GaussianBlur(unit * 0.35)))
    image.alpha_composite(coat)
