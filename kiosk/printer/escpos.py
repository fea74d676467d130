"""A receipt printer that speaks ESC/POS, by its device file (/dev/usb/lp0, /dev/ttyUSB0).

Source: Epson's ESC/POS command reference (ESC @, ESC R, ESC t, ESC a, GS ( k 165 to 181, GS V).
"""

from dataclasses import dataclass
from pathlib import Path

from kiosk.printer.device import open_device, write_all
from kiosk.printer.paper import WIDTH, lay_out, windows_1252

RESET = b"\x1b@"
AMERICAN = b"\x1bR\x00"  # a printer set up for France would print { | } as é ù è
WINDOWS_1252 = b"\x1bt\x10"  # of the pages every printer has, the one with œ and the euro sign
CENTRED, LEFT = b"\x1ba\x01", b"\x1ba\x00"
CUT = b"\x1dVB\x03"  # feed to the knife and 3 units more, then cut but for one point
MODEL_2 = b"A2\x00"
CORRECTION_M = b"E1"
PRINT_STORED = b"Q0"


@dataclass(frozen=True, slots=True)
class EscposPrinter:
    """timeout_s: how long the printer may take no bytes (out of paper, lid open) before it counts as away."""

    device: Path
    width: int = WIDTH
    timeout_s: float = 5

    def print_ticket(self, text: str, qr: str, reference: str) -> None:  # noqa: ARG002 - paper needs no name
        ticket = escpos_bytes("\n".join(lay_out(text, self.width)), qr)
        with open_device(self.device) as device:
            write_all(device, ticket, self.timeout_s)

    def print_slip(self, text: str) -> None:
        lines = "\n".join(lay_out(text, self.width))
        slip = RESET + AMERICAN + WINDOWS_1252 + _lines(lines) + CUT
        with open_device(self.device) as device:
            write_all(device, slip, self.timeout_s)

    def check(self) -> None:
        with open_device(self.device) as device:
            write_all(device, b"", self.timeout_s)


def escpos_bytes(text: str, qr: str, module_dots: int = 6) -> bytes:
    """Return the commands that print these lines and this QR code, and cut the paper."""
    return b"".join((RESET, AMERICAN, WINDOWS_1252, _lines(text), CENTRED, _qr(qr, module_dots), LEFT, CUT))


def _lines(text: str) -> bytes:
    return b"".join(windows_1252(line) + b"\n" for line in text.split("\n"))


def _qr(content: str, module_dots: int) -> bytes:
    commands = (MODEL_2, b"C" + bytes((module_dots,)), CORRECTION_M, b"P0" + content.encode(), PRINT_STORED)
    return b"".join(_two_dimensional(command) for command in commands)


def _two_dimensional(command: bytes) -> bytes:
    """Wrap a command to the QR engine ('1') with its length, low byte first."""
    symbol = b"1" + command
    return b"\x1d(k" + len(symbol).to_bytes(2, "little") + symbol
