"""What every command starts from: the settings, the kit, and who asks."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.desk.carrying_out import resume
from kiosk.desk.signing_in import sign_in
from kiosk.errors import NotAllowed
from kiosk.kit import Kit
from kiosk.settings import Settings, load
from kiosk.staff.account import StaffAccount
from kiosk.staff.permissions import Act, may
from kiosk.wiring import build_kit


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Return the settings that the command line and the environment name."""
    environment = dict(os.environ)
    if arguments.data:
        environment["KIOSK_DATA"] = arguments.data
    return load(Path(arguments.config) if arguments.config else None, environment)


@contextmanager
def opened_kit(arguments: argparse.Namespace) -> Iterator[Kit]:
    """Yield the kit, its store open."""
    kit = build_kit(settings_of(arguments))
    try:
        yield kit
    finally:
        kit.store.close()


@contextmanager
def at_the_desk(arguments: argparse.Namespace) -> Iterator[tuple[Kit, StaffAccount]]:
    """Yield the kit and the staff account that --as names, signed in.

    Whoever works at the desk also finishes what an outage or a crash left approved.
    """
    if not arguments.login:
        raise NotAllowed("Say who you are: add --as LOGIN.", "sign_in_needed")
    with opened_kit(arguments) as kit:
        staff = sign_in(kit, arguments.login, read_password(arguments))
        if may(staff.role, Act.APPROVE):
            resume(kit)
        yield kit, staff


def read_password(arguments: argparse.Namespace, prompt: str = "Password: ") -> str:
    """Return the next line of standard input with --password-stdin, else what is typed unseen."""
    if arguments.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return getpass.getpass(prompt)
