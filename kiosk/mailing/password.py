"""The mail server's password: from a private file or the environment, never from the command line."""

import stat
from collections.abc import Mapping
from pathlib import Path

from kiosk.errors import SettingsWrong

VARIABLE = "KIOSK_MAIL_PASSWORD"


def mail_password(file: Path | None, environment: Mapping[str, str]) -> str:
    """Return the password: the file's first line, or else the variable's. Raises SettingsWrong."""
    if file is None:
        if not environment.get(VARIABLE):
            raise SettingsWrong(f"mail.login needs a password: set mail.password_file or {VARIABLE}.")
        return environment[VARIABLE]
    try:
        mode = file.stat().st_mode
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise SettingsWrong(f"Others can read mail.password_file ({file}): run chmod 600 on it.")
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsWrong(f"mail.password_file ({file}) can't be read as text.") from error
    if not lines or not lines[0]:
        raise SettingsWrong(f"mail.password_file ({file}) is empty: write the password on its first line.")
    return lines[0]
