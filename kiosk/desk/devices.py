"""Terminals at the desk: told to come, listed with how they are, paused, resumed, revoked."""

from collections.abc import Sequence

from kiosk.device.device import Awaited, Device, DeviceState, checked_name, refuse_move
from kiosk.device.token import LIFE, Token, new_token, token_digest
from kiosk.errors import NotFound, Refused
from kiosk.journal.event import Happening
from kiosk.kit import Kit
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require
from kiosk.store.devices import Devices

KINDS = {
    DeviceState.ACTIVE: "device_resumed",
    DeviceState.PAUSED: "device_paused",
    DeviceState.REVOKED: "device_revoked",
}


def expect_device(kit: Kit, staff: StaffAccount, name: str) -> Token:
    """Return a token with which one terminal of this name may ask to be admitted."""
    require(staff, Act.DEVICES)
    devices = _devices(kit)
    checked_name(name)
    if any(device.name == name for device in devices.all()):
        raise Refused(f"There is a terminal {name} already: give the new one another name.", "same_name")
    token = new_token(kit.secret, name, kit.now())
    happening = Happening("device_expected", name, staff.login, kit.now())
    devices.expect(token_digest(token.text), name, LIFE, happening)
    return token


def note_admitted(kit: Kit, staff: StaffAccount, name: str) -> None:
    """Write down that a terminal was admitted."""
    require(staff, Act.DEVICES)
    kit.store.record(Happening("device_admitted", name, staff.login, kit.now()))


def list_devices(kit: Kit, staff: StaffAccount) -> Sequence[Device]:
    """Return every terminal, by name."""
    require(staff, Act.DEVICES)
    return _devices(kit).all()


def list_awaited(kit: Kit, staff: StaffAccount) -> Sequence[Awaited]:
    """Return every terminal that was told to come and wasn't admitted yet, by name."""
    require(staff, Act.DEVICES)
    return _devices(kit).awaited()


def change_device(kit: Kit, staff: StaffAccount, name: str, to: DeviceState) -> Device:
    """Pause, resume or revoke a terminal, and return it as it was. It hears of it at its next call."""
    require(staff, Act.DEVICES)
    devices = _devices(kit)
    found = next((device for device in devices.all() if device.name == name), None)
    if found is None:
        raise NotFound(f"There is no terminal “{name}”.", "no_such_device")
    refuse_move(found, to)
    if found.state is not to:
        devices.change(found, to, Happening(KINDS[to], name, staff.login, kit.now()))
    return found


def _devices(kit: Kit) -> Devices:
    if kit.devices is None:
        raise Refused(
            "Terminals are enrolled where several computers share a database server; here the store is a file.",
            "one_computer",
        )
    return kit.devices
