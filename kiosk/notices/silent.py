"""Nobody is told: the holder looks at the ticket's status."""

from kiosk.request.request import Request


class Silent:
    def tell(self, request: Request) -> None:
        """Do nothing."""
