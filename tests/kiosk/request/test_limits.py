"""Limits against trying again and again."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.request.limits import LONGEST_WAIT, is_desk_only, wait_before_next
from tests.given import NOW

NOTHING = timedelta(0)


def ago(*seconds: int):
    return [NOW - timedelta(seconds=each) for each in seconds]


@pytest.mark.parametrize(("failures", "only"), [(0, False), (2, False), (3, True), (4, True)])
def test_three_failures_of_a_number_lead_to_the_desk(failures, only):
    """Staff can still help."""
    assert only is is_desk_only(failures)


@pytest.mark.parametrize("failures", [[], ago(1), ago(2, 1)])
def test_the_first_three_sign_ins_wait_for_nothing(failures):
    """Everyone mistypes."""
    assert NOTHING == wait_before_next(failures, NOW)


@pytest.mark.parametrize(
    ("failures", "seconds"), [(3, 15), (4, 30), (5, 60), (6, 120), (10, 1920), (11, 3600), (1000, 3600)]
)
def test_each_further_failure_doubles_the_wait(failures, seconds):
    """Up to an hour."""
    assert timedelta(seconds=seconds) == wait_before_next([NOW] * failures, NOW)


def test_the_wait_runs_from_the_last_failure():
    """Ten of its fifteen seconds are over."""
    assert timedelta(seconds=5) == wait_before_next(ago(40, 30, 10), NOW)


def test_the_wait_ends():
    """After fifteen seconds."""
    assert NOTHING == wait_before_next(ago(40, 30, 15), NOW)


@given(st.lists(st.integers(-(10**6), 10**6), max_size=30))
def test_nobody_waits_longer_than_an_hour(seconds):
    """Whatever the clock did meanwhile."""
    assert NOTHING <= wait_before_next(ago(*seconds), NOW) <= LONGEST_WAIT
