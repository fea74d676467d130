"""Which office can help."""

import pytest

from kiosk.triage.account_state import AccountState, Standing
from kiosk.triage.cause import causes
from kiosk.triage.door import door, needs_identity_check, provisional_door
from kiosk.triage.words import Cause, Door, Symptom


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        ("too_many_tries", "reception"),
        ("permanent_lock", "digital_support"),
        ("password_expired", "digital_support"),
        ("idle", "digital_support"),
        ("suspected_hack", "digital_support"),
        ("technical_lock", "digital_support"),
        ("administrative_lock", "registrar"),
        ("not_registered", "registrar"),
        ("inactive", "registrar"),
        ("deletion_due", "registrar"),
        ("grace_period", "registrar"),
        ("not_activated", "self_service"),
        ("password_forgotten", "self_service"),
        ("must_change_password", "self_service"),
        ("not_locked", "self_service"),
        ("cant_tell", "reception"),
    ],
)
def test_each_cause_has_its_door(cause, expected):
    """For a student who says that the account is blocked."""
    assert expected == door(Cause(cause), Symptom.BLOCKED)


@pytest.mark.parametrize("cause", [cause for cause in Cause if cause is not Cause.CANT_TELL])
def test_a_known_cause_decides_whatever_the_student_said(cause):
    """What is found weighs more than what it looks like."""
    assert 1 == len({door(cause, symptom) for symptom in Symptom})


@pytest.mark.parametrize("symptom", Symptom)
def test_where_nobody_can_tell_the_symptom_decides(symptom):
    """As at the terminal."""
    assert provisional_door(symptom, Standing.UNKNOWN, None) == door(Cause.CANT_TELL, symptom)


@pytest.mark.parametrize(
    ("symptom", "expected"),
    [
        ("forgotten", "self_service"),
        ("blocked", "reception"),
        ("expired", "digital_support"),
        ("registration", "registrar"),
        ("suspected_hack", "reception"),
        ("unknown", "reception"),
    ],
)
@pytest.mark.parametrize("standing", [Standing.ACTIVE, Standing.GRACE, Standing.UNKNOWN])
@pytest.mark.parametrize("registered", [True, None])
def test_the_terminal_goes_by_the_symptom_where_nothing_else_is_known(
    symptom, expected, standing, registered
):
    """It sees no lock."""
    assert expected == provisional_door(Symptom(symptom), standing, registered)


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing.NOT_ACTIVATED, "self_service"),
        (Standing.INACTIVE, "registrar"),
        (Standing.DELETION_DUE, "registrar"),
        (Standing.LOCKED, "digital_support"),
        (Standing.TECHNICAL_LOCK, "digital_support"),
        (Standing.ADMINISTRATIVE_LOCK, "registrar"),
    ],
)
@pytest.mark.parametrize("symptom", [Symptom.BLOCKED, Symptom.EXPIRED, Symptom.UNKNOWN])
def test_the_terminal_goes_by_the_accounts_standing_where_that_says_more(standing, expected, symptom):
    """Found only together with a student whose identity was checked."""
    assert expected == provisional_door(symptom, standing, True)


@pytest.mark.parametrize("standing", [Standing.ACTIVE, Standing.GRACE, Standing.UNKNOWN])
def test_the_terminal_sends_the_unregistered_to_the_registrar(standing):
    """Unlocking wouldn't give them access."""
    assert Door.REGISTRAR is provisional_door(Symptom.BLOCKED, standing, False)


@pytest.mark.parametrize("symptom", [Symptom.FORGOTTEN, Symptom.REGISTRATION, Symptom.SUSPECTED_HACK])
def test_some_symptoms_have_one_door_whatever_the_account(symptom):
    """Without an identity check the door tells nothing of the account; a suspected hack needs a person."""
    doors = {
        provisional_door(symptom, standing, known) for standing in Standing for known in (True, False, None)
    }

    assert 1 == len(doors)


def test_nothing_is_unlocked_without_an_identity_check():
    """Only a forgotten password and a registration matter do without one."""
    assert {Symptom.FORGOTTEN, Symptom.REGISTRATION} == {
        each for each in Symptom if not needs_identity_check(each)
    }


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (AccountState(Standing.ACTIVE, locked=False), ["self_service"]),
        (AccountState(Standing.ACTIVE, locked=True), ["reception"]),
        (AccountState(Standing.ACTIVE, locked=False, password_expired=True), ["digital_support"]),
        (AccountState(Standing.ACTIVE, locked=False, idle=True), ["digital_support"]),
        (AccountState(Standing.ACTIVE, locked=True, registered=False), ["registrar", "reception"]),
        (AccountState(Standing.TECHNICAL_LOCK, locked=False), ["digital_support"]),
        (AccountState(Standing.ADMINISTRATIVE_LOCK, locked=False), ["registrar"]),
        (AccountState(), ["reception"]),
        (None, ["reception"]),
    ],
)
def test_the_desks_doors_for_a_student_who_says_blocked(state, expected):
    """Each cause its door, in the order in which they must be solved."""
    assert expected == [door(cause, Symptom.BLOCKED) for cause in causes(Symptom.BLOCKED, state)]
