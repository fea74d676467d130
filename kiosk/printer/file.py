"""A folder as a printer: the ticket as a text file, its QR code as a picture beside it."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import PrinterAway
from kiosk.printer import qr as code
from kiosk.printer.paper import WIDTH, lay_out
from kiosk.private_file import write_private

PROBE = ".probe"


@dataclass(frozen=True, slots=True)
class FilePrinter:
    """Keeps REFERENCE.txt (UTF-8) and REFERENCE.png; a ticket printed again replaces itself."""

    folder: Path
    width: int = WIDTH

    def print_ticket(self, text: str, qr: str, reference: str) -> None:
        lines = [*lay_out(text, self.width), "", *code.as_text(qr)]
        self._keep(f"{reference}.png", code.as_png(qr))
        self._keep(f"{reference}.txt", ("\n".join(lines) + "\n").encode())

    def check(self) -> None:
        self._keep(PROBE, b"")
        (self.folder / PROBE).unlink(missing_ok=True)

    def _keep(self, name: str, content: bytes) -> None:
        try:
            write_private(self.folder / name, content)
        except OSError as error:
            raise PrinterAway(
                f"Tickets can't be written to the folder {self.folder} ({error.strerror}): "
                "check that it exists, has space and belongs to the kiosk."
            ) from error
