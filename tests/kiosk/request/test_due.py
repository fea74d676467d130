"""By when a request is answered."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import SettingsWrong
from kiosk.request.due import PARIS, Calendar, Closure, Opening, public_holidays

OPEN = Calendar()
PONT = Calendar(closures=(Closure(date(2027, 5, 7), date(2027, 5, 7)),))
CHRISTMAS = Calendar(closures=(Closure(date(2026, 12, 19), date(2027, 1, 3)),))


def paris(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


# Source: the domain facts' table of the business calendar.
ROWS = [
    ("2026-11-27 19:00", OPEN, "2026-11-30 08:30", "2026-11-30 17:00"),  # Friday evening: Monday
    ("2026-11-27 10:00", OPEN, "2026-11-27 10:00", "2026-11-30 17:00"),
    ("2026-11-24 12:45", OPEN, "2026-11-24 13:30", "2026-11-25 17:00"),  # lunch
    ("2026-11-28 11:00", OPEN, "2026-11-30 08:30", "2026-11-30 17:00"),  # Saturday
    ("2027-11-10 18:00", OPEN, "2027-11-12 08:30", "2027-11-12 17:00"),  # Armistice on Thursday
    ("2027-05-05 18:00", OPEN, "2027-05-07 08:30", "2027-05-07 17:00"),  # Ascension on Thursday
    ("2027-05-05 18:00", PONT, "2027-05-10 08:30", "2027-05-10 17:00"),  # and the Friday closed
    ("2026-12-18 18:00", CHRISTMAS, "2027-01-04 08:30", "2027-01-04 17:00"),
    ("2026-12-24 17:30", OPEN, "2026-12-28 08:30", "2026-12-28 17:00"),  # 25 December is a Friday
    # at the edges of a day
    ("2026-11-24 00:00", OPEN, "2026-11-24 08:30", "2026-11-25 17:00"),  # before opening
    ("2026-11-24 08:30", OPEN, "2026-11-24 08:30", "2026-11-25 17:00"),
    ("2026-11-24 12:30", OPEN, "2026-11-24 13:30", "2026-11-25 17:00"),
    ("2026-11-24 16:59", OPEN, "2026-11-24 16:59", "2026-11-25 17:00"),
    ("2026-11-24 17:00", OPEN, "2026-11-25 08:30", "2026-11-25 17:00"),  # closed this minute
    ("2026-11-24 23:59", OPEN, "2026-11-25 08:30", "2026-11-25 17:00"),
    # the week in which summer time begins (28 March 2027, with Easter Monday after it) and ends (31 October 2027)
    ("2027-03-26 19:00", OPEN, "2027-03-30 08:30", "2027-03-30 17:00"),
    ("2027-03-28 02:30", OPEN, "2027-03-30 08:30", "2027-03-30 17:00"),  # an hour that isn't there
    ("2027-10-29 19:00", OPEN, "2027-11-02 08:30", "2027-11-02 17:00"),
    ("2027-10-31 02:30", OPEN, "2027-11-02 08:30", "2027-11-02 17:00"),  # an hour that is there twice
    # a month-long closure
    (
        "2027-07-30 18:00",
        Calendar(closures=(Closure(date(2027, 7, 31), date(2027, 8, 29)),)),
        "2027-08-30 08:30",
        "2027-08-30 17:00",
    ),
]


@pytest.mark.parametrize(("made", "calendar", "start", "due"), ROWS)
def test_a_request_starts_and_is_due_as_the_table_says(made, calendar, start, due):
    """By the clock on the wall, kept in UTC."""
    at = paris(made).astimezone(UTC)
    assert (paris(start), paris(due)) == (calendar.start(at), calendar.due(at))


def test_a_due_time_is_kept_in_utc():
    """17:00 in Toulouse is 16:00 in winter and 15:00 in summer."""
    winter, summer = OPEN.due(paris("2026-11-23 10:00")), OPEN.due(paris("2027-06-07 10:00"))
    assert (datetime(2026, 11, 24, 16, 0, tzinfo=UTC), datetime(2027, 6, 8, 15, 0, tzinfo=UTC)) == (
        winter,
        summer,
    )


def test_a_day_is_a_local_day():
    """At 23:30 UTC it is tomorrow already in Toulouse."""
    at = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert datetime(2026, 11, 23, 23, 0, tzinfo=UTC) == OPEN.start_of_day(at)


def test_a_saturday_may_be_a_business_day():
    """Where the settings open it."""
    morning = (Opening(time(9), time(12)),)
    saturdays = Calendar(week=((), (), (), (), (), morning, ()))
    assert paris("2026-11-28 12:00") == saturdays.due(paris("2026-11-23 10:00"))


@pytest.mark.parametrize(
    "calendar",
    [
        Calendar(week=((),) * 7),
        Calendar(closures=(Closure(date(2026, 1, 1), date(2099, 1, 1)),)),
    ],
)
def test_a_campus_that_never_opens_is_a_fault_of_the_settings(calendar):
    """Said in a sentence, not searched for ever."""
    with pytest.raises(SettingsWrong, match="no open day"):
        calendar.due(paris("2026-11-23 10:00"))


def test_a_campus_that_closes_for_good_tomorrow_is_a_fault_of_the_settings():
    """Open now, and no business day to answer on."""
    closing = Calendar(closures=(Closure(date(2026, 11, 24), date(2099, 1, 1)),))
    with pytest.raises(SettingsWrong):
        closing.due(paris("2026-11-23 10:00"))


def test_another_campus_may_live_by_another_clock():
    """La Réunion is three hours ahead in winter."""
    reunion = Calendar(zone=ZoneInfo("Indian/Reunion"))
    assert datetime(2026, 11, 24, 13, 0, tzinfo=UTC) == reunion.due(datetime(2026, 11, 23, 6, 0, tzinfo=UTC))


# Source: Code du travail, L3133-1, with Easter of 28 March 2027.
HOLIDAYS_2027 = "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25"


def test_the_public_holidays_are_those_of_mainland_france():
    """Eleven, and none of Alsace's extras."""
    assert {date.fromisoformat(f"2027-{day}") for day in HOLIDAYS_2027.split()} == public_holidays(2027)


@given(st.integers(0, 20 * 365 * 24 * 60))
def test_an_answer_is_due_on_a_business_day_after_the_work_began(minute):
    """And within eight days where there is no closure, for twenty years to come."""
    at = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(minutes=minute)
    start, due = OPEN.start(at), OPEN.due(at)
    assert OPEN.is_business_day(OPEN.local(due).date())
    assert at <= start < due < at + timedelta(days=8)
