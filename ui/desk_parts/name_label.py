"""A label for names: they may be very long, and may have to break where no blank is."""

import re

from ui.name_font import readable
from ui.parts.label import Label

BREAK = "\u200b"  # a place to break that nobody sees
LONGEST = 22  # letters in one piece


class NameLabel(Label):
    """Breaks after hyphens, and inside a piece that is too long for any line. The screen reader hears it whole."""

    def say(self, words: str) -> None:
        super().say(breakable(readable(words)))
        self.words = words
        self.setAccessibleName(words)


def breakable(words: str) -> str:
    """Return words with unseen places to break."""
    return re.sub(rf"-(?=\S)|[^\s-]{{{LONGEST}}}(?=[^\s-])", lambda piece: piece[0] + BREAK, words)
