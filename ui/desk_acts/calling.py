"""Going to a terminal that calls for staff: said once, whichever desk is first."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.desk.calling import answer
from kiosk.kit import Kit
from kiosk.request.staff_call import StaffCall
from kiosk.staff.account import StaffAccount
from ui.desk_acts.signed_in import SignedIn

GOING = "going"


@dataclass(frozen=True, slots=True)
class Going:
    """is_first: False where another desk had said so."""

    call: StaffCall
    is_first: bool


class Calling(QObject):
    """going(Going); failed(Failure)."""

    going = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: SignedIn) -> None:
        super().__init__(desk)
        self.desk = desk

    def go(self, call: StaffCall) -> bool:
        """Say that somebody is on the way."""
        return self.desk.run(GOING, partial(_go, call), self.going.emit, self.failed.emit)


def _go(call: StaffCall, kit: Kit, staff: StaffAccount) -> Going:
    return Going(call, answer(kit, staff, call))
