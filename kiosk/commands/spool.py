"""`kiosk spool key | status | send`: what a terminal took while the store was away, and the key that opens it."""

import argparse
import secrets

from kiosk.commands.context import at_the_desk, opened_kit, settings_of
from kiosk.commands.listed import sentence_of
from kiosk.commands.output import print_json, print_lines
from kiosk.commands.subcommands import Commands, add_command
from kiosk.errors import Refused
from kiosk.key_file import make_key
from kiosk.spool.sealing import CampusKey
from kiosk.spool.sending import send
from kiosk.staff.permissions import Act, require


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command and its acts."""
    spool = commands.add_parser("spool", help=sentence_of("spool"))
    acts = spool.add_subparsers(title="acts", metavar="ACT", required=True)
    key = add_command(acts, shared, "key", "make the campus' key if it is missing, print its seal")
    key.set_defaults(command=_key)
    status = add_command(acts, shared, "status", "how many letters wait here and at the desk")
    status.set_defaults(command=_status)
    post = add_command(acts, shared, "send", "send what waits in this terminal's spool")
    post.set_defaults(command=_send)


def _key(arguments: argparse.Namespace) -> None:
    path = settings_of(arguments).spool.key_file
    with at_the_desk(arguments) as (_, staff):
        require(staff, Act.DEVICES)
        seal = CampusKey(make_key(path, secrets.token_bytes)).seal
    if arguments.json:
        print_json({"seal": seal.text, "key_file": str(path)})
    else:
        print_lines(
            f'seal = "{seal.text}"',
            f"Write this line into [spool] of every terminal's kiosk.toml. {path} stays here: keep a copy in a safe.",
        )


def _status(arguments: argparse.Namespace) -> None:
    with opened_kit(arguments) as kit:
        here = kit.spool.spool.count() if kit.spool is not None else None
        posted, set_aside = kit.inbox.letter_counts() if kit.inbox is not None else (0, 0)
    if arguments.json:
        print_json({"waiting_here": here, "posted": posted, "set_aside": set_aside})
        return
    own = "This computer has no spool." if here is None else f"{here} letters wait here to be sent."
    print_lines(own, f"{posted} letters wait to be taken in, {set_aside} can't be opened and were set aside.")


def _send(arguments: argparse.Namespace) -> None:
    with opened_kit(arguments) as kit:
        if kit.spool is None or kit.inbox is None:
            raise Refused("This computer has no spool: set seal in [spool] of kiosk.toml.", "no_spool")
        sent = send(kit.spool.spool, kit.inbox, kit.now())
    if arguments.json:
        print_json({"sent": sent})
    else:
        print_lines(f"{sent} letters sent.")
