"""The command line's words."""

import argparse
from collections.abc import Sequence
from importlib import import_module

from kiosk import __version__
from kiosk.commands.listed import COMMANDS

WITH_VALUE = ("--config", "--data", "--as")
STATUSES = "Exit status: 0 done; 1 refused, failed or not found; 2 wrong usage or settings; 3 out of service."
PROGRAM = "Read a student card and an identity document, file an unlock request, decide on it."


def build(words: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of the command that these words name; where they name none, one that only lists them all.

    Only what the command needs is loaded: it takes longer to load everything than to do most of it.
    """
    parser = argparse.ArgumentParser(prog="kiosk", description=PROGRAM, epilog=STATUSES)
    parser.add_argument("--version", action="version", version=f"mirail-kiosk {__version__}")
    _add_shared(parser, absent=None)
    # The same options after the command: absent there, they must not undo what stood before it.
    shared = argparse.ArgumentParser(add_help=False)
    _add_shared(shared, absent=argparse.SUPPRESS)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    if named := COMMANDS.get(named_in(words)):
        import_module(f"kiosk.commands.{named.room}").add_to(commands, shared)
    else:
        for name, listed in COMMANDS.items():
            commands.add_parser(name, help=listed.sentence)
    return parser


def named_in(words: Sequence[str]) -> str:
    """Return the first word that is neither an option nor an option's value, "" if there is none."""
    rest = iter(words)
    for word in rest:
        if not word.startswith("-"):
            return word
        if _has_value(word):
            next(rest, None)
    return ""


def _has_value(word: str) -> bool:
    """Return whether the next word is this option's; argparse takes its beginning for it too."""
    return len(word) > 2 and any(option.startswith(word) for option in WITH_VALUE)


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
