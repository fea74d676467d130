"""Every code in a frame, by what pays most for its time first; each stage is bounded in what it looks at.

Codes of two dimensions, then bars where bars are found, then the place of a square that was seen and not read.
zxing-cpp's own search for bars read none that this had not, and cost the most on frames without a code.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

import numpy as np

from kiosk.reading.bar_finder import BarMap, find_bars, is_a_piece
from kiosk.reading.bar_profile import DARK, LIGHT
from kiosk.reading.bar_reader import ATTEMPTS, UNMARKED, read_bars
from kiosk.reading.barcode import read_with_zbar, read_with_zxing
from kiosk.reading.edge_map import DIM, edge_map
from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2
from kiosk.reading.shrinking import halved
from kiosk.reading.square_finder import find_square
from kiosk.reading.symbology import Code, Symbology

FEWER = ATTEMPTS[::2]  # at the other patches, in case there are two cards
LIKELY = 2  # patches of bars that get all attempts: 351 of 352 codes were in the first
LARGE = 1400  # pixels of a picture, its longer side
THREAD = 175  # pixels: nothing that fills so narrow a picture has wide bars
SMALL = 260  # pixels of a code's surroundings; smaller ones are enlarged
AROUND = 41  # pixels, odd: over which a code's light is evened out
NEAR = 21  # pixels, odd: between black and white in a reflection
FAINTER = 2  # of 255, than the mean: ink, not paper
SOFT = 2.0  # pixels that sharpening takes for blur


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """A (H, W) uint8 picture, its edges and bars, and what is looked for in it."""

    gray: Pixels
    marks: BarMap
    squares: tuple[Symbology, ...]
    bars: tuple[Symbology, ...]


Stage = Callable[[Sight, tuple[Code, ...]], tuple[Code, ...]]


def read_codes(
    gray: Pixels, symbologies: Collection[Symbology], marks: BarMap | None = None
) -> tuple[Code, ...]:
    """Return the codes of the wanted symbologies in a (H, W) uint8 picture, each once.

    A large picture that shows none is looked at smaller: bars of a card that fills it are too wide to be found.
    """
    sight = look(gray, symbologies, marks)
    codes: tuple[Code, ...] = ()
    for stage in STAGES:
        codes = each_once(codes + stage(sight, codes))
    if codes or max(gray.shape) < LARGE or min(gray.shape) < THREAD:
        return codes
    smaller = read_codes(halved(gray), symbologies)
    return tuple(replace(code, corners=2 * code.corners) for code in smaller)


def look(gray: Pixels, symbologies: Collection[Symbology], marks: BarMap | None = None) -> Sight:
    """Return a picture made ready."""
    marks = BarMap(edge_map(gray)) if marks is None else marks
    bars = tuple(symbology for symbology in symbologies if symbology.is_linear)
    squares = tuple(symbology for symbology in symbologies if not symbology.is_linear)
    return Sight(brightened(gray, marks.edges.light), marks, squares, bars)


def brightened(gray: Pixels, light: float) -> Pixels:
    """Return a dim picture with its light spread: readers of squares take small steps for none.

    A white card before a dark room makes a dim picture too, and is bright enough itself.
    """
    if not 0 < light < DIM:
        return gray
    brightest = float(np.percentile(gray[::8, ::8], 99))
    return np.asarray(cv2.convertScaleAbs(gray, alpha=min(8.0, 2 * DIM / light, 255 / max(brightest, 1.0))))


def read_squares(sight: Sight, before: tuple[Code, ...]) -> tuple[Code, ...]:
    """Return the codes of two dimensions that zxing-cpp finds."""
    del before
    return read_with_zxing(sight.gray, sight.squares)


def read_found_bars(sight: Sight, before: tuple[Code, ...]) -> tuple[Code, ...]:
    """Return what the patches of bars say: the likeliest get all attempts."""
    del before
    codes: tuple[Code, ...] = ()
    least = 0.0
    patches = find_bars(sight.marks) if sight.bars else ()
    for rank, bars in enumerate(patches):
        if bars.length >= least:
            attempts = ATTEMPTS if rank < LIKELY and not codes else FEWER
            is_whole = not is_a_piece(bars, patches)
            wanted = [symbology for symbology in sight.bars if is_whole or symbology not in UNMARKED]
            found = read_bars(sight.gray, bars, wanted, attempts)
            codes, least = codes + found, length_of(found[0]) / 2 if found else least
    return codes


def length_of(code: Code) -> float:
    """Return how long a code is in the picture, in pixels."""
    return float(np.hypot(*(code.corners[1] - code.corners[0])))


def read_found_square(sight: Sight, before: tuple[Code, ...]) -> tuple[Code, ...]:
    """Return the code of two dimensions in the densest square, if nothing was read yet.

    Evened out and sharpened for one reader; in black and white for the other, which reads more reflections so.
    """
    place = find_square(sight.marks.edges) if not before and sight.squares else None
    if place is None:
        return ()
    zoom = 2.0 if max(place.width, place.height) < SMALL else 1.0
    part = np.asarray(cv2.resize(place.of(sight.gray), None, fx=zoom, fy=zoom), np.uint8)
    codes = read_with_zxing(sharp(part), sight.squares) or read_with_zbar(
        blackened(part, NEAR * zoom), sight.squares
    )
    corner = np.array((place.left, place.top), np.float32)
    return tuple(replace(code, corners=code.corners / np.float32(zoom) + corner) for code in codes)


def sharp(part: Pixels) -> Pixels:
    """Return a part with a lens' blur lessened and its light evened out."""
    levels = part.astype(np.float32)
    levels = 2.5 * levels - 1.5 * cv2.GaussianBlur(levels, (0, 0), SOFT)
    window = np.ones((AROUND, AROUND), np.uint8)
    soft = cv2.blur(part, (3, 3))
    dark, light = (
        cv2.blur(plane.astype(np.float32), (AROUND, AROUND))
        for plane in (cv2.erode(soft, window), cv2.dilate(soft, window))
    )
    even = (levels - dark) / np.maximum(light - dark, 8)
    return np.asarray(np.clip(even * (LIGHT - DARK) + DARK, 0, 255), np.uint8)


def blackened(part: Pixels, near: float) -> Pixels:
    """Return a part in black and white, told apart by the mean of so many pixels around, as a reflection asks for."""
    soft = cv2.GaussianBlur(part, (3, 3), 0)
    black = cv2.adaptiveThreshold(
        soft, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, int(near) | 1, FAINTER
    )
    return np.asarray(black, np.uint8)


STAGES: tuple[Stage, ...] = (read_squares, read_found_bars, read_found_square)


def each_once(codes: tuple[Code, ...]) -> tuple[Code, ...]:
    """Return the codes without those that say the same again."""
    first = {(code.symbology, code.text): code for code in reversed(codes)}
    return tuple(reversed(first.values()))
