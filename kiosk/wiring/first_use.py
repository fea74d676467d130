"""A demonstration store takes its register and its staff in when it is first opened."""

import csv
from pathlib import Path

from kiosk.directory.register_file import read_register
from kiosk.errors import Refused, SettingsWrong
from kiosk.journal.event import Happening
from kiosk.kit import Kit
from kiosk.settings import Settings
from kiosk.staff.account import Role, StaffAccount
from kiosk.staff.passwords import hash_password

SYSTEM = "system"


def take_in(kit: Kit, settings: Settings) -> None:
    """Fill an empty demonstration store from the files that the settings name; leave any other alone."""
    if not kit.store.is_demonstration or settings.store.role != "desk" or kit.store.all_staff():
        return
    if settings.store.first_register:
        _take_register(kit, settings.store.first_register)
    if settings.store.first_staff:
        _take_staff(kit, settings.store.first_staff)


def _take_register(kit: Kit, path: Path) -> None:
    found = read_register(path)
    details = {"count": len(found.rows), "rejected": len(found.rejected)}
    kit.store.replace_register(found.rows, Happening("register_imported", "", SYSTEM, kit.now(), details))


def _take_staff(kit: Kit, path: Path) -> None:
    for login, role, password in _staff_in(path):
        account = StaffAccount(login, role, hash_password(password, login))
        try:
            kit.store.add_staff(account, Happening("staff_added", login, SYSTEM, kit.now(), {"role": role}))
        except Refused:  # another process opened the store at the same moment
            return


def _staff_in(path: Path) -> list[tuple[str, Role, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [(row["login"], Role(row["role"]), row["password"]) for row in csv.DictReader(file)]
    except (OSError, KeyError, ValueError) as error:
        raise SettingsWrong(f"The staff of the demonstration can't be read from {path}.") from error
