"""`kiosk import FILE.csv`: the student register."""

import argparse
from pathlib import Path

from kiosk.commands.context import at_the_desk
from kiosk.commands.output import print_json, print_lines
from kiosk.commands.subcommands import Commands, add_listed
from kiosk.desk.registering import import_register


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_listed(commands, shared, "import")
    parser.add_argument("file", type=Path, metavar="FILE.csv", help="with a line of column names")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> None:
    """Replace the register and print the counts and each rejected line."""
    with at_the_desk(arguments) as (kit, staff):
        found = import_register(kit, staff, arguments.file)
    rejected = [{"line": each.line, "code": each.code, "reason": each.sentence} for each in found.rejected]
    if arguments.json:
        print_json({"imported": len(found.rows), "rejected": rejected, "ignored": list(found.ignored)})
        return
    print_lines(f"{len(found.rows)} students taken in, {len(rejected)} lines rejected.")
    print_lines(*(f"column {name}: not known, left out." for name in found.ignored))
    print_lines(*(f"line {each['line']}: {each['reason']}" for each in rejected))
