"""The `kiosk` command: everything that needs no window."""

import argparse
import os
import sys
from collections.abc import Sequence

from kiosk.commands import parser
from kiosk.errors import KioskError, OutOfService, SettingsWrong
from kiosk.memory import forbid_core_dumps

DONE, REFUSED, USAGE, OUT_OF_SERVICE = 0, 1, 2, 3


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    forbid_core_dumps()
    arguments = parser.build().parse_args(words)
    try:
        return run(arguments)
    except KioskError as error:
        sys.stderr.write(f"kiosk: {error}\n")
        return status_of(error)
    except BrokenPipeError:  # the reader of our output left: nothing more to say to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return 130


def run(arguments: argparse.Namespace) -> int:
    """Call the command that was parsed."""
    status: int | None = arguments.command(arguments)
    return DONE if status is None else status


def status_of(error: KioskError) -> int:
    """Return the exit status that scripts rely on."""
    if isinstance(error, OutOfService):
        return OUT_OF_SERVICE
    return USAGE if isinstance(error, SettingsWrong) else REFUSED


if __name__ == "__main__":
    sys.exit(main())
