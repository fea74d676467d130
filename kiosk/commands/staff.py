"""`kiosk staff add | list | disable`: who works here."""

import argparse
from collections.abc import Callable

from kiosk.commands.context import at_the_desk, opened_kit, read_password
from kiosk.commands.listed import sentence_of
from kiosk.commands.output import print_json, print_lines, print_table
from kiosk.commands.subcommands import Commands, add_command
from kiosk.desk import staffing
from kiosk.staff.account import Role, StaffAccount


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command and its three acts."""
    staff = commands.add_parser("staff", help=sentence_of("staff"))
    acts = staff.add_subparsers(title="acts", metavar="ACT", required=True)
    add = _add(acts, shared, "add", "add an account; the first one needs no sign-in", _add_one)
    add.add_argument("new_login", metavar="LOGIN", help="whose account it is")
    add.add_argument("--role", required=True, choices=[str(role) for role in Role], help="what they may do")
    _add(acts, shared, "list", "list the accounts", _list)
    disable = _add(acts, shared, "disable", "close an account", _disable)
    disable.add_argument("old_login", metavar="LOGIN", help="whose account it is")


def _add(
    acts: Commands,
    shared: argparse.ArgumentParser,
    name: str,
    sentence: str,
    command: Callable[[argparse.Namespace], None],
) -> argparse.ArgumentParser:
    parser = add_command(acts, shared, name, sentence)
    parser.set_defaults(command=command)
    return parser


def _add_one(arguments: argparse.Namespace) -> None:
    role = Role(arguments.role)
    if arguments.login:
        with at_the_desk(arguments) as (kit, staff):
            secret = read_password(arguments, f"Password for {arguments.new_login}: ")
            account = staffing.add_staff(kit, staff, arguments.new_login, role, secret)
    else:
        with opened_kit(arguments) as kit:
            staffing.require_first(kit, role)
            secret = read_password(arguments, f"Password for {arguments.new_login}: ")
            account = staffing.add_staff(kit, None, arguments.new_login, role, secret)
    _say(arguments, account, "added")


def _list(arguments: argparse.Namespace) -> None:
    with at_the_desk(arguments) as (kit, staff):
        rows = [_row(account) for account in staffing.list_staff(kit, staff)]
    if arguments.json:
        print_json(rows)
    else:
        print_table(rows, "There is no staff account.")


def _disable(arguments: argparse.Namespace) -> None:
    with at_the_desk(arguments) as (kit, staff):
        account = staffing.disable_staff(kit, staff, arguments.old_login)
    _say(arguments, account, "disabled")


def _row(account: StaffAccount) -> dict[str, object]:
    return {"login": account.login, "role": account.role, "disabled": account.is_disabled}


def _say(arguments: argparse.Namespace, account: StaffAccount, done: str) -> None:
    if arguments.json:
        print_json(_row(account))
    else:
        print_lines(f"{account.login} ({account.role}) {done}.")
