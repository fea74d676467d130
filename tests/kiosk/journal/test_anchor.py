"""Anchors as lines of text."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import Unreadable
from kiosk.journal.anchor import Anchor

ANCHOR = Anchor("0123456789abcdef", 42, "a" * 64, datetime(2026, 11, 23, 11, 0, tzinfo=UTC))


def test_an_anchor_is_one_line():
    """It can be printed on a ticket or sent in a mail."""
    assert f"0123456789abcdef 42 {'a' * 64} 2026-11-23T11:00:00.000000+00:00" == ANCHOR.line


@given(
    st.integers(1, 10**12),
    st.binary(min_size=32, max_size=32),
    st.datetimes(timezones=st.just(timezone(timedelta(hours=2)))).filter(lambda at: 1 < at.year < 9999),
)
def test_a_line_says_the_anchor_it_was_made_from(sequence, digest, at):
    """Whatever the clock's zone."""
    anchor = Anchor("0123456789abcdef", sequence, digest.hex(), at)
    assert anchor == Anchor.parse(anchor.line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "0123456789abcdef 42",
        ANCHOR.line.replace("42", "0"),
        ANCHOR.line.replace("42", "-1"),
        ANCHOR.line.replace("a" * 64, "a" * 63),
        ANCHOR.line.replace("2026", "twenty"),
        ANCHOR.line.replace("+00:00", ""),
        ANCHOR.line + " more",
    ],
)
def test_a_damaged_line_is_said_to_be_one(line):
    """An anchor that can't be read proves nothing, and must not be passed over."""
    with pytest.raises(Unreadable):
        Anchor.parse(line)
