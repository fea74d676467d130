"""Open the store on a database server: as a desk, a terminal or an auditor."""

from kiosk.errors import KioskError
from kiosk.store.postgres import about, journal
from kiosk.store.postgres.connection import Connections
from kiosk.store.postgres.late import LateConnections, is_worth_waiting_for
from kiosk.store.postgres.server import Server
from kiosk.store.postgres.store import PostgresStore
from kiosk.store.postgres.terminal import TerminalStore
from kiosk.store.protocol import Sealer, Store


def opened(server: Server, sealer: Sealer, demonstration: bool, *, may_come_late: bool = False) -> Store:
    """Return the store as this role has it. Raises StoreAway, Refused, SettingsWrong.

    may_come_late: a terminal's store is returned too while its server is away; it introduces itself later.
    """
    if server.role == "terminal":
        return _as_terminal(
            LateConnections(server, sealer, demonstration), sealer, demonstration, may_come_late
        )
    connections = Connections(server)
    try:
        connections.connect().close()  # what is wrong now is told now, not after the pool's patience
        with connections.reading() as cursor:
            about.refuse_other_kind(cursor, demonstration)
        return _in_its_role(connections, sealer, demonstration)
    except BaseException:
        connections.close()
        raise


def _as_terminal(
    connections: LateConnections, sealer: Sealer, demonstration: bool, may_come_late: bool
) -> TerminalStore:
    try:
        connections.introduce()
    except BaseException as error:
        if not (may_come_late and isinstance(error, KioskError) and is_worth_waiting_for(error)):
            connections.close()
            raise
    return TerminalStore(connections, sealer, demonstration)


def _in_its_role(connections: Connections, sealer: Sealer, demonstration: bool) -> Store:
    store = PostgresStore(connections, sealer, demonstration)
    if connections.server.role == "desk":
        with connections.writing() as cursor:
            journal.enrol(cursor, sealer)
            about.beat(cursor)  # a full disk or a server without writes shows now, not at the first visitor
    return store
