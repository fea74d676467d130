import fcntl
import os
import re
from pathlib import Path

import pytest

from kiosk.errors import PrinterAway
from kiosk.printer.escpos import EscposPrinter, escpos_bytes
from tests.contracts.printer import QR, REFERENCE, WIDTH, Desk, PrinterContract
from tests.kiosk.printer.roll import Roll


@pytest.fixture
def roll(tmp_path):
    """Yield a printer that takes everything."""
    roll = Roll(tmp_path / "lp0")
    yield roll
    os.close(roll.end)


@pytest.fixture
def desk(roll: Roll, tmp_path: Path) -> Desk:
    """The printer that is away has no device file."""

    def text() -> list[str]:
        return roll.latest().split(b"\x1bt\x10")[1].split(b"\n\x1ba\x01")[0].decode("cp1252").split("\n")

    def code() -> str:
        (stored,) = re.findall(rb"1P0(.*?)\x1d", roll.latest(), re.DOTALL)
        return stored.decode()

    return Desk(
        printer=EscposPrinter(roll.path, WIDTH),
        away=EscposPrinter(tmp_path / "lp1", WIDTH),
        lines=text,
        code=code,
    )


class TestEscposPrinter(PrinterContract):
    def test_makes_no_device_file(self, desk, tmp_path):
        """An unplugged printer doesn't become a file that swallows tickets."""
        with pytest.raises(PrinterAway):
            desk.away.print_ticket("Demande enregistrée", QR, REFERENCE)

        assert not (tmp_path / "lp1").exists()


def test_the_ticket_byte_by_byte():
    """Every command is the one of Epson's reference, in an order that a printer takes."""
    commands = [
        b"\x1b@",  # ESC @: as at power-on
        b"\x1bR\x00",  # ESC R 0: the American set
        b"\x1bt\x10",  # ESC t 16: Windows-1252
        b"\xe9t\xe9\n",
        b"5 \x80\n",
        b"\x1ba\x01",  # ESC a 1: centred
        b"\x1d(k\x04\x001A2\x00",  # GS ( k 165: model 2
        b"\x1d(k\x03\x001C\x06",  # 167: six dots a module
        b"\x1d(k\x03\x001E1",  # 169: error correction M
        b"\x1d(k\x08\x001P0hello",  # 180: store, three bytes and the content
        b"\x1d(k\x03\x001Q0",  # 181: print what is stored
        b"\x1ba\x00",  # ESC a 0: from the left
        b"\x1dVB\x03",  # GS V 66 3: feed to the knife and cut
    ]

    assert b"".join(commands) == escpos_bytes("été\n5 €", "hello")


def test_a_long_code_states_its_length_low_byte_first():
    """Past 255 bytes the second byte counts."""
    assert b"\x1d(k\x2f\x011P0" + b"x" * 300 in escpos_bytes("", "x" * 300)


def test_a_letter_outside_the_page_never_becomes_a_command():
    """Unknown letters are printed as question marks."""
    assert b"?\n" in escpos_bytes("日", "x")


def test_refuses_a_plain_file_in_place_of_the_device(tmp_path):
    """Tickets copied into a file while the printer was unplugged would reach nobody."""
    (tmp_path / "lp0").write_text("")

    with pytest.raises(PrinterAway, match="plain file"):
        EscposPrinter(tmp_path / "lp0").check()


def test_refuses_a_folder(tmp_path):
    """A mistyped path is told."""
    with pytest.raises(PrinterAway):
        EscposPrinter(tmp_path).check()


def test_a_printer_that_takes_nothing_is_away(roll):
    """Out of paper, it isn't waited for beyond the time-out."""
    filler = os.open(roll.path, os.O_WRONLY | os.O_NONBLOCK)
    os.write(filler, b"x" * fcntl.fcntl(filler, fcntl.F_GETPIPE_SZ))
    os.close(filler)

    with pytest.raises(PrinterAway, match="paper"):
        EscposPrinter(roll.path, timeout_s=0).print_ticket("Demande enregistrée", QR, REFERENCE)


def test_a_printer_that_stops_in_the_middle_is_away(roll):
    """A ticket larger than what the printer takes at once doesn't count as printed."""
    text = "x" * 100_000

    with pytest.raises(PrinterAway):
        EscposPrinter(roll.path, timeout_s=0).print_ticket(text, QR, REFERENCE)
