"""Is the computer's clock plausible: due times, limits and the journal rest on it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.doctor import Level

RELEASED = datetime(2026, 11, 1, tzinfo=UTC)
SYNCHRONISED = Path("/run/systemd/timesync/synchronized")
TOLERATED = timedelta(minutes=1)


def check_clock(
    now: datetime, last_event: datetime | None, marker: Path = SYNCHRONISED, server: datetime | None = None
) -> tuple[Level, str]:
    """Compare the clock with what it can't be earlier than, and with the database server's if there is one.

    marker: systemd's sign that time is synchronised.
    """
    if now < RELEASED:
        return Level.FAILED, f"The clock says {now:%Y-%m-%d}, before this program existed: set it."
    if server is not None and abs(now - server) > TOLERATED:
        apart = round(abs(now - server).total_seconds() / 60)
        return Level.FAILED, (
            f"This computer's clock and the database server's are {apart} minutes apart: set the wrong one, "
            "or due times and retries will be wrong."
        )
    if last_event is not None and now + TOLERATED < last_event:
        return Level.FAILED, "The clock is behind the journal's last event: set it, or dates will be wrong."
    if not marker.exists():
        return (
            Level.WARNING,
            "Nothing here says that the clock is synchronised: enable systemd-timesyncd or NTP.",
        )
    return Level.OK, "The clock is synchronised."
