"""`kiosk migrate`: bring the store's database to the form that this program knows."""

import argparse

from kiosk.commands.context import settings_of
from kiosk.commands.output import print_json, print_lines
from kiosk.commands.subcommands import Commands, add_listed
from kiosk.wiring.migrating import migrate_store

BY_ITSELF = "The store is a SQLite file: it comes to its form by itself when it is opened."


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_listed(commands, shared, "migrate")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.add_argument("--owner", metavar="LOGIN", help="the database login that may alter tables")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> None:
    """Take the missing steps and name them."""
    steps = migrate_store(settings_of(arguments), arguments.owner, dry_run=arguments.dry_run)
    if arguments.json:
        print_json({"steps": list(steps or ()), "by_itself": steps is None})
    elif steps is None:
        print_lines(BY_ITSELF)
    elif not steps:
        print_lines("The database has the form that this program knows.")
    else:
        print_lines(*(f"{'Would take' if arguments.dry_run else 'Took'} the step: {step}." for step in steps))
