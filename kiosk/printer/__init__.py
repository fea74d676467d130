"""What puts a ticket on paper."""

from typing import Protocol


class Printer(Protocol):
    def print_ticket(self, text: str, qr: str, reference: str) -> None:
        """Print lines of text and a QR code. Raises PrinterAway.

        reference: the request's, the ticket's only name where one is kept or queued.
        """
        ...

    def check(self) -> None:
        """Raise PrinterAway unless a ticket could be printed now."""
        ...
