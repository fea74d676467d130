"""Figures say how the desk keeps up, and nothing of anybody."""

from datetime import date, timedelta

import pytest

from kiosk.desk.deciding import approve, refuse
from kiosk.desk.figures import DayCount, figures, summed_up
from kiosk.errors import NotAllowed
from kiosk.filing import Witness, file_claim
from kiosk.request.due import Calendar
from kiosk.request.life import RefusalReason
from kiosk.request.request import State
from kiosk.staff.account import Role
from kiosk.store import Passage
from kiosk.triage.words import Cause
from tests.given import NOW
from tests.kiosk.test_filing import a_claim

HOUR = timedelta(hours=1)
MONDAY = date(2026, 11, 23)


def a_passage(filed_hours_ago: int, took: timedelta | None = None, **changes: object) -> Passage:
    filed_at = NOW - filed_hours_ago * HOUR
    facts = {
        "state": State.WAITING if took is None else State.UNLOCKED,
        "filed_at": filed_at,
        "ended_at": None if took is None else filed_at + took,
        "cause": None if took is None else Cause.TOO_MANY_TRIES,
    }
    return Passage(**(facts | changes))


def summed(*passages: Passage, days: int = 3):
    return summed_up(passages, NOW, Calendar(), days)


def test_an_empty_store_has_no_times():
    """Nothing waits, nothing took time; the days are there all the same."""
    found = summed()

    assert (0, None, None, ()) == (found.waiting, found.oldest, found.median_time, found.by_cause)
    assert [(0, 0)] * 3 == [(each.filed, each.ended) for each in found.by_day]


def test_the_oldest_is_the_one_that_waits_longest():
    """What was approved waits for the directory, not for staff."""
    found = summed(a_passage(2), a_passage(5), a_passage(9, state=State.APPROVED))

    assert (2, 5 * HOUR) == (found.waiting, found.oldest)


def test_half_of_the_answers_came_sooner_than_the_median():
    """One that took a week doesn't move it."""
    found = summed(a_passage(9, HOUR), a_passage(9, 2 * HOUR), a_passage(200, 168 * HOUR))

    assert 2 * HOUR == found.median_time


def test_causes_are_counted_the_most_frequent_first():
    """Where nobody approved, nobody looked for one."""
    refused = a_passage(9, HOUR, state=State.REFUSED, cause=None)
    found = summed(refused, a_passage(9, HOUR), a_passage(8, HOUR), a_passage(1))

    assert ((Cause.TOO_MANY_TRIES, 2), (None, 1)) == found.by_cause


def test_a_day_is_the_campus_day():
    """Half past eleven in the evening in London is tomorrow in Toulouse."""
    late = a_passage(0, filed_at=NOW.replace(day=22, hour=23, minute=30))

    assert DayCount(MONDAY, 1, 0) == summed(late).by_day[-1]


def test_the_figures_come_from_the_store(bench):
    """One unlocked after two hours, one refused, each on its day."""
    filed = file_claim(bench.kit, a_claim(), Witness()).request
    bench.clock.advance(hours=2)
    approve(bench.kit, bench.staff[Role.APPROVER], filed.reference, seen=True)
    again = file_claim(bench.kit, a_claim(), Witness()).request
    bench.clock.advance(days=1)
    refuse(bench.kit, bench.staff[Role.APPROVER], again.reference, RefusalReason.WITHDRAWN)

    found = figures(bench.kit, bench.staff[Role.SUPERVISOR], days=2)

    assert (DayCount(MONDAY, 2, 1), DayCount(date(2026, 11, 24), 0, 1)) == found.by_day
    assert 13 * HOUR == found.median_time


@pytest.mark.parametrize("role", [Role.RECEPTION, Role.APPROVER, Role.ADMIN])
def test_figures_are_for_those_who_answer_for_them(bench, role):
    """Supervisors and auditors."""
    with pytest.raises(NotAllowed):
        figures(bench.kit, bench.staff[role])
