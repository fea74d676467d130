import re
import shlex
from pathlib import Path

import pytest

from kiosk.errors import PrinterAway
from kiosk.printer.system import SystemPrinter
from tests.contracts.printer import QR, REFERENCE, WIDTH, Desk, PrinterContract
from tests.kiosk.printer.scanner import scanned

LINE = re.compile(rb"^\((.*)\) Tj T\*$", re.MULTILINE)
SQUARE = re.compile(rb"^(\d+) (\d+) 3 3 re$", re.MULTILINE)


class PrintSystem:
    """A folder of commands that stands for CUPS, and what they were given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.has("lp", f"/bin/cat > {self.kept('job')}; /usr/bin/env > {self.kept('environment')}")
        self.has("lpstat", "echo 'printer ticket is idle.'")

    def has(self, command: str, script: str) -> None:
        """Put a command there that keeps its arguments and does this."""
        path = self.folder / command
        path.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {self.kept(command + "-arguments")}\n{script}\n')
        path.chmod(0o700)

    def kept(self, name: str) -> str:
        return shlex.quote(str(self.folder / f"{name}.kept"))

    def read(self, name: str) -> bytes:
        return (self.folder / f"{name}.kept").read_bytes()

    def printer(self, name: str = "ticket", timeout_s: float = 10, **environment: str) -> SystemPrinter:
        surroundings = {"PATH": str(self.folder), **environment}
        return SystemPrinter(name, WIDTH, timeout_s, environment=surroundings)

    def lines(self) -> list[str]:
        return [re.sub(rb"\\(.)", rb"\1", line).decode("cp1252") for line in LINE.findall(self.read("job"))]

    def code(self) -> str:
        """Scan the squares of the page."""
        corners = {(int(x) // 3, int(y) // 3) for x, y in SQUARE.findall(self.read("job"))}
        xs, ys = zip(*corners, strict=True)
        rows = range(max(ys), min(ys) - 1, -1)
        return scanned([[(x, y) in corners for x in range(min(xs), max(xs) + 1)] for y in rows])


@pytest.fixture
def system(tmp_path) -> PrintSystem:
    return PrintSystem(tmp_path / "bin")


@pytest.fixture
def desk(system, tmp_path) -> Desk:
    """The print system that is away knows no such printer."""
    other = PrintSystem(tmp_path / "other")
    for command in ("lp", "lpstat"):
        other.has(command, "/bin/cat > /dev/null; echo 'no such printer' >&2; exit 1")
    return Desk(printer=system.printer(), away=other.printer(), lines=system.lines, code=system.code)


class TestSystemPrinter(PrinterContract):
    def test_prints_on_the_printer_of_the_settings(self, desk, system):
        """The queue's name and the job's reference are all that the command line shows to other users."""
        desk.printer.print_ticket("Noëlle", QR, REFERENCE)

        assert ["-s", "-d", "ticket", "-t", REFERENCE, "-"] == system.read("lp-arguments").decode().split()


def test_gives_the_commands_a_clean_environment(system):
    """OpenCV's libraries and the kiosk's secrets stay out of other programs."""
    system.printer(HOME="/home/kiosk", LD_LIBRARY_PATH="/cv2", KIOSK_SECRET="x").print_ticket(
        "", QR, REFERENCE
    )

    names = {line.split("=")[0] for line in system.read("environment").decode().splitlines()}
    assert {"PATH", "HOME", "LC_ALL"} == names - {"PWD", "_", "SHLVL", "OLDPWD"}


def test_does_not_wait_for_ever(system):
    """A print system that hangs is away after the time-out."""
    system.has("lp", "exec /bin/sleep 60")

    with pytest.raises(PrinterAway, match="restart cups"):
        system.printer(timeout_s=0.2).print_ticket("", QR, REFERENCE)


def test_says_how_to_install_what_is_missing(tmp_path):
    """A computer without a print system is told from a printer that is off."""
    with pytest.raises(PrinterAway, match="install cups-client") as caught:
        SystemPrinter("ticket", environment={"PATH": str(tmp_path)}).check()

    assert not caught.value.retry


def test_a_command_that_cannot_be_started_is_away(system):
    """A damaged program doesn't stop a visit."""
    (system.folder / "lp").write_bytes(b"\x00\x01")

    with pytest.raises(PrinterAway):
        system.printer().print_ticket("", QR, REFERENCE)


def test_finds_a_paused_printer_when_checked(system):
    """Tickets would queue up unseen, so it doesn't count as ready."""
    system.has("lpstat", "echo 'printer ticket disabled since Mon 23 Nov 2026 -'")

    with pytest.raises(PrinterAway, match="cupsenable ticket"):
        system.printer().check()


def test_asks_about_its_own_printer_when_checked(system):
    """Another printer's health says nothing."""
    system.printer().check()

    assert ["-p", "ticket"] == system.read("lpstat-arguments").decode().split()


def test_prints_on_the_default_printer_where_none_is_named(system):
    """The computer's own choice is taken without naming it."""
    system.printer(name="").print_ticket("", QR, REFERENCE)

    assert ["-s", "-t", REFERENCE, "-"] == system.read("lp-arguments").decode().split()


def test_finds_that_no_printer_is_the_default_when_checked(system):
    """Nothing named and nothing chosen is no printer."""
    system.has("lpstat", "echo 'no system default destination'")

    with pytest.raises(PrinterAway, match="lpadmin"):
        system.printer(name="").check()
