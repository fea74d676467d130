"""No printer: the ticket stays on the screen, and nobody is told to take one."""

from typing import NoReturn

from kiosk.errors import PrinterAway


class NoPrinter:
    """Always away, by choice: a retry doesn't help."""

    def print_ticket(self, text: str, qr: str, reference: str) -> NoReturn:  # noqa: ARG002 - the protocol's names
        self.check()

    def check(self) -> NoReturn:
        raise PrinterAway("No printer is set up: note the tracking number on the screen.", retry=False)
