"""A password policy of OpenLDAP, as far as it closes accounts. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

ATTRIBUTES = (
    "pwdLockout",
    "pwdLockoutDuration",
    "pwdMaxAge",
    "pwdGraceAuthNLimit",
    "pwdGraceExpiry",
    "pwdMaxIdle",
    "pwdMustChange",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Durations in seconds; 0 is "never", and for a lock "until somebody ends it"."""

    lockout: bool = False
    lockout_duration_s: int = 0
    max_age_s: int = 0
    grace_logins: int = 0
    grace_expiry_s: int = 0
    max_idle_s: int = 0
    must_change: bool = False


def policy_from(values: Mapping[str, tuple[str, ...]]) -> Policy:
    """Return what a policy's entry says; what it doesn't say is never."""

    def number(name: str) -> int:
        written = next(iter(values.get(name, ())), "0")
        return int(written) if written.isascii() and written.isdigit() else 0

    def flag(name: str) -> bool:
        return next(iter(values.get(name, ())), "").upper() == "TRUE"

    return Policy(
        lockout=flag("pwdlockout"),
        lockout_duration_s=number("pwdlockoutduration"),
        max_age_s=number("pwdmaxage"),
        grace_logins=number("pwdgraceauthnlimit"),
        grace_expiry_s=number("pwdgraceexpiry"),
        max_idle_s=number("pwdmaxidle"),
        must_change=flag("pwdmustchange"),
    )
