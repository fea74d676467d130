"""`kiosk device`: a terminal is told to come, asks, is admitted; and is paused, resumed or revoked."""

import argparse
import secrets
from collections.abc import Callable
from functools import partial

from kiosk.commands.context import at_the_desk, read_password, settings_of
from kiosk.commands.listed import sentence_of
from kiosk.commands.output import print_json, print_lines, print_table
from kiosk.commands.subcommands import Commands, add_command
from kiosk.desk import devices
from kiosk.device import admission
from kiosk.device.device import Device, DeviceState
from kiosk.wiring.enrolling import admit_device, ask_to_be_admitted
from kiosk.wiring.newcomers import newcomer


def add_to(commands: Commands, shared: argparse.ArgumentParser) -> None:
    """Add the command and its acts."""
    parser = commands.add_parser("device", help=sentence_of("device"))
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True)
    token = _add(acts, shared, "token", "draw the token with which a new terminal may ask", _token)
    token.add_argument("name", metavar="NAME", help="what the terminal is called, like hall_1")
    enrol = _add(acts, shared, "enrol", "at the new terminal: make its key, and ask to be admitted", _enrol)
    enrol.add_argument("token", metavar="TOKEN", help="what the desk drew")
    admit = _add(acts, shared, "admit", "make the login of the terminal that asks", _admit)
    admit.add_argument("line", metavar="LINE", help="what the terminal printed")
    admit.add_argument(
        "--owner", metavar="LOGIN", required=True, help="the database login that may make logins"
    )
    _add(acts, shared, "list", "list the terminals, and how they are", _list)
    for act, sentence, state in (
        ("pause", "let a terminal take nothing for now", DeviceState.PAUSED),
        ("resume", "let a paused terminal go on", DeviceState.ACTIVE),
        ("revoke", "end a terminal for good; it wipes what it still holds", DeviceState.REVOKED),
    ):
        change = _add(acts, shared, act, sentence, partial(_change, to=state))
        change.add_argument("name", metavar="NAME", help="which terminal")


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


def _token(arguments: argparse.Namespace) -> None:
    with at_the_desk(arguments) as (kit, staff):
        token = devices.expect_device(kit, staff, arguments.name)
    if arguments.json:
        print_json({"name": token.name, "token": token.text, "until": token.until.isoformat()})
        return
    _print_code(token.text)
    print_lines(
        "Hold this to the new terminal's camera within 15 minutes, or type there:",
        f"kiosk device enrol {token.text}",
    )


def _enrol(arguments: argparse.Namespace) -> None:
    settings = settings_of(arguments)
    new = newcomer(settings)
    if new is not None:  # its window goes on from here
        line = new.ask(arguments.token).line
    else:
        line = ask_to_be_admitted(settings, arguments.token, secrets.token_bytes)
    writer = admission.parse(line).writer
    if arguments.json:
        print_json({"line": line, "writer": writer})
        return
    _print_code(line)
    print_lines(
        f"This terminal's key is {writer}. On the administrator's computer:",
        f"kiosk --as YOU device admit --owner LOGIN {line}",
    )


def _admit(arguments: argparse.Namespace) -> None:
    asked = admission.parse(arguments.line)
    with at_the_desk(arguments) as (kit, staff):
        owner = arguments.owner, read_password(arguments, f"Password of {arguments.owner}: ")
        name, login = admit_device(settings_of(arguments), kit, staff, owner, asked)
    if arguments.json:
        print_json({"name": name, "login": login, "writer": asked.writer})
        return
    print_lines(
        f"{name} is admitted, with the key {asked.writer}: compare that with what the terminal shows, and revoke it if "
        "they differ.",
        "It starts by itself, if store.address in its kiosk.toml names no login; else write there:",
        f'address = "postgresql://{login}@..."',
    )


def _list(arguments: argparse.Namespace) -> None:
    with at_the_desk(arguments) as (kit, staff):
        rows = [_row(device) for device in devices.list_devices(kit, staff)]
    if arguments.json:
        print_json(rows)
    else:
        print_table(rows, "No terminal is enrolled.")


def _change(arguments: argparse.Namespace, to: DeviceState) -> None:
    with at_the_desk(arguments) as (kit, staff):
        devices.change_device(kit, staff, arguments.name, to)
    if arguments.json:
        print_json({"name": arguments.name, "state": to})
    else:
        print_lines(f"{arguments.name} is {to} now.")


def _row(device: Device) -> dict[str, object]:
    parts = ("site", "camera", "printer", "directory", "store", "out_of_order", "spool", "version")
    return {
        "name": device.name,
        "state": device.state,
        "seen_at": device.seen_at.isoformat(timespec="seconds") if device.seen_at else None,
        **{part: device.health.get(part) or None for part in parts},
        "login": device.login,
        "writer": device.writer,
    }


def _print_code(text: str) -> None:
    """Show a QR code to whoever reads by camera."""
    import segno

    segno.make_qr(text).terminal(compact=True)
