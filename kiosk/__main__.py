"""The `kiosk` command: everything that needs no window."""

import argparse
import sys
from collections.abc import Sequence

from kiosk.commands import parser
from kiosk.commands.output import abandon_output
from kiosk.commands.typed import is_text
from kiosk.errors import KioskError, OutOfService, SettingsWrong
from kiosk.memory import forbid_core_dumps

DONE, REFUSED, USAGE, OUT_OF_SERVICE = 0, 1, 2, 3
PATHS = ("config", "data")  # the system's names of files may be any bytes


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    forbid_core_dumps()
    words = sys.argv[1:] if words is None else words
    arguments = parser.build(words).parse_args(words)
    try:
        return run(arguments)
    except KioskError as error:
        sys.stderr.write(f"kiosk: {error}\n")
        return status_of(error)
    except BrokenPipeError:  # the reader of our output left: nothing more to say to it
        abandon_output()
        return DONE
    except KeyboardInterrupt:
        return 130


def run(arguments: argparse.Namespace) -> int:
    """Call the command that was parsed."""
    for name, given in vars(arguments).items():
        if isinstance(given, str) and name not in PATHS and not is_text(given):
            raise SettingsWrong(f"What was given as {name} isn't UTF-8 text: type it again.")
    status: int | None = arguments.command(arguments)
    return DONE if status is None else status


def status_of(error: KioskError) -> int:
    """Return the exit status that scripts rely on."""
    if isinstance(error, OutOfService):
        return OUT_OF_SERVICE
    return USAGE if isinstance(error, SettingsWrong) else REFUSED


if __name__ == "__main__":
    sys.exit(main())
