"""`kiosk demo-data DIR`: a fictional campus to try everything on."""

import argparse
from pathlib import Path

from kiosk.commands.output import print_json, print_lines
from kiosk.commands.subcommands import Commands, add_listed

MOST = 10_000  # half an hour of drawing


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_listed(commands, shared, "demo-data")
    parser.add_argument("folder", type=Path, metavar="DIR", help="made if it isn't there")
    parser.add_argument(
        "--students", type=_count, default=200, metavar="N", help=f"how many, {MOST} at most (200)"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="the same number draws the same campus (1)"
    )
    parser.set_defaults(command=run)


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= MOST:
        raise ValueError(text)
    return number


def run(arguments: argparse.Namespace) -> None:
    """Write the campus and say where its settings lie."""
    from kiosk.demo.campus import write_campus

    write_campus(arguments.folder, arguments.students, arguments.seed)
    settings = arguments.folder / "kiosk.toml"
    if arguments.json:
        print_json({"folder": str(arguments.folder), "config": str(settings), "students": arguments.students})
    else:
        print_lines(f"{arguments.students} fictional students. Use it with --config {settings}")
