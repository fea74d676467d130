"""From settings to a terminal that is admitted."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.desk.devices import note_admitted
from kiosk.device.admission import Admission, asking
from kiosk.device.scram import verifier
from kiosk.errors import Refused, StoreAway
from kiosk.key_file import device_key
from kiosk.kit import Kit
from kiosk.password_file import password_in
from kiosk.private_file import write_private
from kiosk.settings import Settings
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require
from kiosk.wiring import parts

SALT = 16


def ask_to_be_admitted(settings: Settings, token: str, secret: Callable[[int], bytes]) -> str:
    """Make this terminal's key and password where they are missing, and return the line that it asks with.

    The password never leaves this computer: the line has what the server keeps of it.
    """
    key = device_key(settings.journal.key_file, secret)
    file = settings.store.password_file or settings.data / parts.PASSWORD_FILE
    return asking(token, key, verifier(_password(file), secret(SALT)))


def admit_device(
    settings: Settings, kit: Kit, staff: StaffAccount, owner: tuple[str, str], asked: Admission
) -> tuple[str, str]:
    """Make the login of a terminal that asks and return its name and its login. owner: a login and its password."""
    require(staff, Act.DEVICES)
    if settings.store.kind != "postgresql":
        raise Refused("Terminals are admitted where a database server keeps the store.", "one_computer")
    from kiosk.store.postgres.admitting import admit  # the driver takes a while to load

    login, password = owner
    server = replace(parts.server(settings), password=password)
    found = admit(server, login, settings.store.groups, asked)
    note_admitted(kit, staff, found[0])
    return found


def _password(file: Path) -> str:
    """Return the password in this file, drawn if the file is missing."""
    try:
        if not file.exists():
            write_private(file, secrets.token_urlsafe(24).encode() + b"\n")
    except OSError as error:
        raise StoreAway(f"The password file {file} can't be made ({error.strerror}).", retry=False) from error
    return password_in(file)
