"""What every command starts from: the settings, the kit, and who asks."""

import argparse
import getpass
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.commands.typed import is_text
from kiosk.desk.carrying_out import resume
from kiosk.desk.signing_in import sign_in
from kiosk.desk.taking_in import take_in
from kiosk.errors import NotAllowed
from kiosk.kit import Kit
from kiosk.request.reference import parse_reference
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
        kit.close()


@contextmanager
def at_the_desk(arguments: argparse.Namespace) -> Iterator[tuple[Kit, StaffAccount]]:
    """Yield the kit and the staff account that --as names, signed in.

    Whoever works at the desk also finishes what an outage or a crash left approved: afterwards, for they may have
    come to take it back. What terminals wrote while the store was away is taken in before, to be seen.
    """
    if not arguments.login:
        raise NotAllowed("Say who you are: add --as LOGIN.", "sign_in_needed")
    with opened_kit(arguments) as kit:
        staff = sign_in(kit, arguments.login, read_password(arguments))
        take_in(kit)
        yield kit, staff
        if may(staff.role, Act.APPROVE):
            resume(kit)


def read_password(arguments: argparse.Namespace, prompt: str = "Password: ") -> str:
    """Return the next line of standard input with --password-stdin, else what is typed unseen."""
    typed = sys.stdin.readline().rstrip("\r\n") if arguments.password_stdin else _typed_unseen(prompt)
    if not is_text(typed):
        raise NotAllowed("What was typed isn't UTF-8 text: set the terminal to UTF-8.", "not_text")
    return typed


def _typed_unseen(prompt: str) -> str:
    try:
        with warnings.catch_warnings(action="error", category=getpass.GetPassWarning):
            return getpass.getpass(prompt)
    except (EOFError, getpass.GetPassWarning) as error:
        raise NotAllowed(
            "There is no terminal to type a password on: add --password-stdin.", "sign_in_needed"
        ) from error


def as_reference(typed: str) -> str:
    """Return the reference that was meant, or what was typed where it can't be one."""
    return parse_reference(typed) or typed
