"""Why sign-in fails, from what the student says and what the directory tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.triage.account_state import AccountState, Standing
from kiosk.triage.cause import ORDER, causes
from kiosk.triage.words import Cause, Symptom

BLOCKED = Symptom.BLOCKED


def an_account(standing=Standing.ACTIVE, **changes):
    """Return an account that is in order and known in every respect."""
    known = {"locked": False, "password_expired": False, "must_change_password": False, "idle": False}
    return AccountState(standing=standing, **{**known, "registered": True, **changes})


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (an_account(), "not_locked"),
        (an_account(locked=True), "too_many_tries"),
        (an_account(locked=True, lock_is_permanent=True), "permanent_lock"),
        (an_account(password_expired=True), "password_expired"),
        (an_account(must_change_password=True), "must_change_password"),
        (an_account(idle=True), "idle"),
        (an_account(registered=False), "not_registered"),
        (an_account(Standing.GRACE), "not_locked grace_period"),
        (an_account(Standing.NOT_ACTIVATED), "not_activated"),
        (an_account(Standing.INACTIVE), "inactive"),
        (an_account(Standing.DELETION_DUE), "deletion_due"),
        (an_account(Standing.LOCKED), "permanent_lock"),
        (an_account(Standing.TECHNICAL_LOCK), "technical_lock"),
        (an_account(Standing.ADMINISTRATIVE_LOCK), "administrative_lock"),
        (an_account(Standing.UNKNOWN), "not_locked"),
        (an_account(Standing.UNKNOWN, locked=True), "too_many_tries"),
    ],
)
def test_each_state_of_an_account_has_its_cause(state, expected):
    """For a student who says that the account is blocked."""
    assert tuple(expected.split()) == causes(BLOCKED, state)


@pytest.mark.parametrize("state", [None, AccountState(), an_account(locked=None)])
def test_no_answer_is_never_not_locked(state):
    """The directory is away, or can't tell of locks."""
    assert (Cause.CANT_TELL,) == causes(BLOCKED, state)


def test_a_lock_that_nobody_can_see_does_not_hide_what_is_known():
    """A register without locks still knows who isn't registered."""
    assert (Cause.NOT_REGISTERED, Cause.CANT_TELL) == causes(
        BLOCKED, an_account(locked=None, registered=False)
    )


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (an_account(locked=True, registered=False), "not_registered too_many_tries"),
        (an_account(locked=True, password_expired=True), "too_many_tries password_expired"),
        (an_account(locked=True, idle=True, registered=False), "not_registered too_many_tries idle"),
        (an_account(Standing.ADMINISTRATIVE_LOCK, locked=True), "administrative_lock too_many_tries"),
        (an_account(Standing.LOCKED, locked=True), "permanent_lock too_many_tries"),
        (an_account(Standing.GRACE, locked=True), "too_many_tries grace_period"),
        (an_account(Standing.TECHNICAL_LOCK, registered=False), "technical_lock not_registered"),
    ],
)
def test_several_causes_come_in_the_order_in_which_they_must_be_solved(state, expected):
    """Unlocking first an account that its registration closes again would be for nothing."""
    assert tuple(expected.split()) == causes(BLOCKED, state)


@pytest.mark.parametrize("state", [None, an_account(), an_account(locked=True), an_account(registered=False)])
def test_a_suspected_hack_always_comes_first(state):
    """Whatever the directory says."""
    assert Cause.SUSPECTED_HACK is causes(Symptom.SUSPECTED_HACK, state)[0]


def test_a_forgotten_password_of_a_locked_account_is_both():
    """Unlocked, the student still couldn't sign in."""
    assert (Cause.TOO_MANY_TRIES, Cause.PASSWORD_FORGOTTEN) == causes(
        Symptom.FORGOTTEN, an_account(locked=True)
    )


@given(
    symptom=st.sampled_from(Symptom),
    state=st.none()
    | st.builds(AccountState, standing=st.sampled_from(Standing), lock_is_permanent=st.booleans()),
)
def test_there_is_always_a_cause_and_none_is_named_twice(symptom, state):
    """And they stand in the order."""
    found = causes(symptom, state)

    assert found
    assert list(found) == sorted(set(found), key=ORDER.index)


@given(
    symptom=st.sampled_from(Symptom),
    state=st.none() | st.builds(AccountState, locked=st.none(), lock_is_permanent=st.booleans()),
)
def test_not_locked_is_only_said_where_the_directory_said_so(symptom, state):
    """Whatever else is known."""
    assert Cause.NOT_LOCKED not in causes(symptom, state)


def test_every_cause_has_its_place_in_the_order():
    """A cause without one would be lost."""
    assert set(Cause) == set(ORDER)
    assert len(Cause) == len(ORDER)
