"""Two-digit years, and dates of which parts are unknown."""

from datetime import date

from kiosk.reading.mrz.alphabet import DIGITS, FILLER
from kiosk.reading.partial_date import PartialDate

FIRST_FRENCH_CARD_YEAR = 88  # the old French card was issued from 1988 on
UNKNOWN = (FILLER * 2, "00")  # fillers by the standard; some issuers print zeros


def birth_date(text: str, today: date) -> PartialDate | None:
    """Return the date of birth, or None if it can't be one.

    The year is of this century unless that lies in the future. Unknown parts are None.
    """
    year, month, day = (text[place : place + 2] for place in (0, 2, 4))
    try:
        read = PartialDate(
            None if year == FILLER * 2 else 2000 + number(year),
            None if month in UNKNOWN else number(month),
            None if day in UNKNOWN else number(day),
        )
    except ValueError:
        return None
    if read.year is not None and is_after(read, today):
        read = PartialDate(read.year - 100, read.month, read.day)
    return read if is_possible(read) else None


def is_after(read: PartialDate, today: date) -> bool:
    """Return True if even the first day that it may be is in the future."""
    return (read.year or 1, read.month or 1, read.day or 1) > (today.year, today.month, today.day)


def is_possible(read: PartialDate) -> bool:
    """Return True if some day fits the parts that are known."""
    leap_year_if_unknown = 2000 if read.year is None else read.year
    try:
        date(
            leap_year_if_unknown, 1 if read.month is None else read.month, 1 if read.day is None else read.day
        )
    except ValueError:
        return False
    return True


def expiry_date(text: str) -> date | None:
    """Return the last day of validity, always of this century, or None if it can't be a date."""
    try:
        return date(2000 + number(text[:2]), number(text[2:4]), number(text[4:]))
    except ValueError:
        return None


def issue_month(text: str) -> tuple[int, int] | None:
    """Return the year and month of YYMM as the old French card writes it, or None."""
    try:
        year, month = number(text[:2]), number(text[2:])
    except ValueError:
        return None
    century = 1900 if year >= FIRST_FRENCH_CARD_YEAR else 2000
    return (century + year, month) if 1 <= month <= 12 else None


def number(text: str) -> int:
    """Return two digits as a number. Raises ValueError for anything else, "+1" included."""
    if len(text) != 2 or not all(character in DIGITS for character in text):
        raise ValueError(text)
    return int(text)
