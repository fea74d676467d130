"""Staff end the lock themselves, in the university's own tool."""

from enum import StrEnum
from typing import ClassVar

from kiosk.channel import Way
from kiosk.channel.holder import holder_of
from kiosk.request.request import Request, State


class Instruction(StrEnum):
    """What the desk asks staff to do before they approve, in this order."""

    OPEN_ACCOUNT = "open_account_in_directory_tool"
    CHECK_LOCK = "check_lock_is_from_failed_tries"  # any other lock is sent on, never ended here
    END_LOCK = "end_lock"
    CONFIRM = "confirm_by_approving"


class ByHand:
    """Where this channel is set, approving is the confirmation that it was done.

    No later moment asks: the desk shows the instructions before, and who approves says they were followed.
    """

    way: ClassVar = Way.BY_HAND
    instructions = tuple(Instruction)

    def carry_out(self, request: Request) -> State:
        """Return HANDED_OVER, not UNLOCKED: nobody here looked."""
        holder_of(request)
        return State.HANDED_OVER
