"""Compare birth dates where the directory's lives: what leaves this room is the outcome, never the date."""

from datetime import date

from kiosk.identity.student import BirthDate
from kiosk.reading.partial_date import PartialDate


def compare(known: date | None, shown: PartialDate | None) -> BirthDate:
    """Compare the directory's date with the document's (None: nothing was shown to compare)."""
    if shown is None:
        return BirthDate.NOT_COMPARED
    if known is None:
        return BirthDate.UNKNOWN
    if not shown.agrees_with(known):
        return BirthDate.DIFFERENT
    return BirthDate.EQUAL if shown.is_complete else BirthDate.UNKNOWN
