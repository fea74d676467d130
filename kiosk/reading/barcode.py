"""The two readers of codes that this program knows, zxing-cpp and zbar, each made to say the same kind of thing.

Each is told which symbologies may come: zbar's reader of DataBar prints assertions, and any more costs time.
"""

import unicodedata
from collections.abc import Collection, Iterator
from enum import Enum
from functools import cache
from types import MappingProxyType, ModuleType
from typing import Any

import numpy as np
import zxingcpp

from kiosk.reading.frame import Pixels
from kiosk.reading.symbology import Code, Symbology

MOST_CODES = 8
LONGEST_TEXT = 300
UNPRINTABLE = "\N{REPLACEMENT CHARACTER}"
ELLIPSIS = "…"

# Not ITF: nearly all that zbar ever read wrongly was a part of such a code.
ZBAR_NAMES = MappingProxyType(
    {
        Symbology.CODE_128: "CODE128",
        Symbology.CODE_39: "CODE39",
        Symbology.CODABAR: "CODABAR",
        Symbology.EAN_13: "EAN13",
        Symbology.QR: "QRCODE",
    }
)


class Threshold(Enum):
    """How zxing-cpp tells dark from light."""

    AROUND = zxingcpp.Binarizer.LocalAverage
    MIDDLE = zxingcpp.Binarizer.FixedThreshold  # for pictures that were drawn here


def read_with_zxing(
    gray: Pixels,
    symbologies: Collection[Symbology],
    *,
    threshold: Threshold = Threshold.AROUND,
    is_level: bool = False,
) -> tuple[Code, ...]:
    """Return what zxing-cpp reads. is_level: bars stand upright and are large enough, nothing else is tried."""
    if not symbologies or min(gray.shape) < 2:
        return ()
    found = zxingcpp.read_barcodes(
        np.ascontiguousarray(gray),
        formats=zxingcpp.BarcodeFormats(
            [getattr(zxingcpp.BarcodeFormat, name.value) for name in symbologies]
        ),
        text_mode=zxingcpp.TextMode.Plain,
        try_invert=False,
        try_rotate=not is_level,
        try_downscale=not is_level,
        binarizer=threshold.value,
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
