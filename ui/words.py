"""The words of the faces: resources/i18n, and a language twice as long to see which layouts break."""

import re

from kiosk import words
from kiosk.words import NO_BREAK, Words, no_break_spaces

__all__ = ["NO_BREAK", "Words", "load_words", "no_break_spaces", "pseudo"]


def load_words(language: str) -> Words:
    """Return the language's words."""
    return words.load_words(language, "i18n")


def pseudo(words: Words) -> Words:
    """Return a language twice as long as another, to see which layouts break. Names of days stay as they are."""
    kept = ("day.", "month.", "time.")
    return Words(
        words.language,
        {key: said if key.startswith(kept) else _twice(said) for key, said in words.by_key.items()},
    )


def _twice(said: str) -> str:
    """Return each word followed by its accented twin; a {value} stays once."""
    return re.sub(r"(?<![{\w])[^\W\d_]{2,}(?![}\w])", lambda word: f"{word[0]} {_accented(word[0])}", said)


def _accented(word: str) -> str:
    return word.translate(str.maketrans("aeioucnAEIOU", "àéîöùçñÀÉÎÖÙ"))
