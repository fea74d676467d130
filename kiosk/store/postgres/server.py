"""Which database server, as whom, and how its certificate is checked: from settings to what the driver asks for."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from kiosk.errors import SettingsWrong

Role = Literal["desk", "terminal", "auditor"]
TlsMode = Literal["verify-full", "verify-ca", "require", "disable"]

IN_ADDRESS = {"user", "host", "hostaddr", "port", "dbname"}
LOCAL = {"127.0.0.1", "::1", "localhost"}
SYSTEM_AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")  # the driver's own OpenSSL looks elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimits:
    """Seconds. connect: to one host. statement, lock: on the server. answer: until the server counts as gone.

    wait: for a connection, while the server is away or fails over.
    """

    connect: int = 5
    statement: float = 10.0
    lock: float = 5.0
    answer: float = 15.0
    wait: float = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """address: postgresql://login@host[:port][,host[:port]...]/database, without a password.

    authorities: the file of certificate authorities; None: the system's. certificate, key: this computer's own.
    """

    address: str
    role: Role = "desk"
    password: str | None = field(default=None, repr=False)
    tls: TlsMode = "verify-full"
    authorities: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    connections: int = 4
    limits: TimeLimits = TimeLimits()


def parameters(server: Server) -> dict[str, Any]:
    """Return what the driver connects with. Raises SettingsWrong."""
    limits = server.limits
    found: dict[str, Any] = address_of(server) | {
        "sslmode": server.tls,
        "sslrootcert": str(server.authorities or _system_authorities()),
        "target_session_attrs": "any" if server.role == "auditor" else "read-write",
        "connect_timeout": limits.connect,
        "application_name": f"mirail-kiosk {server.role}",
        "gssencmode": "disable",
        "client_encoding": "utf8",
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": round(limits.answer * 1000),
    }
    own = {"sslcert": server.certificate, "sslkey": server.key, "password": server.password}
    return found | {name: str(value) for name, value in own.items() if value is not None}


def address_of(server: Server) -> dict[str, Any]:
    """Return the address' parts. Raises SettingsWrong."""
    try:
        parts = conninfo_to_dict(server.address)
    except psycopg.ProgrammingError as error:
        raise SettingsWrong(
            "store.address isn't like postgresql://login@db.example.org/kiosk (several hosts: a,b)."
        ) from error
    if "password" in parts:
        raise SettingsWrong(
            "store.address holds a password: put it into the file that store.password_file names, or into the "
            "environment as KIOSK_STORE_PASSWORD, and change it, for it was readable."
        )
    if unknown := sorted(parts.keys() - IN_ADDRESS):
        raise SettingsWrong(f"store.address may not say {unknown[0]}: the keys of [store] do.")
    if not parts.get("user") or not parts.get("dbname"):
        raise SettingsWrong(
            "store.address must name a login and a database: postgresql://login@host/database."
        )
    _refuse_open_ways(server, parts)
    return dict(parts)


def names_login(address: str) -> bool:
    """Return False for an address that leaves the login to be found out: a terminal gets its own."""
    try:
        return "user" in conninfo_to_dict(address)
    except psycopg.ProgrammingError:
        return True  # whoever connects with it is told what is wrong


def with_login(address: str, login: str) -> str:
    """Return an address that named no login with this one."""
    return make_conninfo(address, user=login)


def is_local(parts: dict[str, Any]) -> bool:
    """Return True if every host is this computer."""
    hosts = f"{parts.get('hostaddr') or parts.get('host') or '/'}".split(",")
    return all(host in LOCAL or host.startswith("/") for host in hosts)


def is_checked(server: Server) -> bool:
    """Return True if the server has to prove who it is, or is this computer."""
    return server.tls == "verify-full" or is_local(address_of(server))


def _refuse_open_ways(server: Server, parts: dict[str, Any]) -> None:
    if server.tls == "disable" and not is_local(parts):
        raise SettingsWrong(
            'store.tls = "disable" is for a server on this computer: what passes would be readable on the way.'
        )


def _system_authorities() -> Path | str:
    return SYSTEM_AUTHORITIES if SYSTEM_AUTHORITIES.exists() else "system"
