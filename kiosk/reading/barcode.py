"""Find and read the codes in a picture: zxing-cpp first, then what bars were seen and not read.

On webcam pictures of cards zxing-cpp alone reads more, faster, and never wrongly; zbar adds a few. Each is
told which symbologies may come: zbar's reader of DataBar prints assertions, and any more costs time.
"""

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache
from types import MappingProxyType, ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt
import zxingcpp

from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2
from kiosk.reading.print_finder import Bars, find_print
from kiosk.reading.symbology import Code, Symbology

MOST_CODES = 8
LONGEST_TEXT = 300
UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"
ELLIPSIS = "…"
QUIET_ZONES = 1.4  # of the bars' length: they need white at both ends

Matrix = npt.NDArray[np.float64]

# Not ITF: nearly all that zbar ever read wrongly was a part of such a code.
ZBAR_NAMES = MappingProxyType(
    {
        Symbology.CODE_128: "CODE128",
        Symbology.CODE_39: "CODE39",
        Symbology.CODABAR: "CODABAR",
        Symbology.EAN_13: "EAN13",
    }
)


def read_codes(gray: Pixels, symbologies: Collection[Symbology]) -> tuple[Code, ...]:
    """Return the codes of the wanted symbologies in a (H, W) uint8 picture, at most MOST_CODES."""
    codes = read_with_zxing(gray, symbologies)
    if any(code.symbology.is_linear for code in codes) or not any(wanted.is_linear for wanted in symbologies):
        return codes
    bars = find_print(gray).bars
    return codes + read_bars(gray, bars, symbologies) if bars else codes


def read_bars(gray: Pixels, bars: Bars, symbologies: Collection[Symbology]) -> tuple[Code, ...]:
    """Return what can be read of bars that were seen but not read in the whole picture: straightened, by both.

    Readers of linear codes look along rows and columns: bars turned by 20 degrees have no row that crosses all.
    """
    part, to_picture = straightened(gray, bars)
    linear = [symbology for symbology in symbologies if symbology.is_linear]
    codes = read_with_zxing(part, linear) or read_with_zbar(part, linear)
    return tuple(replace(code, corners=moved(code.corners, to_picture)) for code in codes)


def straightened(gray: Pixels, bars: Bars) -> tuple[Pixels, Matrix]:
    """Return the bars' surroundings turned level, and the (2, 3) matrix that leads back to the picture."""
    region = bars.region
    middle = ((region.left + region.right) / 2, (region.top + region.bottom) / 2)
    side = int(QUIET_ZONES * np.hypot(region.width, region.height)) + 1
    turn = np.asarray(cv2.getRotationMatrix2D(middle, bars.angle, 1.0), np.float64)
    turn[:, 2] += np.array([side / 2 - middle[0], side / 2 - middle[1]])
    part = cv2.warpAffine(gray, turn, (side, side), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(part, np.uint8), np.asarray(cv2.invertAffineTransform(turn), np.float64)


def moved(corners: np.ndarray, matrix: Matrix) -> np.ndarray:
    """Return (4, 2) float32 corners under a (2, 3) matrix."""
    return (corners @ matrix[:, :2].T + matrix[:, 2]).astype(np.float32)


def read_with_zxing(gray: Pixels, symbologies: Collection[Symbology]) -> tuple[Code, ...]:
    """Return what zxing-cpp reads."""
    if not symbologies or min(gray.shape) < 2:
        return ()
    formats = zxingcpp.BarcodeFormats([getattr(zxingcpp.BarcodeFormat, name.value) for name in symbologies])
    found = zxingcpp.read_barcodes(
        np.ascontiguousarray(gray), formats=formats, text_mode=zxingcpp.TextMode.Plain, try_invert=False
    )
    by_name = {symbology.value: symbology for symbology in symbologies}
    return tuple(
        Code(by_name[code.format.name], printable(code.text), corners_of(code.position))
        for code in found[:MOST_CODES]
        if code.valid and code.format.name in by_name
    )


def corners_of(position: Any) -> np.ndarray:
    """Return zxing-cpp's position as (4, 2) float32."""
    points = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return np.array([(point.x, point.y) for point in points], np.float32)


def read_with_zbar(gray: Pixels, symbologies: Collection[Symbology]) -> tuple[Code, ...]:
    """Return what zbar reads; ASCII only, since it guesses at other encodings."""
    by_name = {ZBAR_NAMES[symbology]: symbology for symbology in symbologies if symbology in ZBAR_NAMES}
    zbar = load_zbar() if by_name else None
    if zbar is None:
        return ()
    return tuple(
        Code(by_name[found.type], printable(found.data.decode("ascii")), rectangle(found.rect))
        for found in zbar.decode(gray, symbols=[zbar.ZBarSymbol[name] for name in by_name])[:MOST_CODES]
        if found.type in by_name and found.data.isascii()
    )


def rectangle(rect: Any) -> np.ndarray:
    """Return zbar's rectangle as (4, 2) float32."""
    right, bottom = rect.left + rect.width, rect.top + rect.height
    return np.array(
        [(rect.left, rect.top), (right, rect.top), (right, bottom), (rect.left, bottom)], np.float32
    )


@cache
def load_zbar() -> ModuleType | None:
    """Return pyzbar, or None where the library zbar is not installed; reading goes on without it."""
    try:
        from pyzbar import pyzbar
    except ImportError:
        return None
    module: ModuleType = pyzbar
    return module


def printable(text: str) -> str:
    """Return a text without what could alter how others are shown, and of bounded length.

    Control characters, marks of writing direction and surrogates are replaced, not dropped: what is left of a
    code must not look like another code.
    """
    shown = "".join(characters(text.strip()[: LONGEST_TEXT + 1]))
    return shown if len(shown) <= LONGEST_TEXT else shown[:LONGEST_TEXT] + ELLIPSIS


def characters(text: str) -> Iterator[str]:
    """Yield each character, or what stands for one that can't be shown."""
    for character in text:
        hidden = unicodedata.category(character)[0] == "C" or character in "\u2028\u2029"
        yield UNPRINTABLE if hidden else character
