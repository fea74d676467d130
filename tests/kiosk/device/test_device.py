"""What may become of a terminal, and how it is called."""

from dataclasses import replace

import pytest

from kiosk.device.device import Device, DeviceState, checked_name, login_of, refuse_move
from kiosk.errors import Refused
from tests.given import NOW

HALL = Device(
    login="kiosk_at_hall_1",
    name="hall_1",
    state=DeviceState.ACTIVE,
    writer="0" * 16,
    enrolled_at=NOW,
    seen_at=None,
)


@pytest.mark.parametrize("state", [DeviceState.ACTIVE, DeviceState.PAUSED])
@pytest.mark.parametrize("to", list(DeviceState))
def test_a_terminal_is_paused_resumed_and_revoked(state, to):
    """In any order, as often as need be."""
    refuse_move(replace(HALL, state=state), to)


def test_a_revoked_terminal_stays_revoked():
    """Whoever has it may have its key."""
    revoked = replace(HALL, state=DeviceState.REVOKED)
    refuse_move(revoked, DeviceState.REVOKED)

    for to in (DeviceState.ACTIVE, DeviceState.PAUSED):
        with pytest.raises(Refused, match="for good"):
            refuse_move(revoked, to)


@pytest.mark.parametrize("typed", ["", "Hall", "1st", "hall 1", "hall-1", 'x"; DROP', "h" * 31, "été"])
def test_a_name_can_be_part_of_a_login(typed):
    """Whatever is typed."""
    with pytest.raises(Refused):
        checked_name(typed)


def test_a_login_tells_the_terminal():
    """And can't be one of the groups."""
    assert "kiosk_at_hall_1" == login_of(checked_name("hall_1"), "kiosk")
