"""From settings to a directory that speaks LDAP."""

import os
import time
from collections.abc import Mapping
from dataclasses import asdict
from zoneinfo import ZoneInfo

from kiosk.directory.active_directory import ActiveDirectory
from kiosk.directory.connection.address import Address
from kiosk.directory.connection.link import Identity, Link, Manner
from kiosk.directory.connection.servers import Servers
from kiosk.directory.ds389 import Ds389
from kiosk.directory.ldap_directory import LdapDirectory
from kiosk.directory.openldap.product import OpenLDAP
from kiosk.directory.product import Product
from kiosk.directory.supann.attributes import Attributes
from kiosk.directory.supann.enrolment import YearTurns
from kiosk.directory.supann.person import Supann
from kiosk.errors import SettingsWrong
from kiosk.password_file import password_from
from kiosk.settings import Settings
from kiosk.settings.directory import Identity as Known
from kiosk.wiring.clock import now

SECRETS = {"terminal": "KIOSK_TERMINAL_SECRET", "desk": "KIOSK_DESK_SECRET"}


def ldap_directory(settings: Settings, environ: Mapping[str, str]) -> LdapDirectory:
    """Return the campus' directory, not connected yet. Raises SettingsWrong."""
    chosen, zone = settings.directory, ZoneInfo(settings.site.time_zone)
    turns = YearTurns(*map(int, chosen.year_turns.split("-")))
    finder = _servers(settings, chosen.terminal, "terminal", environ)
    keeper = _servers(settings, chosen.desk, "desk", environ) if chosen.desk.bind else None
    return LdapDirectory(
        product=_product(settings),
        supann=Supann(Attributes(**asdict(chosen.attributes)), turns),
        base=chosen.base or "",
        finder=finder,
        keeper=keeper,
        now=lambda: now().astimezone(zone),
    )


def _product(settings: Settings) -> Product:
    products: Mapping[str, Product] = {
        "openldap": OpenLDAP(settings.directory.default_policy),
        "active_directory": ActiveDirectory(),
        "ds389": Ds389(),
    }
    return products[settings.directory.kind]


def _servers(settings: Settings, known: Known, who: str, environ: Mapping[str, str]) -> Servers:
    chosen = settings.directory
    secret = password_from(known.secret_file, SECRETS[who], environ, f"directory.{who}.secret_file")
    identity = Identity(known.bind or "", secret)
    if chosen.ca_file is not None and not os.access(chosen.ca_file, os.R_OK):
        raise SettingsWrong(f"directory.ca_file {chosen.ca_file} can't be read.")
    manner = Manner(ca_file=chosen.ca_file, connect_s=chosen.connect_seconds, answer_s=chosen.answer_seconds)
    links = [Link(Address.parse(url), identity, manner) for url in chosen.servers]
    return Servers(links, time.monotonic)
