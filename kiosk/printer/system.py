"""A printer of this computer's print system (CUPS), by its commands lp and lpstat."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.errors import PrinterAway
from kiosk.printer.paper import WIDTH, lay_out
from kiosk.printer.sheet import pdf_sheet

# Nothing else goes on to the commands: OpenCV's LD_LIBRARY_PATH would give them the wrong libraries.
KEPT = ("PATH", "HOME", "CUPS_SERVER")


@dataclass(frozen=True, slots=True)
class SystemPrinter:
    """name: the print queue's, as `lpstat -e` lists it; empty for the computer's default.

    lp gets the ticket on its standard input.
    """

    name: str
    width: int = WIDTH
    timeout_s: float = 10
    environment: Mapping[str, str] = field(repr=False, default_factory=lambda: os.environ)

    def print_ticket(self, text: str, qr: str, reference: str) -> None:
        sheet = pdf_sheet(lay_out(text, self.width), qr)
        self._run("lp", "-s", *self._queue("-d"), "-t", reference, "-", given=sheet)

    def check(self) -> None:
        answer = self._run("lpstat", *(self._queue("-p") or ("-d",)))
        if b"disabled" in answer:
            raise PrinterAway(f"The printer {self.name} is paused: run cupsenable {self.name}.")
        if b"no system default" in answer:
            raise PrinterAway("No printer is the default: set one by lpadmin -d, or name one in kiosk.toml.")

    def _queue(self, option: str) -> tuple[str, ...]:
        return (option, self.name) if self.name else ()

    def _run(self, command: str, *arguments: str, given: bytes = b"") -> bytes:
        environment = {key: self.environment[key] for key in KEPT if key in self.environment}
        program = shutil.which(command, path=environment.get("PATH", os.defpath))
        if program is None:
            raise PrinterAway(f"The command {command} is missing: install cups-client.", retry=False)
        return self._answer([program, *arguments], given, {**environment, "LC_ALL": "C.UTF-8"})

    def _answer(self, command: list[str], given: bytes, environment: dict[str, str]) -> bytes:
        try:
            done = subprocess.run(
                command, input=given, env=environment, timeout=self.timeout_s, capture_output=True, check=True
            )
        except subprocess.TimeoutExpired as error:
            raise PrinterAway(
                f"The print system doesn't answer within {self.timeout_s:g} s: restart cups."
            ) from error
        except (OSError, subprocess.CalledProcessError) as error:
            raise PrinterAway(
                f"The printer {self.name} takes no ticket: check that it is on and that `lpstat -e` lists it."
            ) from error
        return done.stdout
