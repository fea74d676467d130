"""`kiosk queue` and `kiosk show REF`: what staff see."""

import argparse
from collections.abc import Iterator

from kiosk.commands import shown
from kiosk.commands.context import as_reference, at_the_desk
from kiosk.commands.output import print_json, print_lines, print_table
from kiosk.commands.subcommands import Commands, add_listed
from kiosk.desk import looking
from kiosk.kit import Kit
from kiosk.request.request import Request
from kiosk.staff.account import StaffAccount


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the two commands."""
    queue = add_listed(commands, shared, "queue")
    queue.set_defaults(command=show_queue)
    show = add_listed(commands, shared, "show")
    show.add_argument("reference", metavar="REF", type=as_reference, help="MK-…, as the ticket says")
    show.set_defaults(command=show_one)


def show_queue(arguments: argparse.Namespace) -> None:
    """Print waiting requests, urgent first, then by due time."""
    with at_the_desk(arguments) as (kit, staff):
        rows = [shown.row(request) for request in _everything(kit, staff)]
    if arguments.json:
        print_json(rows)
    else:
        print_table(rows, "No request is waiting.")


def _everything(kit: Kit, staff: StaffAccount) -> list[Request]:
    page = looking.queue(kit, staff, limit=500)
    found = list(page.requests)
    while page.after:
        page = looking.queue(kit, staff, page.after, limit=500)
        found += page.requests
    return found


def show_one(arguments: argparse.Namespace) -> None:
    """Print one request's dossier."""
    with at_the_desk(arguments) as (kit, staff):
        found = shown.dossier(looking.dossier(kit, staff, arguments.reference))
    if arguments.json:
        print_json(found)
        return
    for key, value in found.items():
        print_lines(*_readable(key, value))


def _readable(key: str, value: object, indent: str = "") -> Iterator[str]:
    """Yield one line a fact; what holds several is indented below its name."""
    if isinstance(value, dict):
        yield f"{indent}{key}"
        for name, part in value.items():
            yield from _readable(name, part, indent + "  ")
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        yield f"{indent}{key}"
        yield from (
            indent + "  " + "  ".join(f"{part:14}" for part in each.values()).rstrip() for each in value
        )
    else:
        text = ", ".join(value) or "-" if isinstance(value, list) else "-" if value is None else value
        yield f"{indent + key:16}  {text}"
