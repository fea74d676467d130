"""What terminals filed in someone's name, in a store that several computers share: only a desk reads addresses."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from kiosk.request.request import Request


class Filings(Protocol):
    """At the desk. Raises StoreAway."""

    def leave_notices(self, leave: Callable[[Request], None]) -> None:
        """Call `leave` with each request that waits, was filed unattended, and whose holder wasn't told yet.

        One desk does it for each; where `leave` raises or the desk dies, the next one does.
        """
        ...


@runtime_checkable
class KnowsFilings(Protocol):
    """A store that several computers share, as a desk has it."""

    @property
    def filings(self) -> Filings: ...
