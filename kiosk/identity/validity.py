"""Whether a document is still valid.

The old French card's zone has no expiry, only the month of issue: its end is an interval.
Source: French decree 2013-1188: 15 years if issued to an adult from 2 January 2004 on, else 10.
"""

from datetime import date, timedelta
from itertools import product

from kiosk.identity.reason import Reason
from kiosk.reading.document import DocumentFormat, DocumentReading
from kiosk.reading.partial_date import PartialDate

_LONG_VALIDITY_FROM = date(2004, 1, 2)
_ADULT_AT = 18
_LONG_YEARS = 15
_SHORT_YEARS = 10
_ANY_AGE = (date(1, 1, 1), date(9000, 1, 1))  # surely an adult, surely a minor


def validity(document: DocumentReading, today: date) -> Reason:
    """Return valid, expired, read_the_printed_date, not_yet_valid or no_date."""
    if document.format is DocumentFormat.FRA:
        return _old_card_validity(document, today)
    if document.expiry is None:
        return Reason.NO_DATE
    return Reason.VALID if today <= document.expiry else Reason.EXPIRED


def old_card_end(issued: tuple[int, int], birth_date: PartialDate | None) -> tuple[date, date]:
    """Return the earliest and the latest last day of an old French card issued in (year, month)."""
    first, last = _first_and_last_day(*issued)
    ends = [_end(day, birth) for day, birth in product((first, last), _births(birth_date))]
    return min(ends), max(ends)


def _old_card_validity(document: DocumentReading, today: date) -> Reason:
    if document.issued is None:
        return Reason.NO_DATE
    if (today.year, today.month) < document.issued:
        return Reason.NOT_YET_VALID
    earliest, latest = old_card_end(document.issued, document.birth_date)
    if today <= earliest:
        return Reason.VALID
    return Reason.EXPIRED if today > latest else Reason.READ_THE_PRINTED_DATE


def _end(issued: date, birth: date) -> date:
    is_long = issued >= _LONG_VALIDITY_FROM and issued >= _years_after(birth, _ADULT_AT)
    return _years_after(issued, _LONG_YEARS if is_long else _SHORT_YEARS) - timedelta(days=1)


def _first_and_last_day(year: int, month: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _births(birth_date: PartialDate | None) -> tuple[date, date]:
    """Return the earliest and the latest day on which the holder may have been born."""
    if birth_date is None or birth_date.year is None:
        return _ANY_AGE
    exact = birth_date.as_date()
    return (exact, exact) if exact else (date(birth_date.year, 1, 1), date(birth_date.year, 12, 31))


def _years_after(day: date, years: int) -> date:
    """Return the anniversary; 1 March where 29 February doesn't exist."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
