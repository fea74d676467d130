"""What puts a ticket on paper."""

from typing import Protocol


class SlipPrinter(Protocol):
    """A printer that keeps nothing of what it prints."""

    def print_slip(self, text: str) -> None:
        """Print lines of text, and cut. Raises PrinterAway."""
        ...

    def check(self) -> None:
        """Raise PrinterAway unless it could print now."""
        ...


class Printer(Protocol):
    def print_ticket(self, text: str, qr: str, reference: str) -> None:
        """Print lines of text and a QR code. Raises PrinterAway.

        reference: the request's, the ticket's only name where one is kept or queued.
        """
        ...

    def check(self) -> None:
        """Raise PrinterAway unless a ticket could be printed now."""
        ...
