"""`kiosk backup TO`: copy the store while the program goes on working."""

import argparse
from pathlib import Path

from kiosk.commands.context import settings_of
from kiosk.commands.output import print_json, print_lines
from kiosk.commands.subcommands import Commands, add_listed
from kiosk.wiring.keeping import back_up_store


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_listed(commands, shared, "backup")
    parser.add_argument("to", metavar="TO", type=Path, help="the copy's name; nothing is overwritten")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> None:
    """Make the copy and say what was checked."""
    report = back_up_store(settings_of(arguments), arguments.to)
    if arguments.json:
        print_json({"to": str(arguments.to), "events": report.events, "writers": report.writers})
        return
    print_lines(
        f"{arguments.to} is whole: {report.events} events of {report.writers} writers checked.",
        "It names students: keep it as long as retention allows. Keep device.key and campus.key elsewhere.",
    )
