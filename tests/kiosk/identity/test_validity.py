"""Is a document still valid today, as far as its zone tells."""

from datetime import date

import pytest

from kiosk.identity.validity import old_card_end, validity
from kiosk.reading.document import DocumentFormat
from kiosk.reading.partial_date import PartialDate
from tests.kiosk.identity.papers import TODAY, a_document


def an_old_card(issued, birth_date):
    return a_document(format=DocumentFormat.FRA, issued=issued, birth_date=birth_date, expiry=None)


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2031, 9, 20), "valid"), (date(2031, 9, 21), "valid"), (date(2031, 9, 22), "expired")],
)
def test_a_document_is_valid_to_the_end_of_its_last_day(today, expected):
    """The expiry date is the last day."""
    assert expected == validity(a_document(expiry=date(2031, 9, 21)), today)


def test_a_document_without_a_date_says_so():
    """Neither valid nor expired."""
    assert "no_date" == validity(a_document(expiry=None), TODAY)
    assert "no_date" == validity(an_old_card(None, PartialDate(2000, 1, 1)), TODAY)


# month of issue, birth, earliest and latest end, on 23 November 2026
OLD_CARDS = [
    ((2017, 9), PartialDate(2006, 3, 12), date(2027, 8, 31), date(2027, 9, 29), "valid"),
    ((2016, 12), PartialDate(2002, 5, 5), date(2026, 11, 30), date(2026, 12, 30), "valid"),
    ((2016, 11), PartialDate(2002, 5, 5), date(2026, 10, 31), date(2026, 11, 29), "read_the_printed_date"),
    ((2014, 5), PartialDate(1993, 11, 30), date(2029, 4, 30), date(2029, 5, 30), "valid"),
    ((2011, 11), PartialDate(1990, 1, 1), date(2026, 10, 31), date(2026, 11, 29), "read_the_printed_date"),
    ((2013, 6), PartialDate(1995, 6, 15), date(2023, 5, 31), date(2028, 6, 29), "read_the_printed_date"),
    ((2003, 12), PartialDate(1980, 1, 1), date(2013, 11, 30), date(2013, 12, 30), "expired"),
    # the law changed on the second day of this month
    ((2004, 1), PartialDate(1980, 1, 1), date(2013, 12, 31), date(2019, 1, 30), "expired"),
    # only the year of birth is known: of age or not that month
    ((2013, 6), PartialDate(1995, None, None), date(2023, 5, 31), date(2028, 6, 29), "read_the_printed_date"),
    ((2013, 6), PartialDate(1994, None, None), date(2028, 5, 31), date(2028, 6, 29), "valid"),
    ((2013, 6), PartialDate(None, None, None), date(2023, 5, 31), date(2028, 6, 29), "read_the_printed_date"),
    ((2013, 6), None, date(2023, 5, 31), date(2028, 6, 29), "read_the_printed_date"),
    # leap days, of issue and of birth
    ((2016, 2), PartialDate(2002, 5, 5), date(2026, 1, 31), date(2026, 2, 28), "expired"),
    ((2014, 2), PartialDate(1996, 2, 29), date(2024, 1, 31), date(2024, 2, 27), "expired"),
    ((2014, 3), PartialDate(1996, 2, 29), date(2029, 2, 28), date(2029, 3, 30), "valid"),
]


@pytest.mark.parametrize(("issued", "birth", "earliest", "latest", "expected"), OLD_CARDS)
def test_an_old_french_cards_end_is_an_interval(issued, birth, earliest, latest, expected):
    """Its zone has the month of issue only; ten years or fifteen depend on the law and the holder's age."""
    assert (earliest, latest) == old_card_end(issued, birth)
    assert expected == validity(an_old_card(issued, birth), TODAY)


def test_an_old_card_is_expired_on_the_day_after_the_latest_end():
    """And still unsettled on that day itself."""
    card = an_old_card((2011, 11), PartialDate(1990, 1, 1))

    assert "valid" == validity(card, date(2026, 10, 31))
    assert "read_the_printed_date" == validity(card, date(2026, 11, 29))
    assert "expired" == validity(card, date(2026, 11, 30))


def test_an_old_card_of_next_month_is_not_yet_valid():
    """No card is issued in the future: its month is wrong."""
    assert "not_yet_valid" == validity(an_old_card((2026, 12), PartialDate(2000, 1, 1)), TODAY)
    assert "valid" == validity(an_old_card((2026, 11), PartialDate(2000, 1, 1)), TODAY)
