"""What a store keeps of calls for staff: the last one of each terminal, and whether a desk answered it."""

from datetime import datetime
from typing import Protocol

from kiosk.request.staff_call import StaffCall


class Calling(Protocol):
    """A call is no event: it decides nothing, and names nobody."""

    def call_staff(self, call: StaffCall) -> StaffCall:
        """Leave a terminal's call and return what stands: a call that nobody answered yet keeps its time.

        One that stood for longer than STANDS before this one counts no more.
        """
        ...

    def staff_call(self, site: str, device: str) -> StaffCall | None:
        """Return this terminal's last call, answered or not."""
        ...

    def staff_calls(self, since: datetime) -> tuple[StaffCall, ...]:
        """Return the calls that were left since then and that nobody answered, the oldest first."""
        ...

    def answer_call(self, call: StaffCall, at: datetime) -> bool:
        """Say that somebody is on their way; False if another desk said so, or it is another call by now."""
        ...
