"""`kiosk approve`, `refuse`, `redirect`, `undo` and `retry`: what staff decide."""

import argparse
from collections.abc import Callable

from kiosk.commands.by_hand import confirm_by_hand
from kiosk.commands.context import as_reference, at_the_desk
from kiosk.commands.output import print_json, print_lines
from kiosk.commands.subcommands import Commands, add_listed
from kiosk.desk import deciding
from kiosk.kit import Kit
from kiosk.request.life import RefusalReason
from kiosk.request.request import Request, State
from kiosk.staff.account import StaffAccount
from kiosk.triage.words import Door

Act = Callable[[Kit, StaffAccount, str], Request]
FAILED, AWAY = 1, 3


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the five commands."""
    approve = _add(commands, shared, "approve", _approve)
    approve.add_argument("--seen", action="store_true", help="I saw the person with the document")
    approve.add_argument("--reason", metavar="TEXT", help="a supervisor's reason, where one is asked for")
    approve.add_argument("--done", action="store_true", help="it is done by hand already: don't ask")
    refuse = _add(commands, shared, "refuse", _refuse)
    refuse.add_argument(
        "--reason",
        required=True,
        choices=[str(reason) for reason in RefusalReason],
        help="what the student will read",
    )
    redirect = _add(commands, shared, "redirect", _redirect)
    redirect.add_argument(
        "--to",
        required=True,
        choices=[str(Door.REGISTRAR), str(Door.DIGITAL_SUPPORT)],
        help="the office that can help",
    )
    _add(commands, shared, "undo", _undo)
    _add(commands, shared, "retry", _retry)


def _add(
    commands: Commands,
    shared: argparse.ArgumentParser,
    name: str,
    command: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = add_listed(commands, shared, name)
    parser.add_argument("reference", metavar="REF", type=as_reference, help="MK-…, as the ticket says")
    parser.set_defaults(command=command)
    return parser


def _approve(arguments: argparse.Namespace) -> int:
    def act(kit: Kit, staff: StaffAccount, reference: str) -> Request:
        confirm_by_hand(kit, kit.store.get(reference), is_done=arguments.done)
        return deciding.approve(kit, staff, reference, seen=arguments.seen, reason=arguments.reason)

    return status_of(act_on(arguments, act))


def _refuse(arguments: argparse.Namespace) -> int:
    reason = RefusalReason(arguments.reason)
    act_on(arguments, lambda kit, staff, reference: deciding.refuse(kit, staff, reference, reason))
    return 0


def _redirect(arguments: argparse.Namespace) -> int:
    to = Door(arguments.to)
    act_on(arguments, lambda kit, staff, reference: deciding.redirect(kit, staff, reference, to))
    return 0


def _undo(arguments: argparse.Namespace) -> int:
    act_on(arguments, deciding.undo)
    return 0


def _retry(arguments: argparse.Namespace) -> int:
    return status_of(act_on(arguments, deciding.retry))


def act_on(arguments: argparse.Namespace, act: Act) -> Request:
    """Let the one who signs in do it, and print what the request has become."""
    with at_the_desk(arguments) as (kit, staff):
        request = act(kit, staff, arguments.reference)
    if arguments.json:
        print_json({"reference": request.reference, "state": request.state, "failure": request.failure})
    else:
        print_lines(
            f"{request.reference}: {request.state}" + (f" ({request.failure})" if request.failure else "")
        )
    return request


def status_of(request: Request) -> int:
    """Return the exit status that tells what carrying out came to."""
    return {State.FAILED: FAILED, State.APPROVED: AWAY}.get(request.state, 0)
