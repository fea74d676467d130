"""Whether the one-time secrets that were handed over here end in time."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from kiosk.doctor import Level
from kiosk.open_secrets import OpenSecret

SOON = timedelta(minutes=15)  # a desk looks every few minutes


def check_open_secrets(
    secrets: Sequence[OpenSecret], now: datetime, *, hands_over: bool
) -> tuple[Level, str]:
    """Return a failure as soon as one opens an account for longer than a day."""
    late = sum(each.ends_at + SOON < now for each in secrets)
    if late:
        return Level.FAILED, (
            f"{late} one-time secret(s) should have ended and may still open an account: let the desk run, see to the "
            "directory, and check the desk's right to set passwords."
        )
    if not secrets and not hands_over:
        return Level.OK, "No one-time secrets are handed over here."
    return Level.OK, (
        f"{len(secrets)} one-time secret(s) are out. The directory doesn't end them by itself: this computer does, 24 "
        "hours after each was handed over, so let the desk run."
    )
