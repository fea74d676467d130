"""Times as directories write them. What no calendar has is still earlier or later than now."""

import re
from datetime import UTC, datetime, timedelta

EARLIEST, LATEST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
GENERALIZED = re.compile(
    r"(\d{4})(\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)?)?(?:[.,]\d+)?(Z|[+-]\d\d(?:\d\d)?)", re.ASCII
)
FILETIME_START = datetime(1601, 1, 1, tzinfo=UTC)
NEVER_FILETIMES = (0, 2**63 - 1)


def generalized_time(text: str) -> datetime | None:
    """Return the time, None if it isn't one. The year 0000 is EARLIEST. Source: RFC 4517, 3.3.13."""
    found = GENERALIZED.fullmatch(text)
    if found is None:
        return None
    if found[1] == "0000":
        return EARLIEST
    year, month, day, hour, minute, second = (int(each or 0) for each in found.groups()[:6])
    try:
        local = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)  # 60 is a leap second
    except ValueError:
        return None
    return after(local, -_offset_s(found[7]))


def _offset_s(zone: str) -> int:
    if zone == "Z":
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[3:5] or 0) * 60
    return -seconds if zone[0] == "-" else seconds


def filetime(text: str) -> datetime | None:
    """Return the time of a count of 100 ns since 1601, None for "never" or what isn't one. Source: MS-DTYP, 2.3.3."""
    try:
        count = int(text)
    except ValueError:
        return None
    return None if count in NEVER_FILETIMES else after(FILETIME_START, count / 10_000_000)


def after(at: datetime, seconds: float) -> datetime:
    """Return the time so many seconds later, as far as the calendar goes."""
    try:
        return at + timedelta(seconds=seconds)
    except OverflowError:
        return LATEST if seconds > 0 else EARLIEST
