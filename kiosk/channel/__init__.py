"""How an approved request is carried out: one protocol, one backend per way."""

from enum import StrEnum
from typing import Protocol

from kiosk.request.request import Request, State


class Way(StrEnum):
    """What approving leads to, as staff are told."""

    DIRECTORY = "directory"
    MAIL = "mail"
    BY_HAND = "by_hand"


class Channel(Protocol):
    @property
    def way(self) -> Way: ...

    def carry_out(self, request: Request) -> State:
        """Do it, look again, and return UNLOCKED or HANDED_OVER.

        Raises ChannelAway or DirectoryAway if it should be retried, Refused (with a code) if that won't help.
        Idempotent: a second call after a crash has the same effect as one.
        """
        ...
