"""How the issuers of the specimens write a name in A to Z.

Written apart from what the verifier accepts, so that the one can't hide a fault of the other.
Source: ICAO Doc 9303-3, section 6; French, Spanish and Vietnamese issuers simply drop the marks.
"""

from unicodedata import normalize

NO_MARKS_TO_DROP = {
    "Æ": "AE",
    "Œ": "OE",
    "Ø": "OE",
    "ß": "SS",
    "Đ": "D",
    "Ł": "L",
    "ı": "I",
    "-": "<",
    " ": "<",
    "’": "",
    "'": "",
}
EXPANDED = {"Ä": "AE", "Ö": "OE", "Ü": "UE", "Å": "AA"}
EXPANDING_STATES = frozenset({"D", "SWE", "AUT", "CHE"})


def spelled(name: str, state: str) -> str:
    """Return the name as this state writes it, "<" between its parts."""
    table = NO_MARKS_TO_DROP | (EXPANDED if state in EXPANDING_STATES else {})
    return "".join(table.get(letter, _bare(letter)) for letter in _capitals(normalize("NFC", name)))


def _capitals(name: str) -> str:
    return "".join(letter if letter in "ßı" else letter.upper() for letter in name)


def _bare(letter: str) -> str:
    """Return the letter without its marks."""
    return normalize("NFD", letter)[0]
