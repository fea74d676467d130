from datetime import UTC, datetime

import pytest

from kiosk.directory.ldap_time import EARLIEST, LATEST, after, filetime, generalized_time

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20261125120000Z", NOON),
        ("20261125120000.123456Z", NOON),
        ("202611251200Z", NOON),
        ("2026112512Z", NOON),
        ("20261125130000+0100", NOON),
        ("20261125070000-05", NOON),
        ("99991231235959Z", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("99991231235959-0100", LATEST),
        ("00000101000000Z", EARLIEST),
        ("20261325120000Z", None),
        ("20261125", None),
        ("soon", None),
        ("", None),
    ],
)
def test_reads_a_time(text, expected):
    """Every form that RFC 4517 allows; what no calendar has is None, or an end of it."""
    assert expected == generalized_time(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", None),
        ("9223372036854775807", None),
        ("soon", None),
        ("134085456000000000", datetime(2025, 11, 25, 12, 0, tzinfo=UTC)),
        ("9223372036854775806", LATEST),
    ],
)
def test_reads_a_windows_time(text, expected):
    """Zero and the largest number are "never"."""
    assert expected == filetime(text)


def test_time_ends_with_the_calendar():
    """A duration that leads beyond it is no error."""
    assert (LATEST, EARLIEST) == (after(NOON, 1e12), after(NOON, -1e12))
