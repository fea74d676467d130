"""Requests as rows: nothing is lost, and times sort as text."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.identity.verdict import Check, Item, Outcome, Result, Verdict
from kiosk.request.request import Decision, Holder, Presence, Request, State, Verification
from kiosk.store.rows import holder_row, request_of, request_row, time_text
from kiosk.triage.words import Cause, Door, Symptom
from tests.kiosk.store.examples import a_holder

words = st.text(max_size=20)
zones = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-3, minutes=-30))])
moments = st.datetimes(datetime(1970, 1, 2), datetime(9000, 1, 1), timezones=zones)  # noqa: DTZ001  the zone follows
checks = st.builds(Check, item=st.sampled_from(Item), result=st.sampled_from(Result), code=words)
verdicts = st.builds(
    Verdict, outcome=st.sampled_from(Outcome), checks=st.lists(checks, max_size=4).map(tuple)
)
verifications = st.builds(
    Verification,
    verdict=verdicts,
    document_type=words,
    issuing_state=words,
    presence=st.sampled_from(Presence),
    verified_by=st.none() | words,
    device=words,
    at=moments,
    supervisor_reason=st.none() | words,
)
holders = st.builds(
    Holder,
    student_number=words,
    account=words,
    display_name=words,
    message=st.none() | words,
    language=words,
    salt=words,
)
decisions = st.builds(
    Decision,
    by=words,
    at=moments,
    seen=st.booleans(),
    reason=st.none() | words,
    to=st.none() | st.sampled_from(Door),
    alone=st.booleans(),
)
requests = st.builds(
    Request,
    id=words,
    reference=words,
    ticket_digest=words,
    state=st.sampled_from(State),
    version=st.integers(1, 99),
    symptom=st.sampled_from(Symptom),
    door=st.sampled_from(Door),
    urgent=st.booleans(),
    site=words,
    filed_at=moments,
    due_at=moments,
    verification=verifications,
    holder=st.none() | holders,
    cause=st.none() | st.sampled_from(Cause),
    decision=st.none() | decisions,
    attempts=st.integers(0, 99),
    next_attempt_at=st.none() | moments,
    failure=st.none() | words,
    ended_at=st.none() | moments,
)


@given(requests)
def test_a_request_comes_back_from_its_row(request: Request):
    """Every field, for every value it can have."""
    nobody = dict.fromkeys(holder_row("", a_holder()))
    holder = holder_row(request.id, request.holder) if request.holder else nobody

    assert request == request_of(request_row(request) | holder)


@given(requests)
def test_a_row_holds_text_and_whole_numbers_only(request: Request):
    """What every database knows."""
    assert {type(value) for value in request_row(request).values()} <= {str, int, type(None)}


@given(moments, moments)
def test_times_sort_as_their_text(one: datetime, other: datetime):
    """Whatever zones they were given in."""
    assert (one < other) == (time_text(one) < time_text(other))


def test_a_time_without_a_zone_is_a_mistake():
    """Nobody could tell later when it was."""
    with pytest.raises(ValueError, match="zone"):
        time_text(datetime(2026, 9, 7))  # noqa: DTZ001  the missing zone is the point
