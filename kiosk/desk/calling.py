"""Somebody at a terminal asks for staff: who calls at this site, and saying that one is on the way."""

from kiosk.kit import Kit
from kiosk.request.staff_call import STANDS, StaffCall
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, require


def calls(kit: Kit, staff: StaffAccount) -> tuple[StaffCall, ...]:
    """Return the calls of this site that nobody answered yet, the oldest first."""
    require(staff, Act.QUEUE)
    standing = kit.store.staff_calls(kit.now() - STANDS)
    return tuple(call for call in standing if call.site == kit.rules.site)


def answer(kit: Kit, staff: StaffAccount, call: StaffCall) -> bool:
    """Say at the terminal that somebody is on the way; False where another desk was quicker."""
    require(staff, Act.QUEUE)
    return kit.store.answer_call(call, kit.now())
