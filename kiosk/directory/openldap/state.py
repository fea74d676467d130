"""From ppolicy's attributes to the state of an account. Pure.

Source: slapo-ppolicy(5), and what slapd 2.5.13 does, which the tests repeat.
"""

from collections.abc import Mapping
from datetime import datetime

from kiosk.directory.ldap_time import after, generalized_time
from kiosk.directory.openldap.policy import Policy
from kiosk.triage.account_state import AccountState, Standing

Values = Mapping[str, tuple[str, ...]]
ATTRIBUTES = (
    "pwdAccountLockedTime",
    "pwdFailureTime",
    "pwdChangedTime",
    "pwdLastSuccess",
    "pwdStartTime",
    "pwdEndTime",
    "pwdReset",
    "pwdGraceUseTime",
    "pwdAccountTmpLockoutEnd",
    "pwdPolicySubentry",
)
FOR_EVER = "000001010000Z"


def account_state(values: Values, policy: Policy | None, now: datetime) -> AccountState:
    """Return the state; policy None: it can't be read, so what depends on it can't be told."""
    permanent = _first(values, "pwdaccountlockedtime") == FOR_EVER
    return AccountState(
        standing=Standing.INACTIVE if _is_out_of_its_dates(values, now) else Standing.UNKNOWN,
        locked=_is_locked(values, policy, now),
        lock_is_permanent=permanent and policy is not None and policy.lockout,
        failures=len(values.get("pwdfailuretime", ())),
        password_expired=None if policy is None else _is_expired(values, policy, now) is True,
        must_change_password=None if policy is None else _must_change(values, policy, now),
        idle=None if policy is None else _is_idle(values, policy, now),
    )


def _is_locked(values: Values, policy: Policy | None, now: datetime) -> bool | None:
    if not values.get("pwdaccountlockedtime") and not values.get("pwdaccounttmplockoutend"):
        return False
    if policy is None:
        return None
    return policy.lockout and (_lock_is_in_force(values, policy, now) or _is_delayed(values, now))


def _lock_is_in_force(values: Values, policy: Policy, now: datetime) -> bool:
    """A lock of the future isn't in force yet; one that ran out stays written until the next sign-in."""
    written = _first(values, "pwdaccountlockedtime")
    if not written:
        return False
    since = generalized_time(written)
    if written == FOR_EVER or since is None:
        return True
    if since > now:
        return False
    return not policy.lockout_duration_s or now < after(since, policy.lockout_duration_s)


def _is_delayed(values: Values, now: datetime) -> bool:
    until = generalized_time(_first(values, "pwdaccounttmplockoutend"))
    return until is not None and now < until


def _is_expired(values: Values, policy: Policy, now: datetime) -> bool | None:
    """Return None while it is expired but signing in is still allowed, to change it."""
    changed = generalized_time(_first(values, "pwdchangedtime"))
    if not policy.max_age_s or changed is None:
        return False
    expired_at = after(changed, policy.max_age_s)
    if now < expired_at:
        return False
    in_time = not policy.grace_expiry_s or now < after(expired_at, policy.grace_expiry_s)
    left = policy.grace_logins - len(values.get("pwdgraceusetime", ()))
    return None if in_time and left > 0 else True


def _must_change(values: Values, policy: Policy, now: datetime) -> bool:
    was_reset = policy.must_change and _first(values, "pwdreset").upper() == "TRUE"
    return was_reset or _is_expired(values, policy, now) is None


def _is_idle(values: Values, policy: Policy, now: datetime) -> bool:
    """Return True if the account was unused for too long: no attribute says so, and only a new password ends it."""
    used = _first(values, "pwdlastsuccess") or _first(values, "pwdchangedtime")
    since = generalized_time(used)
    if not policy.max_idle_s or not policy.lockout or since is None:
        return False
    return now >= after(since, policy.max_idle_s)


def _is_out_of_its_dates(values: Values, now: datetime) -> bool:
    start = generalized_time(_first(values, "pwdstarttime"))
    end = generalized_time(_first(values, "pwdendtime"))
    return (start is not None and now < start) or (end is not None and now >= end)


def _first(values: Values, name: str) -> str:
    return next(iter(values.get(name, ())), "")
