"""Whether unlocking is in order, and if not, why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.triage.account_state import AccountState, Standing
from kiosk.triage.cause import causes
from kiosk.triage.unlocking import UnlockRule, may_unlock
from kiosk.triage.words import Cause, Symptom


@pytest.mark.parametrize(
    ("found", "rule", "because"),
    [
        ("too_many_tries", "allowed", "too_many_tries"),
        ("not_registered too_many_tries", "allowed", "too_many_tries"),
        ("too_many_tries password_forgotten", "allowed", "too_many_tries"),
        ("technical_lock", "supervisor_in_person", "technical_lock"),
        ("technical_lock too_many_tries", "supervisor_in_person", "technical_lock"),
        ("suspected_hack too_many_tries", "supervisor_in_person", "suspected_hack"),
        ("suspected_hack cant_tell", "supervisor_in_person", "suspected_hack"),
        ("administrative_lock too_many_tries", "never", "administrative_lock"),
        ("suspected_hack administrative_lock", "never", "administrative_lock"),
        ("permanent_lock", "never", "permanent_lock"),
        ("permanent_lock too_many_tries", "never", "permanent_lock"),
        ("not_locked", "would_not_help", "not_locked"),
        ("password_expired", "would_not_help", "password_expired"),
        ("idle password_expired", "would_not_help", "idle"),
        ("not_registered", "would_not_help", "not_registered"),
        ("not_activated", "would_not_help", "not_activated"),
        ("inactive", "would_not_help", "inactive"),
        ("cant_tell", "cant_tell", "cant_tell"),
        ("not_registered cant_tell", "cant_tell", "cant_tell"),
    ],
)
def test_the_strictest_cause_decides(found, rule, because):
    """A plain lock may be ended here; one that someone set on purpose never."""
    unlocking = may_unlock(Cause(cause) for cause in found.split())

    assert (rule, because) == (unlocking.rule, unlocking.because)


@given(
    symptom=st.sampled_from(Symptom),
    state=st.none()
    | st.builds(
        AccountState,
        standing=st.sampled_from(Standing),
        locked=st.sampled_from([True, False, None]),
        lock_is_permanent=st.booleans(),
        registered=st.sampled_from([True, False, None]),
    ),
)
def test_only_a_lock_by_failed_tries_may_be_ended_by_one_person(symptom, state):
    """And neither where a hack is suspected nor where an office closed the account."""
    if may_unlock(causes(symptom, state)).rule is UnlockRule.ALLOWED:
        assert state is not None
        assert state.locked
        assert not state.lock_is_permanent
        assert Symptom.SUSPECTED_HACK is not symptom
        assert state.standing not in (Standing.LOCKED, Standing.TECHNICAL_LOCK, Standing.ADMINISTRATIVE_LOCK)
