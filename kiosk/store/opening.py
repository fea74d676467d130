"""Open the store: from a place in the settings to something that keeps.

Each product's driver takes a while to load, and a computer has one of them: it is loaded where it is opened.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import SettingsWrong
from kiosk.store.inbox import Inbox
from kiosk.store.protocol import Sealer, Store

if TYPE_CHECKING:
    from kiosk.store.postgres.server import Server

BUSY_TIMEOUT_S = 5.0


def open_store(
    place: str | Path,
    sealer: Sealer,
    *,
    demonstration: bool = False,
    busy_timeout_s: float = BUSY_TIMEOUT_S,
    mounts: str | None = None,
    may_come_late: bool = False,
) -> Store:
    """Open the store at a path, made there if it is missing.

    demonstration: its kind, which a store keeps for ever. mounts: as in /proc/mounts; None: this system's.
    may_come_late: it is opened though another program holds it: each call then tries anew.
    Raises Refused for the other kind, a network drive or a shared folder, StoreAway if it can't be used.
    """
    from kiosk.store.sqlite.opening import opened

    return opened(_path(place), sealer, demonstration, busy_timeout_s, mounts, may_come_late=may_come_late)


def open_server(
    server: "Server", sealer: Sealer, *, demonstration: bool = False, may_come_late: bool = False
) -> Store:
    """Open the store that a database server keeps, as a desk, a terminal or an auditor.

    may_come_late: a terminal's is opened though its server doesn't answer yet: each call then tries anew.
    Raises Refused for the other kind, StoreAway if it can't be used, SettingsWrong for an address that isn't one.
    """
    from kiosk.store.postgres.opening import opened

    return opened(server, sealer, demonstration, may_come_late=may_come_late)


def inbox_of(store: Store) -> Inbox:
    """Return where this store takes letters."""
    return store.inbox


def _path(place: str | Path) -> Path:
    if "://" in str(place):
        raise SettingsWrong("The store is a file on this computer: give its path, not an address.")
    return Path(place).expanduser().resolve()
