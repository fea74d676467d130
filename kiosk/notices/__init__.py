"""How the holder of a request is told how it ended."""

from typing import Protocol

from kiosk.request.request import Request


class Notices(Protocol):
    def tell(self, request: Request) -> None:
        """Tell the holder, by addresses that the directory holds. Never raises: telling is not the work."""
        ...
