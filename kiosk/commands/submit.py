"""`kiosk submit --card PATH --document PATH`: a whole visit without a window, on a demonstration store."""

import argparse
from pathlib import Path

from kiosk.commands.context import opened_kit
from kiosk.commands.output import moment, print_json, print_lines
from kiosk.commands.subcommands import Commands, add_listed
from kiosk.errors import CameraAway, Refused
from kiosk.filing import FILES_NO_REQUEST, Filed
from kiosk.kit import Kit
from kiosk.triage.words import Symptom
from kiosk.visit import Brought, Leaving, visit

TURNED_AWAY = 1


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_listed(commands, shared, "submit")
    parser.add_argument("--card", required=True, type=Path, metavar="PATH", help="pictures or a video of it")
    parser.add_argument(
        "--document", required=True, type=Path, metavar="PATH", help="pictures or a video of it"
    )
    parser.add_argument(
        "--symptom",
        choices=[str(each) for each in Symptom],
        default=str(Symptom.BLOCKED),
        metavar="CODE",
        help="what is happening: " + ", ".join(Symptom) + " (blocked)",
    )
    parser.add_argument("--language", choices=("fr", "en"), default="fr", help="of the ticket (fr)")
    parser.add_argument("--urgent", action="store_true", help="answered before others")
    parser.set_defaults(command=run)


def run(arguments: argparse.Namespace) -> int:
    """Play the visit and print its outcome; 1 if it left without a request or a door."""
    with opened_kit(arguments) as kit:
        left = _visit(kit, arguments)
    outcome = outcome_of(left)
    if arguments.json:
        print_json(outcome)
    else:
        print_lines(
            *(f"{key:10}{'-' if value is None else value}" for key, value in outcome.items()), *left.ticket
        )
    return 0 if outcome["reference"] or left.door in FILES_NO_REQUEST else TURNED_AWAY


def _visit(kit: Kit, arguments: argparse.Namespace) -> Leaving:
    if not kit.store.is_demonstration:
        raise Refused(
            "Pictures can't file a request here: `submit` needs a demonstration store.", "live_only"
        )
    brought = Brought(
        card=arguments.card,
        document=arguments.document,
        symptom=Symptom(arguments.symptom),
        language=arguments.language,
        urgent=arguments.urgent,
    )
    try:
        return visit(kit, brought)
    except CameraAway as error:
        if error.retry:
            raise
        # What stands in for the camera isn't there, or is no picture: a wrong path, not a part that is away.
        raise Refused(str(error), "not_opened") from error


def outcome_of(left: Leaving) -> dict[str, object]:
    """Return the contract's keys. A visitor who was turned away leaves with the verdict's word alone."""
    verdict = left.verdict
    if isinstance(left.outcome, Filed):
        request = left.outcome.request
        return {
            "reference": request.reference,
            "verdict": left.outcome.verdict.outcome,
            "codes": list(left.outcome.verdict.codes),
            "door": request.door,
            "due": moment(request.due_at),
            "state": request.state,
            "presence": request.verification.presence,
        }
    return {
        "reference": None,
        "verdict": verdict.outcome if verdict else None,
        "codes": list(verdict.codes) if verdict and left.door else [],
        "door": left.door,
        "due": None,
        "state": None,
        "presence": None,
    }
