"""The program's own passwords: from a private file or from the environment, never from the command line."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from kiosk.errors import SettingsWrong

LONGEST = 1024  # bytes; more is some other file


def password_from(file: Path | None, variable: str, environ: Mapping[str, str], key: str) -> str:
    """Return the password in this file, or else in this variable. Raises SettingsWrong, never with the password.

    key: the setting that names the file.
    """
    if file is not None:
        return password_in(file)
    if not environ.get(variable):
        raise SettingsWrong(f"A password is missing: name its file in {key}, or set {variable}.")
    return environ[variable]


def password_in(file: Path) -> str:
    """Return the one line of a file that only its owner can reach. Raises SettingsWrong, never with the line."""
    try:
        with file.open("rb") as opened:
            if os.fstat(opened.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise SettingsWrong(
                    f"Others can reach the password in {file}: chmod 600 it, and change the password."
                )
            content = opened.read(LONGEST + 1)
        password = content.decode("utf-8").rstrip("\r\n")
    except OSError as error:
        raise SettingsWrong(f"The password file {file} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsWrong(f"The password file {file} isn't UTF-8 text.") from error
    if not password or len(content) > LONGEST or "\n" in password or "\0" in password:
        raise SettingsWrong(f"{file} isn't a password: it must hold one line.")
    return password
