"""Lay a ticket's text out on paper, in letters that a printer has."""

import textwrap
import unicodedata

WIDTH = 42  # characters of font A across 80 mm paper


def lay_out(text: str, width: int = WIDTH) -> list[str]:
    """Return the lines, none longer than `width` characters; a longer word goes on in the next line."""
    return [piece for line in text.split("\n") for piece in _fold(printable(line), width)]


def printable(line: str) -> str:
    """Return the line without control characters: to a ticket printer they are commands."""
    plain = unicodedata.normalize("NFC", line).replace("\t", " ")
    return "".join(letter for letter in plain if unicodedata.category(letter) not in ("Cc", "Cf"))


def windows_1252(line: str) -> bytes:
    """Return the line in the code page with œ and the euro sign that printers know.

    A letter that it lacks loses its accent, or becomes '?'.
    """
    return b"".join(_letter(letter) for letter in printable(line))


def _letter(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return unicodedata.normalize("NFKD", letter).encode("ascii", "ignore") or b"?"


def _fold(line: str, width: int) -> list[str]:
    return [piece.rstrip() for piece in textwrap.wrap(line, width, break_on_hyphens=False)] or [""]
