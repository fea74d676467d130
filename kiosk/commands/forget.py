"""`kiosk forget`: erase what the retention rules say is due."""

import argparse

from kiosk.commands.context import at_the_desk
from kiosk.commands.output import print_json, print_lines
from kiosk.commands.subcommands import Commands, add_listed
from kiosk.desk.housekeeping import forget


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_listed(commands, shared, "forget")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be erased")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> None:
    """Erase, or with --dry-run count."""
    with at_the_desk(arguments) as (kit, staff):
        done = forget(kit, staff, arguments.dry_run)
    if arguments.json:
        print_json({"lapsed": done.lapsed, "holders": done.holders, "records": done.records})
        return
    would = "Would let" if arguments.dry_run else "Let"
    print_lines(
        f"{would} {done.lapsed} waiting requests lapse, erase {done.holders} holders, delete {done.records} records."
    )
