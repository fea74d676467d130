"""Words on the screen, in a role of the type scale."""

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.tokens import Look
from ui.words import NO_BREAK

LEADING = {"display": 84, "h1": 86, "h2": 90, "reference": 82}  # % of the font's own line, which is 1.30 em
READING = 98
DESCENDERS = 95  # % below which the last line's descenders are cut
NO_BREAK_HYPHEN = "\u2060-\u2060"
TINY = 6  # letters
SHORT = 14  # letters: two last words that together are this short stay on one line


class Label(QLabel):
    """Words with the role's line height, which QSS can't say. Plain words in; a line break is a newline."""

    def __init__(
        self,
        look: Look,
        words: str,
        role: str = "body",
        *,
        tone: str = "",
        align: str = "left",
        wrap: bool = True,
    ) -> None:
        super().__init__()
        self.look, self.role, self.align = look, role, align
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.say(words)

    def say(self, words: str) -> None:
        """Show other words; the screen reader is told the same."""
        self.words = words
        self.setAccessibleName(words.replace("\n", " "))
        self.setText(
            _paragraph(keep_compounds(keep_last_together(words)), self.leading, self.align)
            + self._room_below()
        )

    @property
    def leading(self) -> int:
        return LEADING.get(self.role, READING if self.wordWrap() else 100)

    def _room_below(self) -> str:
        """Return a thin line under tight ones: margins don't keep the last descenders from being cut."""
        if self.leading >= DESCENDERS:
            return ""
        px = round(self.look.text[self.role] * 0.1)
        return f'<p style="font-size:{px}px; margin:0">{NO_BREAK}</p>'


def keep_last_together(words: str) -> str:
    """Return words whose last line is never one short word. Of three, only a very short last one is kept."""
    *before, last = words.split(" ")
    if len(before) > 2 or (len(before) == 2 and len(last) <= TINY):
        together = f"{before[-1]} {last}"
        if len(together) <= SHORT and "\n" not in together and before[-1]:
            return " ".join(before) + NO_BREAK + last
    return words


def keep_compounds(words: str) -> str:
    """Return words that don't break at a hyphen: "rez-de-chaussée" moves to the next line as one."""
    return re.sub(r"(?<=\w)-(?=\w)", NO_BREAK_HYPHEN, words)


def _paragraph(words: str, leading: int, align: str) -> str:
    """Return one block. Escaped: every label is rich text, and data may hold a "<"."""
    said = escape(words).replace("\n", "<br>")
    return f'<p style="line-height:{leading}%; margin:0" align="{align}">{said}</p>'
