"""The command line's words."""

import argparse

from kiosk import __version__
from kiosk.commands import (
    backup,
    deciding,
    demo_data,
    device,
    doctor,
    forget,
    hand_over,
    importing,
    journal,
    looking,
    migrate,
    move_store,
    person,
    scan,
    spool,
    staff,
    status,
    story,
    submit,
)

ROOMS = (
    scan,
    submit,
    looking,
    status,
    deciding,
    hand_over,
    staff,
    importing,
    journal,
    forget,
    backup,
    migrate,
    move_store,
    person,
    spool,
    device,
    doctor,
    demo_data,
    story,
)


STATUSES = "Exit status: 0 done; 1 refused, failed or not found; 2 wrong usage or settings; 3 out of service."
PROGRAM = "Read a student card and an identity document, file an unlock request, decide on it."


def build() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    parser = argparse.ArgumentParser(prog="kiosk", description=PROGRAM, epilog=STATUSES)
    parser.add_argument("--version", action="version", version=f"mirail-kiosk {__version__}")
    _add_shared(parser, absent=None)
    # The same options after the command: absent there, they must not undo what stood before it.
    shared = argparse.ArgumentParser(add_help=False)
    _add_shared(shared, absent=argparse.SUPPRESS)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for room in ROOMS:
        room.add_to(commands, shared)
    return parser


def _add_shared(parser: argparse.ArgumentParser, absent: object) -> None:
    flag = absent or False
    parser.add_argument("--config", metavar="FILE", default=absent, help="kiosk.toml (or KIOSK_CONFIG)")
    parser.add_argument("--data", metavar="DIR", default=absent, help="data folder (or KIOSK_DATA)")
    parser.add_argument("--json", action="store_true", default=flag, help="print JSON")
    parser.add_argument(
        "--as", dest="login", metavar="LOGIN", default=absent, help="the staff account that acts"
    )
    parser.add_argument(
        "--password-stdin", action="store_true", default=flag, help="read the password from standard input"
    )
