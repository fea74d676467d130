"""Open the store: from a place in the settings to something that keeps."""

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import SettingsWrong
from kiosk.store.inbox import Inbox
from kiosk.store.network_drive import mounted, refuse_network_drive
from kiosk.store.private_folder import make_private
from kiosk.store.protocol import Sealer, Store
from kiosk.store.sqlite import about, journal
from kiosk.store.sqlite.connection import Connection, connect
from kiosk.store.sqlite.migrations import migrate, refuse_unknown_form
from kiosk.store.sqlite.moving_out import refuse_moved
from kiosk.store.sqlite.store import SqliteStore

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
) -> Store:
    """Open the store at a path, made there if it is missing.

    demonstration: its kind, which a store keeps for ever. mounts: as in /proc/mounts; None: this system's.
    Raises Refused for the other kind, a network drive or a shared folder, StoreAway if it can't be used.
    """
    path = _path(place)
    refuse_network_drive(path, mounted() if mounts is None else mounts)
    make_private(path)
    connection = connect(path, busy_timeout_s)
    try:
        _prepare(connection, sealer, demonstration)
    except BaseException:
        connection.close()
        raise
    return SqliteStore(connection, sealer, demonstration)


def inbox_of(store: Store) -> Inbox:
    """Return where this store takes letters."""
    return store.inbox


def _prepare(connection: Connection, sealer: Sealer, demonstration: bool) -> None:
    refuse_unknown_form(connection)
    connection.start_log()
    migrate(connection, lambda database: about.mark(database, demonstration))
    connection.ask_first(refuse_moved)
    with connection.writing() as database:
        about.refuse_other_kind(database, demonstration)
        journal.enrol(database, sealer)
        about.beat(database)  # a read-only file or a full disk shows now, not at the first visitor


def _path(place: str | Path) -> Path:
    if "://" in str(place):
        raise SettingsWrong("The store is a file on this computer: give its path, not an address.")
    return Path(place).expanduser().resolve()


def open_server(
    server: "Server", sealer: Sealer, *, demonstration: bool = False, may_come_late: bool = False
) -> Store:
    """Open the store that a database server keeps, as a desk, a terminal or an auditor.

    may_come_late: a terminal's is opened though its server doesn't answer yet: each call then tries anew.
    Raises Refused for the other kind, StoreAway if it can't be used, SettingsWrong for an address that isn't one.
    """
    from kiosk.store.postgres.opening import (
        opened,  # the driver takes a while to load: SQLite's users needn't wait
    )

    return opened(server, sealer, demonstration, may_come_late=may_come_late)
