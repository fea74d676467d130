"""`kiosk move-store`: from a file on this computer to a database server, whole and proven."""

import argparse

from kiosk.commands.context import settings_of
from kiosk.commands.output import print_json, print_lines
from kiosk.commands.subcommands import Commands, add_listed
from kiosk.wiring.keeping import give_move_up, move_store


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_listed(commands, shared, "move-store")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument(
        "--to", metavar="ADDRESS", help="postgresql://LOGIN@HOST/DATABASE; the login owns its tables"
    )
    way.add_argument(
        "--give-up", action="store_true", help="let an unfinished move's file take requests again"
    )
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> None:
    """Move the store, and say what both sides hold; or give the move up."""
    settings = settings_of(arguments)
    if arguments.give_up:
        give_move_up(settings)
        print_json({"given_up": True}) if arguments.json else print_lines(
            "The store's file takes requests again."
        )
        return
    moved = move_store(settings, arguments.to)
    rows = {name: each.rows for name, each in moved.tables.items()}
    if arguments.json:
        print_json({"place": moved.place, "rows": rows, "events": moved.journal.events})
        return
    counted = ", ".join(f"{count} {name}" for name, count in rows.items() if count)
    print_lines(
        f"{moved.place} holds what the file holds: {counted or 'nothing yet'}.",
        f"{moved.journal.events} events of {moved.journal.writers} writers were checked there.",
        "Every computer's kiosk.toml names the server now, each with a login of its own. The file takes nothing more: "
        "keep it as long as a backup, then delete it.",
    )
