"""The password of an identity that binds to the directory: from a private file, or from the environment."""

import stat
from collections.abc import Mapping
from pathlib import Path

from kiosk.errors import SettingsWrong

LONGEST = 1024  # bytes; more is some other file


def bind_secret(file: Path | None, variable: str, environ: Mapping[str, str]) -> str:
    """Return the secret in this file, or else in this variable. Raises SettingsWrong, never with the secret."""
    if file is not None:
        return _read(file)
    secret = environ.get(variable, "")
    if not secret:
        raise SettingsWrong(
            f"The directory's password is missing: name its secret_file in kiosk.toml, or set {variable}."
        )
    return secret


def _read(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            if stat.S_IMODE(file.stat().st_mode) & 0o077:
                raise SettingsWrong(f"Others can read the directory's password: chmod 600 {file}.")
            content = opened.read(LONGEST + 1)
        secret = content.decode("utf-8").rstrip("\r\n")
    except OSError as error:
        raise SettingsWrong(f"The directory's password {file} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsWrong(f"The directory's password {file} isn't UTF-8 text.") from error
    if not secret or len(content) > LONGEST or "\n" in secret or "\0" in secret:
        raise SettingsWrong(f"{file} isn't a password: it must hold one line.")
    return secret
