"""The one place that asks what time it is."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the time, UTC."""
    return datetime.now(UTC)
