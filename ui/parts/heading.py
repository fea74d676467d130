"""Where the question of a screen breaks: by hand, unless the words are too large for that."""

from PySide6.QtGui import QFontMetrics

from ui.fonts import font
from ui.tokens import Look

BOLD = 700


def heading(look: Look, words: str, width: int) -> str:
    """Return large words in one line where they fit into so many pixels, else as they were broken by hand.

    Where a line of those is too long as well, the breaks are left to the label.
    """
    measure = QFontMetrics(font(look.text["h1"], BOLD))
    flowing = words.replace("\n", " ")
    if measure.horizontalAdvance(flowing) <= width:
        return flowing
    fits = all(measure.horizontalAdvance(line) <= width for line in words.split("\n"))
    return words if fits else flowing
