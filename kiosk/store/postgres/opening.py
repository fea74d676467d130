"""Open the store on a database server: as a desk, a terminal or an auditor."""

from kiosk.store.postgres import about, journal
from kiosk.store.postgres.connection import Connections
from kiosk.store.postgres.server import Server
from kiosk.store.postgres.store import PostgresStore
from kiosk.store.postgres.terminal import TerminalStore
from kiosk.store.protocol import Sealer, Store


def opened(server: Server, sealer: Sealer, demonstration: bool) -> Store:
    """Return the store as this role has it. Raises StoreAway, Refused, SettingsWrong."""
    connections = Connections(server)
    try:
        with connections.reading() as cursor:
            about.refuse_other_kind(cursor, demonstration)
        return _in_its_role(connections, sealer, demonstration)
    except BaseException:
        connections.close()
        raise


def _in_its_role(connections: Connections, sealer: Sealer, demonstration: bool) -> Store:
    if connections.server.role == "terminal":
        terminal = TerminalStore(connections, sealer, demonstration)
        terminal.introduce()
        return terminal
    store = PostgresStore(connections, sealer, demonstration)
    if connections.server.role == "desk":
        with connections.writing() as cursor:
            journal.enrol(cursor, sealer)
            about.beat(cursor)  # a full disk or a server without writes shows now, not at the first visitor
    return store
