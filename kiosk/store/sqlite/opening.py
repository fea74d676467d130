"""Open the store in a file of this computer."""

from functools import partial
from pathlib import Path

from kiosk.errors import StoreAway
from kiosk.store.network_drive import mounted, refuse_network_drive
from kiosk.store.private_folder import make_private
from kiosk.store.protocol import Sealer, Store
from kiosk.store.sqlite import about, journal
from kiosk.store.sqlite.connection import Connection, Lends, connect
from kiosk.store.sqlite.late import LateConnection
from kiosk.store.sqlite.migrations import migrate, refuse_unknown_form
from kiosk.store.sqlite.moving_out import refuse_moved
from kiosk.store.sqlite.store import SqliteStore

LATE_S = 0.5  # how long who may come late waits for another process: no first screen is there meanwhile


def opened(
    path: Path,
    sealer: Sealer,
    demonstration: bool,
    busy_timeout_s: float,
    mounts: str | None,
    *,
    may_come_late: bool = False,
) -> Store:
    """Return the store in this file, made if it is missing. Raises Refused, StoreAway.

    may_come_late: it is returned too while another program holds it, or its disk takes nothing.
    """
    refuse_network_drive(path, mounted() if mounts is None else mounts)
    patience_s = min(busy_timeout_s, LATE_S) if may_come_late else busy_timeout_s
    connecting = partial(_connected, path, sealer, demonstration, patience_s, busy_timeout_s)
    try:
        connection: Lends = connecting()
    except StoreAway as away:
        if not (may_come_late and away.retry):
            raise
        connection = LateConnection(connecting)
    return SqliteStore(connection, sealer, demonstration)


def _connected(
    path: Path, sealer: Sealer, demonstration: bool, patience_s: float, busy_timeout_s: float
) -> Connection:
    make_private(path)
    connection = connect(path, patience_s)
    try:
        _prepare(connection, sealer, demonstration)
        connection.be_patient(busy_timeout_s)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: Connection, sealer: Sealer, demonstration: bool) -> None:
    refuse_unknown_form(connection)
    connection.start_log()
    migrate(connection, lambda database: about.mark(database, demonstration))
    connection.ask_first(refuse_moved)
    with connection.writing() as database:
        about.refuse_other_kind(database, demonstration)
        journal.enrol(database, sealer)
        about.beat(database)  # a read-only file or a full disk shows now, not at the first visitor
