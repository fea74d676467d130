"""A clock that can't be right is a failure; one that nobody synchronises a warning."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.doctor import Level
from kiosk.doctor.clock import check_clock
from tests.given import NOW


@pytest.fixture
def marker(tmp_path):
    path = tmp_path / "synchronized"
    path.touch()
    return path


def test_a_synchronised_clock_is_in_order(marker):
    """As systemd marks it."""
    assert Level.OK is check_clock(NOW, NOW - timedelta(hours=1), marker)[0]


def test_nobody_synchronises_it(tmp_path):
    """It may be right, but nothing says so."""
    assert Level.WARNING is check_clock(NOW, None, tmp_path / "missing")[0]


def test_a_clock_before_the_program_was_made(marker):
    """An empty battery on the mainboard."""
    assert Level.FAILED is check_clock(datetime(2000, 1, 1, tzinfo=UTC), None, marker)[0]


def test_a_clock_behind_the_journal(marker):
    """The journal can't have been written in the future."""
    assert Level.FAILED is check_clock(NOW, NOW + timedelta(hours=1), marker)[0]


@pytest.mark.parametrize("apart", [timedelta(hours=1), timedelta(hours=-1)])
def test_a_clock_that_differs_from_the_server_s(marker, apart):
    """Due times are this computer's, leases the server's: they must mean the same."""
    level, says = check_clock(NOW, None, marker, server=NOW + apart)

    assert Level.FAILED is level
    assert "60 minutes apart" in says


def test_a_clock_that_agrees_with_the_server_s(marker):
    """To a minute: a slow network is no fault."""
    assert Level.OK is check_clock(NOW, None, marker, server=NOW + timedelta(seconds=20))[0]
