"""Find kiosk.toml, read it, and put it together with the environment."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import platformdirs

from kiosk.errors import SettingsWrong
from kiosk.settings.agreement import disagreements
from kiosk.settings.decode import Place, decode
from kiosk.settings.values import Settings

NAME = "kiosk.toml"


def load(path: Path | None, environ: Mapping[str, str]) -> Settings:
    """Return the settings of this file, or KIOSK_CONFIG, or the data folder's kiosk.toml, or the defaults.

    The data folder is KIOSK_DATA, or else the file's, or else the platform's for this user. Raises SettingsWrong.
    """
    named = _named("KIOSK_DATA", environ)
    home = named or platformdirs.user_data_path("mirail-kiosk", appauthor=False)
    file = path or _named("KIOSK_CONFIG", environ) or _if_there(home / NAME)
    if file is None:
        return _defaults(home)
    settings = _from_file(file.absolute(), named, home)
    for sentence in disagreements(settings):
        raise SettingsWrong(f"{settings.file}: {sentence}.")
    return settings


def _from_file(file: Path, named: Path | None, home: Path) -> Settings:
    """Return what the file says; its own data folder gives way to one that was named."""
    found, place = _read(file), Place(file)
    if named is None and "data" in found:
        home = decode(Path, found["data"], place / "data")
    settings: Settings = decode(Settings, found, place, replace(_defaults(home), file=file))
    return replace(settings, data=home.absolute())


def _defaults(home: Path) -> Settings:
    """Return the defaults, their relative paths in this data folder."""
    home = home.absolute()
    settings: Settings = _at_home(Settings(), home)
    return replace(settings, data=home)


def _named(variable: str, environ: Mapping[str, str]) -> Path | None:
    named = environ.get(variable)
    return Path(named) if named else None


def _if_there(path: Path) -> Path | None:
    """Return the path unless nothing is there; what can't be looked at is for the reader to explain."""
    try:
        return path if path.exists() else None
    except OSError:
        return path


def _at_home(value: Any, data: Path) -> Any:
    """Return a default with its relative paths in the data folder."""
    if isinstance(value, Path):
        return data / value
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: _at_home(getattr(value, each.name), data) for each in fields(value)}
        )
    return value


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise SettingsWrong(f"There is no settings file {file}.") from error
    except OSError as error:
        raise SettingsWrong(f"The settings file {file} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SettingsWrong(f"{file}: line {line} isn't UTF-8 text; save the file as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsWrong(f"{file} isn't TOML: {error}.") from error
    except RecursionError as error:
        raise SettingsWrong(f"{file} isn't TOML: too many brackets inside one another.") from error
