"""ppolicy's attributes, line by line; what a server really does with them is in test_openldap_rules."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.directory.openldap.policy import Policy, policy_from
from kiosk.directory.openldap.state import account_state
from kiosk.triage.account_state import Standing

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
POLICY = Policy(lockout=True, lockout_duration_s=600, max_age_s=86400 * 365, must_change=True)
OLD, RECENT = "20250101000000Z", "20261125085900Z"


def state(policy=POLICY, **values):
    told = {name.lower(): (each,) if isinstance(each, str) else tuple(each) for name, each in values.items()}
    return account_state(told, policy, NOW)


@pytest.mark.parametrize(
    ("written", "policy", "locked"),
    [
        (RECENT, POLICY, True),
        ("20261125085000Z", POLICY, False),  # it ran out this second
        ("20261125085001Z", POLICY, True),
        (OLD, POLICY, False),
        (OLD, replace(POLICY, lockout_duration_s=0), True),  # until somebody ends it
        ("20261125090001Z", POLICY, False),  # not yet
        ("99991231235959Z", POLICY, False),
        ("00000101000000Z", POLICY, False),  # long over
        ("000001010000Z", POLICY, True),
        ("000001010000Z", replace(POLICY, lockout_duration_s=0), True),
        ("nonsense", POLICY, True),
        (RECENT, replace(POLICY, lockout=False), False),
        (RECENT, None, None),
    ],
)
def test_a_lock_is_in_force_or_not(written, policy, locked):
    """By its time, the policy's duration, and whether the policy locks at all."""
    assert locked is state(policy, pwdAccountLockedTime=written).locked


@pytest.mark.parametrize("policy", [POLICY, None])
def test_no_lock_is_no_lock_whatever_the_policy(policy):
    """Without the attribute nothing is locked, even where the policy is gone."""
    assert state(policy).locked is False


@pytest.mark.parametrize(
    ("written", "permanent"), [("000001010000Z", True), (RECENT, False), ("19700101000000Z", False)]
)
def test_only_the_year_0000_is_an_administrators_lock(written, permanent):
    """The overlay's own sign for it."""
    assert permanent is state(pwdAccountLockedTime=written).lock_is_permanent


def test_a_growing_delay_closes_the_account_too():
    """As pwdMinDelay's way; it ends by itself."""
    ends = {"pwdAccountTmpLockoutEnd": "20261125090500Z"}

    assert (True, False) == (state(**ends).locked, state(pwdAccountTmpLockoutEnd=RECENT).locked)


def test_counts_the_failures():
    """One value each."""
    assert (0, 2) == (
        state().failures,
        state(pwdFailureTime=["20261125085901.1Z", "20261125085902.2Z"]).failures,
    )


@pytest.mark.parametrize(
    ("changed", "policy", "expired", "must_change"),
    [
        (RECENT, POLICY, False, False),
        (OLD, POLICY, True, False),
        (OLD, replace(POLICY, max_age_s=0), False, False),
        (OLD, replace(POLICY, grace_logins=2), False, True),  # may still sign in, to change it
        (OLD, replace(POLICY, grace_logins=1), True, False),  # one was used
        (OLD, replace(POLICY, grace_logins=2, grace_expiry_s=60), True, False),
        ("99991231235959Z", POLICY, False, False),
        ("00000101000000Z", POLICY, True, False),
        ("nonsense", POLICY, False, False),
        (OLD, None, None, None),
    ],
)
def test_a_password_expires(changed, policy, expired, must_change):
    """By its age, later by so many grace sign-ins; the year 9999 is simply far away."""
    told = state(policy, pwdChangedTime=changed, pwdGraceUseTime=[RECENT])

    assert (expired, must_change) == (told.password_expired, told.must_change_password)


def test_a_password_without_a_date_never_expires():
    """The server says so."""
    assert state().password_expired is False


@pytest.mark.parametrize(
    ("values", "policy", "idle"),
    [
        ({"pwdLastSuccess": OLD}, replace(POLICY, max_idle_s=86400), True),
        ({"pwdLastSuccess": RECENT, "pwdChangedTime": OLD}, replace(POLICY, max_idle_s=86400), False),
        ({"pwdChangedTime": OLD}, replace(POLICY, max_idle_s=86400), True),
        ({}, replace(POLICY, max_idle_s=86400), False),
        ({"pwdLastSuccess": OLD}, POLICY, False),
        ({"pwdLastSuccess": OLD}, replace(POLICY, max_idle_s=86400, lockout=False), False),
    ],
)
def test_an_account_falls_idle(values, policy, idle):
    """By the last sign-in, else by the password's age; no attribute says it."""
    assert idle is state(policy, **values).idle


@pytest.mark.parametrize(
    ("flag", "policy", "must_change"),
    [
        ("TRUE", POLICY, True),
        ("FALSE", POLICY, False),
        ("TRUE", replace(POLICY, must_change=False), False),
        ("TRUE", None, None),
    ],
)
def test_a_reset_password_must_be_changed_where_the_policy_says_so(flag, policy, must_change):
    """The flag alone does nothing."""
    assert must_change is state(policy, pwdReset=flag).must_change_password


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        ({"pwdStartTime": "20261125090001Z"}, Standing.INACTIVE),
        ({"pwdStartTime": RECENT}, Standing.UNKNOWN),
        ({"pwdEndTime": RECENT}, Standing.INACTIVE),
        ({"pwdEndTime": "99991231235959Z"}, Standing.UNKNOWN),
        ({"pwdEndTime": "00000101000000Z"}, Standing.INACTIVE),
    ],
)
def test_an_account_is_open_between_its_dates(values, standing):
    """Before and after, no password opens it."""
    assert standing is state(**values).standing


def test_reads_a_policy():
    """Numbers and flags; what isn't one is never."""
    told = {"pwdlockout": ("TRUE",), "pwdlockoutduration": ("600",), "pwdmaxidle": ("soon",)}

    assert Policy(lockout=True, lockout_duration_s=600) == policy_from(told)
