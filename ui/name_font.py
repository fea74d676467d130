"""A second family for names: the house's font has no Vietnamese, Greek or Cyrillic letters."""

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

from ui.fonts import FAMILY, FontMissing, font

NAMES = "Noto Sans"
BODY = 20  # pixels: which letters a font has doesn't depend on it


@cache
def load_name_font() -> str:
    """Let Qt take the letters that the house's font lacks from the bundled one; return its family."""
    for weight in ("Regular", "Bold"):
        file = files("resources") / "fonts" / f"NotoSans-{weight}.ttf"
        if QFontDatabase.addApplicationFontFromData(file.read_bytes()) < 0:
            raise FontMissing(file.name)
    QFont.insertSubstitution(FAMILY, NAMES)
    return NAMES


@lru_cache(maxsize=1024)
def readable(name: str) -> str:
    """Return a name in which each letter that no font here can draw is said by its code: never an empty box."""
    if name.isascii():
        return name
    load_name_font()
    return "".join(letter if letter.isspace() or _is_drawn(letter) else code_of(letter) for letter in name)


def code_of(letter: str) -> str:
    return f"[U+{ord(letter):04X}]"


@lru_cache(maxsize=4096)
def _is_drawn(letter: str) -> bool:
    """Return whether a font was found for it, the system's included: a missing glyph has the number 0."""
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return True  # an accent, or a sign that isn't seen
    layout = QTextLayout(letter, font(BODY))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())
