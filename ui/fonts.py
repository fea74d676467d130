"""The bundled font: offscreen and on a bare machine the words look the same."""

from functools import cache
from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Atkinson Hyperlegible Next"


class FontMissing(Exception):
    """The program was installed without its font."""


@cache
def load_fonts() -> str:
    """Give the application every weight of the font, once; return the family."""
    for file in (files("resources") / "fonts").iterdir():
        if (
            file.name.startswith("Atkinson")
            and QFontDatabase.addApplicationFontFromData(file.read_bytes()) < 0
        ):
            raise FontMissing(file.name)
    return FAMILY


def font(px: int, weight: int = 400) -> QFont:
    """Return the font for painting; labels get theirs from the stylesheet."""
    made = QFont(FAMILY)
    made.setPixelSize(px)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
