"""`kiosk hand-over`: a one-time secret, printed for a person who was seen."""

import argparse
from functools import partial

from kiosk.commands.context import as_reference
from kiosk.commands.deciding import act_on, status_of
from kiosk.commands.listed import sentence_of
from kiosk.commands.subcommands import Commands
from kiosk.desk import one_time_secret


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser("hand-over", parents=[shared], help=sentence_of("hand-over"))
    parser.add_argument("reference", metavar="REF", type=as_reference)
    parser.add_argument(
        "--seen", action="store_true", help="I see the person with the document, here and now"
    )
    parser.add_argument("--reason", metavar="TEXT", help="a supervisor's reason, where one is asked for")
    parser.set_defaults(command=_hand_over)


def _hand_over(arguments: argparse.Namespace) -> int:
    act = partial(one_time_secret.hand_over, seen=arguments.seen, reason=arguments.reason)
    return status_of(act_on(arguments, act))
