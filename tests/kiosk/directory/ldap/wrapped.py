"""A directory on the test's servers, built as the wiring builds it from a kiosk.toml."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from kiosk.directory.ldap_directory import LdapDirectory
from kiosk.settings import load
from kiosk.wiring.ldap_directory import ldap_directory

CALENDAR_YEAR = "09-01"


def directory_from(folder: Path, settings: Mapping[str, object], secrets: tuple[str, str]) -> LdapDirectory:
    """Return the directory of these settings. secrets: the terminal's and the desk's."""
    text = toml(settings)
    file = folder / "kiosk.toml"
    file.write_text(text, encoding="utf-8")
    environ = {"KIOSK_TERMINAL_SECRET": secrets[0], "KIOSK_DESK_SECRET": secrets[1]}
    return ldap_directory(load(file, {"KIOSK_DATA": str(folder)}), environ)


def toml(settings: Mapping[str, object]) -> str:
    """Return the section [directory]; a mapping in it is a section of its own."""
    plain = [f"{key} = {_value(each)}" for key, each in settings.items() if not isinstance(each, Mapping)]
    tables = [
        f"\n[directory.{key}]\n" + "\n".join(f"{name} = {_value(held)}" for name, held in each.items())
        for key, each in settings.items()
        if isinstance(each, Mapping)
    ]
    return "\n".join(["[directory]", *plain, *tables, ""])


def _value(value: object) -> str:
    if isinstance(value, str | Path):
        return "'" + str(value) + "'"
    if isinstance(value, Sequence):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    return str(value)
