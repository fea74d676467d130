"""`kiosk person export | erase NUMBER`: what is held about one student (GDPR, articles 15 and 17)."""

import argparse
import json

from kiosk.commands import shown
from kiosk.commands.context import at_the_desk
from kiosk.commands.listed import sentence_of
from kiosk.commands.output import print_json, print_lines
from kiosk.commands.subcommands import Commands, add_command
from kiosk.desk.person import Erased, Held, erase_person, export_person
from kiosk.journal.event import Event


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command and its two acts."""
    person = commands.add_parser("person", help=sentence_of("person"))
    acts = person.add_subparsers(title="acts", metavar="ACT", required=True)
    export = add_command(acts, shared, "export", "print everything that is held, as JSON")
    export.set_defaults(command=_export)
    erase = add_command(acts, shared, "erase", "erase the person from all their requests")
    erase.add_argument("--dry-run", action="store_true", help="only say what would be erased")
    erase.set_defaults(command=_erase)
    for act in (export, erase):
        act.add_argument("number", metavar="NUMBER", type=str.strip, help="the student number")


def _export(arguments: argparse.Namespace) -> None:
    with at_the_desk(arguments) as (kit, staff):
        held = export_person(kit, staff, arguments.number)
    print_json(_held(arguments.number, held))


def _erase(arguments: argparse.Namespace) -> None:
    with at_the_desk(arguments) as (kit, staff):
        done = erase_person(kit, staff, arguments.number, arguments.dry_run)
    if arguments.json:
        print_json({"lapsed": done.lapsed, "holders": done.holders, "in_register": done.in_register})
    else:
        print_lines(*_said(done, arguments.dry_run))


def _said(done: Erased, dry_run: bool) -> list[str]:
    would = "Would let" if dry_run else "Let"
    lines = [f"{would} {done.lapsed} waiting requests lapse, erase the person from {done.holders} requests."]
    if done.in_register:
        lines.append("The student register still has this number: it goes with the next `kiosk import`.")
    return lines


def _held(number: str, held: Held) -> dict[str, object]:
    requests = [
        shown.whole(request) | {"events": [_event(each) for each in held.events[request.id]]}
        for request in held.requests
    ]
    register = dict(held.register) if held.register else None
    return {"student_number": number, "register": register, "failures": held.failures, "requests": requests}


def _event(event: Event) -> dict[str, object]:
    body = json.loads(event.body)
    return {
        "writer": event.writer,
        "sequence": event.sequence,
        **{key: body[key] for key in ("at", "kind", "by", "details")},
    }
