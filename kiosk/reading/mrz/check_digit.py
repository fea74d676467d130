"""The check digit of a field."""

from kiosk.errors import Unreadable
from kiosk.reading.mrz.alphabet import VALUES

WEIGHTS = (7, 3, 1)


def check_digit(field: str) -> int:
    """Return the check digit of an MRZ field, 0..9.

    Weights 7, 3, 1 repeat over the characters; '<' counts 0, A..Z count 10..35.
    Raises Unreadable for any other character.
    Source: ICAO Doc 9303-3, "Check digits in the MRZ".
    """
    try:
        return sum(VALUES[character] * WEIGHTS[place % 3] for place, character in enumerate(field)) % 10
    except KeyError as error:
        raise Unreadable("A machine-readable zone holds only A to Z, 0 to 9 and '<'.") from error
