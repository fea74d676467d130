"""How an approved request is carried out: one protocol, one backend per way."""

from typing import Protocol

from kiosk.request.request import Request, State


class Channel(Protocol):
    def carry_out(self, request: Request) -> State:
        """Do it, look again, and return UNLOCKED or HANDED_OVER.

        Raises ChannelAway or DirectoryAway if it should be retried, Refused (with a code) if that won't help.
        Idempotent: a second call after a crash has the same effect as one.
        """
        ...
