"""How a name may be written in a document's machine-readable zone, which has A to Z only.

Source: ICAO Doc 9303-3, section 6, table A, and its older edition; French issuers simply drop accents.
"""

import unicodedata
from collections.abc import Iterator
from itertools import chain, islice, product

MOST_SPELLINGS = 64
LONGEST_NAME = 256  # characters; a document shows 39 at most

# The plainest form comes first, then the newer table's, then the older one's.
_ALTERNATIVES = {
    "Ä": ("A", "AE"),
    "Å": ("A", "AA"),
    "Æ": ("AE",),
    "Ñ": ("N", "NXX"),
    "Ö": ("O", "OE"),
    "Ø": ("O", "OE"),
    "Œ": ("OE",),
    "Ü": ("U", "UE", "UXX"),
    "ß": ("SS",),
    "ẞ": ("SS",),
    "Þ": ("TH",),
    # Unicode takes no stroke, bar or tail off a letter, so these stand here.
    "Ð": ("D",),
    "Đ": ("D",),
    "Ħ": ("H",),
    "Ł": ("L",),
    "Ŋ": ("N",),
    "Ŧ": ("T",),
}
_APOSTROPHES = "'`\u2018\u2019\u201b\u02b9\u02bb\u02bc\u2032"
_APOSTROPHE = ("", " ")  # dropped by the rule, kept as a separator by some issuers
_DROPPED = ".,\u00b7"


def spellings(name: str) -> tuple[str, ...]:
    """Return how the name may be written: words of A to Z, one space between them, 1 to 64 of them.

    One letter is written the same way throughout a name. Letters of other scripts are left out.
    """
    letters = _composed(name)
    choices = [(letter, _forms(letter)) for letter in dict.fromkeys(letters)]
    found: dict[str, None] = {}
    for chosen in islice(_choose([forms for _, forms in choices]), MOST_SPELLINGS):
        written = dict(zip((letter for letter, _ in choices), chosen, strict=True))
        found[" ".join("".join(written[letter] for letter in letters).split())] = None
    return tuple(found)


def _choose(choices: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield a form for each letter: first everything by one table, so that no limit cuts that off, then any mix."""
    by_one_table = (tuple(forms[min(table, len(forms) - 1)] for forms in choices) for table in range(3))
    return chain(by_one_table, product(*choices))


def has_other_letters(name: str) -> bool:
    """Return True if a letter has no form in A to Z here, as in Greek, Cyrillic, Arabic or Chinese."""
    return any(_is_foreign(letter) for letter in _composed(name))


def _composed(name: str) -> str:
    """Return the name in capitals, each letter in one piece with its marks as far as Unicode can."""
    composed = unicodedata.normalize("NFKC", name[:LONGEST_NAME])[:LONGEST_NAME]
    return "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in composed)


def _is_foreign(letter: str) -> bool:
    return letter.isalpha() and letter not in _APOSTROPHES and _forms(letter) == ("",)


def _forms(letter: str) -> tuple[str, ...]:
    """Return what may stand for one character; " " separates, "" drops."""
    if letter in _APOSTROPHES:
        return _APOSTROPHE
    if letter in _DROPPED or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return ("",)
    known = _known(letter)
    if known:
        return known
    bare = "".join(_plainest(part) for part in unicodedata.normalize("NFD", letter))
    if bare:
        return (bare,)
    return ("",) if letter.isalpha() else (" ",)


def _known(letter: str) -> tuple[str, ...]:
    return (letter,) if "A" <= letter <= "Z" else _ALTERNATIVES.get(letter, ())


def _plainest(part: str) -> str:
    known = _known(part.upper())
    return known[0] if known else ""
