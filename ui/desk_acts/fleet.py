"""The terminals on other computers: looked at, told to come, admitted, paused, resumed, ended."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.desk.devices import change_device, expect_device, list_awaited, list_devices
from kiosk.device.admission import Admission, parse
from kiosk.device.device import Awaited, Device, DeviceState
from kiosk.device.token import Token
from kiosk.errors import Refused
from kiosk.kit import Kit
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require
from ui.desk_acts.acts import Failure
from ui.desk_acts.signed_in import SignedIn

LOOK, TOKEN, ADMIT, CHANGE = "look_at_terminals", "token", "admit", "change_terminal"

# Makes the login of a terminal that asks: (login of the database's owner, its password) -> (name, login).
Admit = Callable[[Kit, StaffAccount, tuple[str, str], Admission], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Terminals:
    """is_shared: False where the store is a file on this computer, so that there is nothing to enrol."""

    devices: tuple[Device, ...] = ()
    awaited: tuple[Awaited, ...] = ()
    is_shared: bool = True


@dataclass(frozen=True, slots=True)
class Admitted:
    """writer: the key's name, to be compared with what the terminal shows."""

    name: str
    writer: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the administrator typed to admit a terminal. owner: a database login that may make logins."""

    line: str = field(repr=False)
    owner: str
    password: str = field(repr=False)


class Fleet(QObject):
    """looked(Terminals); drawn(Token); admitted(Admitted); changed(Device, as it was); failed(Failure)."""

    looked = Signal(object)
    drawn = Signal(object)
    admitted = Signal(object)
    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: SignedIn, admit: Admit) -> None:
        super().__init__(desk)
        self.desk, self.admit_device = desk, admit

    def look(self) -> bool:
        return self.desk.run(LOOK, _terminals, self.looked.emit, self._on_failed)

    def draw(self, name: str) -> bool:
        """Draw a token for a terminal of this name."""
        return self.desk.run(TOKEN, partial(_drawn, name), self.drawn.emit, self._on_failed)

    def admit(self, asked: Asked) -> bool:
        """Admit the terminal that asks with this line. The password isn't kept."""
        work = partial(_admitted, self.admit_device, asked)
        return self.desk.run(ADMIT, work, self.admitted.emit, self._on_failed)

    def change(self, name: str, to: DeviceState) -> bool:
        return self.desk.run(CHANGE, partial(_changed, name, to), self.changed.emit, self._on_failed)

    def _on_failed(self, failure: Failure) -> None:
        self.failed.emit(failure)


def nobody_admits(
    _kit: Kit, _staff: StaffAccount, _owner: tuple[str, str], _asked: Admission
) -> tuple[str, str]:
    """Stand in where a desk was opened without its settings."""
    raise Refused("Terminals are admitted where a database server keeps the store.", "one_computer")


def _terminals(kit: Kit, staff: StaffAccount) -> Terminals:
    if kit.devices is None:
        require(staff, Act.DEVICES)
        return Terminals(is_shared=False)
    devices = tuple(list_devices(kit, staff))
    known = {device.name for device in devices}
    awaited = tuple(each for each in list_awaited(kit, staff) if each.name not in known)
    return Terminals(devices, awaited)


def _drawn(name: str, kit: Kit, staff: StaffAccount) -> Token:
    return expect_device(kit, staff, name)


def _admitted(admit: Admit, asked: Asked, kit: Kit, staff: StaffAccount) -> Admitted:
    admission = parse(asked.line)
    name, _login = admit(kit, staff, (asked.owner, asked.password), admission)
    return Admitted(name, admission.writer)


def _changed(name: str, to: DeviceState, kit: Kit, staff: StaffAccount) -> Device:
    return change_device(kit, staff, name, to)
