"""How long things are kept."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import SettingsWrong
from kiosk.retention import Retention
from tests.given import NOW

DAYS = st.integers(1, 3650)


def test_the_days_that_hold_unless_a_campus_decides_otherwise():
    """30 days for the holder, a year for the record."""
    kept = Retention()
    assert (
        datetime(2026, 10, 24, 9, 30, tzinfo=UTC),
        datetime(2025, 11, 23, 9, 30, tzinfo=UTC),
        datetime(2026, 10, 24, 9, 30, tzinfo=UTC),
    ) == (kept.holder_before(NOW), kept.record_before(NOW), kept.lapse_before(NOW))


@given(DAYS, DAYS, DAYS)
def test_each_age_is_counted_by_itself(holder, more, lapse):
    """Each campus decides its own days."""
    kept = Retention(holder_days=holder, record_days=holder + more, lapse_days=lapse)
    ages = (NOW - kept.holder_before(NOW), NOW - kept.record_before(NOW), NOW - kept.lapse_before(NOW))
    assert tuple(timedelta(days=days) for days in (holder, holder + more, lapse)) == ages


@pytest.mark.parametrize("days", [{"holder_days": 0}, {"record_days": -1}, {"lapse_days": 0}])
def test_nothing_is_erased_on_the_spot(days):
    """Zero days would erase a request while it is being made."""
    with pytest.raises(SettingsWrong, match="one at least"):
        Retention(**days)


def test_a_record_never_goes_before_its_holder():
    """Who it was about would be left without what it was about."""
    with pytest.raises(SettingsWrong, match="holder"):
        Retention(holder_days=31, record_days=30)
