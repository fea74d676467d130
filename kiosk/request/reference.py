"""A request's reference: short enough to be called out, with a check character that catches slips.

"MK-7F3K-92Q8": seven drawn characters and the check character. The alphabet leaves out what people confuse: 0 and O,
1 and I, and L, S, U, which pass for 1, 5 and V. It has 29 characters, a prime, so a sum with different weights
modulo 29 detects every wrong character and every swapped pair.
"""

import unicodedata
from itertools import product

ALPHABET = "23456789ABCDEFGHJKMNPQRTVWXYZ"
PREFIX = "MK"
DRAWN = 7
LENGTH = DRAWN + 1
FEWEST_BYTES = 8

# What a character that no reference has may have been on the ticket; the check character decides.
MISREAD = {"0": "QD", "O": "QD", "1": "J7T", "I": "J7T", "L": "J7T", "S": "5", "U": "V"}
MOST_READINGS = 64  # a text of zeros isn't a reference that was misread


def new_reference(random: bytes) -> str:
    """Return the reference that these random bytes draw; 8 at least, so that all are equally likely."""
    if len(random) < FEWEST_BYTES:
        raise ValueError(f"a reference is drawn from {FEWEST_BYTES} random bytes at least")
    number = int.from_bytes(random) % len(ALPHABET) ** DRAWN
    drawn = "".join(ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in range(DRAWN))
    return _written(drawn + ALPHABET[-_weighted(drawn) % len(ALPHABET)])


def parse_reference(text: str) -> str | None:
    """Return the reference that a person wrote, as tickets write it; None if it can't be one.

    Case, blanks and dashes don't matter, MK may be missing, and look-alikes are read as what they must have been.
    """
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).upper()))
    if len(letters) == LENGTH + len(PREFIX):
        letters = letters.removeprefix(PREFIX)
    if len(letters) != LENGTH:
        return None
    right = [reading for reading in _readings(letters) if _weighted(reading) % len(ALPHABET) == 0]
    return _written(right[0]) if len(right) == 1 else None


def _readings(letters: str) -> list[str]:
    """Return what may have been written, in the alphabet; nothing for a character that passes for none."""
    choices = [MISREAD.get(letter, letter if letter in ALPHABET else "") for letter in letters]
    count = 1
    for choice in choices:
        count *= len(choice)
    return ["".join(reading) for reading in product(*choices)] if count <= MOST_READINGS else []


def _weighted(letters: str) -> int:
    """Return the sum of each character's place in the alphabet times its weight: 8, 7, ... to the check's 1."""
    return sum((LENGTH - place) * ALPHABET.index(letter) for place, letter in enumerate(letters))


def _written(letters: str) -> str:
    return f"{PREFIX}-{letters[:4]}-{letters[4:]}"
