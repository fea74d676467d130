"""`kiosk doctor`: is every part in order, and what to do if not."""

import argparse

from kiosk.commands.context import settings_of
from kiosk.commands.output import print_json, print_lines, print_table
from kiosk.commands.subcommands import Commands, add_listed
from kiosk.doctor import Level, examine
from kiosk.doctor.metrics import as_prometheus
from kiosk.wiring.health import health_checks, student_check
from kiosk.wiring.one_store import one_store
from kiosk.wiring.queued import queued

OUT_OF_SERVICE = 3


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_listed(commands, shared, "doctor")
    parser.add_argument(
        "--student", metavar="NUMBER", help="look at this student's entry in the directory too"
    )
    parser.add_argument(
        "--metrics", action="store_true", help="print Prometheus text, the queue's numbers too"
    )
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Print each part's finding; 3 if one failed."""
    settings = settings_of(arguments)
    with one_store(settings) as opened:
        checks = dict(health_checks(settings, opened))
        if arguments.student is not None:
            checks["student"] = student_check(settings, arguments.student)
        findings = examine(checks)
        counted = queued(opened) if arguments.metrics else None
    rows = [{"part": each.part, "level": each.level, "sentence": each.sentence} for each in findings]
    if arguments.metrics:
        print_lines(*as_prometheus(findings, counted).splitlines())
    elif arguments.json:
        print_json(rows)
    else:
        print_table(rows, "Nothing was checked.")
    return OUT_OF_SERVICE if any(each.level is Level.FAILED for each in findings) else 0
