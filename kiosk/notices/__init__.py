"""How the holder of a request is told how it ended."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from kiosk.request.request import Request


class Told(StrEnum):
    """What became of the last notice to a request's holder."""

    WAITING = "waiting"  # for the mail server, the directory, or its first try
    SENT = "sent"
    NO_ADDRESS = "no_address"
    REFUSED = "refused"  # no address was taken by the mail server
    GIVEN_UP = "given_up"  # tried for days


ONE_TIME_SECRET = "one_time_secret"  # noqa: S105 - an occasion, not a secret


class Notices(Protocol):
    """None of these raises: telling is not the work."""

    def expect(self, request: Request) -> None:
        """Note that the request is about to be saved like this, so that a crash after it loses no notice."""
        ...

    def tell(self, request: Request, occasion: str | None = None) -> None:
        """Tell the holder, by addresses that the directory holds. occasion: the request's state, or ONE_TIME_SECRET."""
        ...

    def send(self) -> None:
        """Send what waits and is due. For the desk: the terminal reads no addresses."""
        ...

    def fate(self, request: Request) -> Told | None:
        """Return what became of the notice of this request as it stands, None where there is none."""
        ...

    def forget(self, ids: Iterable[str]) -> None:
        """Drop the notices of these requests, sent or not."""
        ...
