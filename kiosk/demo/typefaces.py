"""The bundled fonts, as Pillow takes them."""

from enum import StrEnum
from functools import cache
from importlib.resources import files
from io import BytesIO
from unicodedata import combining, normalize

from PIL import ImageFont

FONTS = files("resources.fonts")
NO_CHARACTER = "\U0010fffe"


class Face(StrEnum):
    """A font file of resources/fonts."""

    REGULAR = "AtkinsonHyperlegibleNext-Regular.ttf"
    MEDIUM = "AtkinsonHyperlegibleNext-Medium.ttf"
    SEMIBOLD = "AtkinsonHyperlegibleNext-SemiBold.ttf"
    BOLD = "AtkinsonHyperlegibleNext-Bold.ttf"
    OCR_B = "OCRB.otf"


@cache
def font(face: Face, size: float) -> ImageFont.FreeTypeFont:
    """Return a font with an em of `size` pixels, the same on every machine."""
    with BytesIO(FONTS.joinpath(face).read_bytes()) as file:
        return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


def printable(words: str, face: Face = Face.REGULAR) -> str:
    """Return the words with the accents that the font has; what it lacks loses its marks one by one.

    Card printers do the same: "Nguyễn" becomes "Nguyên" in a font without Vietnamese.
    """
    return "".join(_nearest(letter, face) for letter in normalize("NFC", words))


@cache
def _nearest(letter: str, face: Face) -> str:
    parts = normalize("NFD", letter)
    while not _has(normalize("NFC", parts), face) and combining(parts[-1]):
        parts = parts[:-1]
    return normalize("NFC", parts)


def _has(letter: str, face: Face) -> bool:
    known = font(face, 40)
    return bytes(known.getmask(letter)) != bytes(known.getmask(NO_CHARACTER))
