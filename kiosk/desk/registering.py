"""Take the student register in from a file."""

from pathlib import Path

from kiosk.directory.register_file import RegisterFile, read_register
from kiosk.journal.event import Happening
from kiosk.kit import Kit
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require


def import_register(kit: Kit, staff: StaffAccount, path: Path) -> RegisterFile:
    """Replace the register by the file's good lines and return them with the rejected ones.

    Raises Refused if the file has no good line at all: an empty register would turn everyone away.
    """
    require(staff, Act.IMPORT)
    found = read_register(path)
    details = {"count": len(found.rows), "rejected": len(found.rejected)}
    kit.store.replace_register(
        found.rows, Happening("register_imported", "", staff.login, kit.now(), details)
    )
    return found
