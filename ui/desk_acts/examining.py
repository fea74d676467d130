"""Examine the post itself: is every part in order, is the journal whole, who may work here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.desk.journal_keeping import verify_journal
from kiosk.desk.staffing import list_staff
from kiosk.doctor import Finding
from kiosk.journal.chain import ChainReport
from kiosk.kit import Kit
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require
from ui.desk_acts.signed_in import SignedIn

HEALTH, JOURNAL = "health", "journal"
Examine = Callable[[], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Health:
    """Each part's finding, and every staff account."""

    parts: tuple[Finding, ...]
    staff: tuple[StaffAccount, ...]


class Examining(QObject):
    """examined(Health); verified(ChainReport); failed(Failure)."""

    examined = Signal(object)
    verified = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: SignedIn, examine: Examine) -> None:
        super().__init__(desk)
        self.desk, self.examine = desk, examine

    def look_at_parts(self) -> bool:
        return self.desk.run(HEALTH, partial(_health, self.examine), self.examined.emit, self.failed.emit)

    def verify(self) -> bool:
        return self.desk.run(JOURNAL, _verified, self.verified.emit, self.failed.emit)


def nothing_to_examine() -> tuple[Finding, ...]:
    """Stand in where a desk was opened without its settings."""
    return ()


def _health(examine: Examine, kit: Kit, staff: StaffAccount) -> Health:
    require(staff, Act.DOCTOR)
    return Health(tuple(examine()), tuple(list_staff(kit, staff)))


def _verified(kit: Kit, staff: StaffAccount) -> ChainReport:
    require(staff, Act.JOURNAL)
    return verify_journal(kit)
