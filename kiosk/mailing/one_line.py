"""Text from elsewhere (a directory, a settings file) made harmless inside a mail."""

import re
import unicodedata

LONGEST = 200  # characters; a name of SupAnn may have 256, and no reader wants them
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,255}$)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
_KEPT = "\u200c\u200d"  # joiners: part of the spelling in Persian, Hindi and others


def one_line(text: str, longest: int = LONGEST) -> str:
    """Return the text on one line: no line break starts a header, no invisible sign turns the writing round."""
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(letter if _is_visible(letter) else " " for letter in composed)
    line = " ".join(visible.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def is_address(text: str) -> bool:
    """Return True for one plain mail address; anything that a header could be spoiled with isn't one."""
    return ADDRESS.fullmatch(text) is not None and ".." not in text


def _is_visible(letter: str) -> bool:
    """Cc, Cf: controls and marks of direction; Cs, Co, Cn: no letters at all; Zl, Zp: line breaks by other names."""
    return letter in _KEPT or not unicodedata.category(letter).startswith(("C", "Zl", "Zp"))
