"""A secret that can be read aloud and typed on a foreign keyboard.

Six words of a list of 256, each with a capital, and a digit from 2 to 9: 6 x 8 + 3 = 51 bits. CNIL asks for 50 where
tries are limited (délibération 2022-100), and this one must be changed at its first use.

No letter of the list (there is no a, m, q, w, y, z) changes its place between AZERTY, QWERTY and QWERTZ; there is no
separator, because every sign's place changes. Capitals, small letters and a digit satisfy a rule of three classes;
25 to 37 characters satisfy one of length.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

WORDS = 6
A_LINE = 3  # words: a line of paper holds 24 characters at least
DIGITS = "23456789"  # 0 and 1 are taken for letters
BITS = WORDS * 8 + 3


@dataclass(frozen=True, slots=True)
class Passphrase:
    """lines: as they are printed. text: as it is typed."""

    lines: tuple[str, ...] = field(repr=False)

    @property
    def text(self) -> str:
        return "".join(self.lines)


@cache
def word_list() -> tuple[str, ...]:
    """Return the 256 words."""
    return tuple((files("resources.passphrase") / "words.txt").read_text("ascii").split())


def new_passphrase(secret: Callable[[int], bytes], name: str = "") -> Passphrase:
    """Draw one. secret(n): n unpredictable bytes. name: the holder's, none of whose parts may be in it.

    Directories turn down a password that holds a part of its owner's name (Active Directory: three letters or more).
    """
    parts = _parts(name)
    while True:
        drawn = [word_list()[byte] for byte in secret(WORDS)]
        phrase = _printed(drawn, DIGITS[secret(1)[0] % len(DIGITS)])
        if not any(part in phrase.text.lower() for part in parts):
            return phrase


def _printed(drawn: list[str], digit: str) -> Passphrase:
    words = [word.capitalize() for word in drawn]
    words[-1] += digit
    return Passphrase(tuple("".join(words[at : at + A_LINE]) for at in range(0, WORDS, A_LINE)))


def _parts(name: str) -> set[str]:
    """Return what a directory may find of the name: parts of three letters or more, without their accents."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    letters = "".join(letter if letter.isalnum() else " " for letter in bare)
    return {part for part in letters.split() if len(part) >= 3}
