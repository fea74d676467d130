"""`kiosk journal verify | export | anchor`: the proof that nothing was altered."""

import argparse

from kiosk.commands.context import at_the_desk, opened_kit
from kiosk.commands.listed import sentence_of
from kiosk.commands.output import print_json, print_lines
from kiosk.commands.subcommands import Commands, add_command
from kiosk.desk import journal_keeping
from kiosk.journal.event import Event

BROKEN = 1


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command and its three acts."""
    journal = commands.add_parser("journal", help=sentence_of("journal"))
    acts = journal.add_subparsers(title="acts", metavar="ACT", required=True)
    verify = add_command(acts, shared, "verify", "check every link and signature")
    verify.set_defaults(command=_verify)
    export = add_command(acts, shared, "export", "print every event as JSON Lines")
    export.set_defaults(command=_export)
    anchor = add_command(acts, shared, "anchor", "write the heads to anchor_to")
    anchor.set_defaults(command=_anchor)


def _verify(arguments: argparse.Namespace) -> int:
    with opened_kit(arguments) as kit:
        report = journal_keeping.verify_journal(kit)
    broken = report.first_broken
    if arguments.json:
        link = {"writer": broken.writer, "sequence": broken.sequence, "why": broken.why} if broken else None
        print_json(
            {"events": report.events, "writers": report.writers, "anchors": report.anchors, "broken": link}
        )
    else:
        counted = f"{report.events} events of {report.writers} writers, {report.anchors} anchors checked"
        print_lines(
            f"{counted}: {f'broken at {broken.writer} {broken.sequence}: {broken.why}' if broken else 'ok'}."
        )
    return BROKEN if broken else 0


def _export(arguments: argparse.Namespace) -> None:
    with at_the_desk(arguments) as (kit, staff):
        for event in journal_keeping.export_journal(kit, staff):
            print_json(_line(event))


def _anchor(arguments: argparse.Namespace) -> None:
    with at_the_desk(arguments) as (kit, staff):
        anchors = journal_keeping.anchor_journal(kit, staff)
    lines = [anchor.line for anchor in anchors]
    if arguments.json:
        print_json(lines)
    else:
        print_lines(*(lines or ["The journal is empty: there is nothing to anchor."]))


def _line(event: Event) -> dict[str, object]:
    return {
        "format": event.format,
        "writer": event.writer,
        "sequence": event.sequence,
        "body": event.body,
        "previous": event.previous,
        "digest": event.digest,
        "signature": event.signature,
    }
