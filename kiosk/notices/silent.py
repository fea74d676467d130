"""Nobody is told: the holder looks at the ticket's status."""

from collections.abc import Iterable

from kiosk.request.request import Request


class Silent:
    def expect(self, request: Request) -> None:
        """Do nothing."""

    def tell(self, request: Request, occasion: str | None = None) -> None:
        """Do nothing."""

    def send(self) -> None:
        """Do nothing."""

    def fate(self, request: Request) -> None:  # noqa: ARG002 - the protocol's names
        """Return None: nobody was."""
        return

    def forget(self, ids: Iterable[str]) -> None:
        """Do nothing."""
