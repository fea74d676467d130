"""`kiosk status REF`: what the holder may know, by the typed reference or by the text of the ticket's QR code."""

import argparse

from kiosk.commands.context import opened_kit
from kiosk.commands.output import moment, print_json, print_lines
from kiosk.commands.subcommands import Commands, add_listed
from kiosk.visit import Status, status


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_listed(commands, shared, "status")
    parser.add_argument("reference", metavar="REF", help="MK-…, or what the ticket's QR code says (MK1:…)")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> None:
    """Print what this reference or ticket opens."""
    with opened_kit(arguments) as kit:
        found = shown(status(kit, arguments.reference))
    if arguments.json:
        print_json(found)
    else:
        print_lines(*(f"{key:10}{'-' if value is None else value}" for key, value in found.items()))


def shown(found: Status) -> dict[str, object]:
    """Return the keys that others script against; a typed reference opens two only."""
    request = found.request
    if request is None:
        return {"reference": found.reference, "status": found.word}
    decision = request.decision
    return {
        "reference": found.reference,
        "status": found.word,
        "due": moment(request.due_at),
        "door": request.door,
        "reason": decision.reason if decision and request.state == "refused" else None,
        "ended": moment(request.ended_at),
    }
