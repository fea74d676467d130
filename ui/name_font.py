"""A second family for names: the house's font has no Vietnamese, Greek or Cyrillic letters."""

from functools import cache
from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase

from ui.fonts import FAMILY, FontMissing

NAMES = "Noto Sans"


@cache
def load_name_font() -> str:
    """Let Qt take the letters that the house's font lacks from the bundled one; return its family."""
    for weight in ("Regular", "Bold"):
        file = files("resources") / "fonts" / f"NotoSans-{weight}.ttf"
        if QFontDatabase.addApplicationFontFromData(file.read_bytes()) < 0:
            raise FontMissing(file.name)
    QFont.insertSubstitution(FAMILY, NAMES)
    return NAMES
