"""The characters of a machine-readable zone and what each counts in a check digit."""

from collections.abc import Mapping
from types import MappingProxyType

DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FILLER = "<"
ALPHABET = DIGITS + LETTERS + FILLER

# Source: ICAO Doc 9303-3, "Check digits in the MRZ": digits as they are, A to Z 10 to 35, the filler 0.
VALUES: Mapping[str, int] = MappingProxyType(
    {character: place for place, character in enumerate(DIGITS + LETTERS)} | {FILLER: 0}
)


def is_written_in_alphabet(text: str) -> bool:
    """Return True if every character may stand in a machine-readable zone."""
    return all(character in VALUES for character in text)
