"""A terminal's connections: it says who it is as soon as the server answers, be that at once or hours later."""

from psycopg import Connection
from psycopg.rows import DictRow

from kiosk.errors import KioskError, Refused, StoreAway, TerminalStopped
from kiosk.store.postgres import about
from kiosk.store.postgres.connection import ASK_AGAIN_S, Connections, PatientConnection
from kiosk.store.postgres.faults import faults_told
from kiosk.store.postgres.server import Server
from kiosk.store.protocol import Sealer


class LateConnections(Connections):
    """Connections that may be made before there is a server.

    Once a call waited in vain, those after it ask without waiting: a visitor stands there, and the spool is ready.
    """

    def __init__(self, server: Server, sealer: Sealer, demonstration: bool) -> None:
        super().__init__(server)
        self._sealer, self._demonstration = sealer, demonstration
        self._is_known = self._was_away = False

    def introduce(self) -> None:
        """Bring the device's key on a connection of its own, now. Raises StoreAway, Refused."""
        try:
            connection = self.connect()
        except StoreAway:
            self._was_away = True
            raise
        try:
            self._meet(connection)
        finally:
            connection.close()

    def _patience(self) -> float:
        return ASK_AGAIN_S if self._was_away else super()._patience()

    def _next(self) -> PatientConnection:
        try:
            connection = self._met()
        except TerminalStopped:  # it answers
            raise
        except StoreAway:
            self._was_away = True
            raise
        except Refused as error:  # while the terminal runs nobody is there to be told: it is out of order
            raise StoreAway(str(error), retry=False) from error
        self._was_away = False
        return connection

    def _met(self) -> PatientConnection:
        connection = super()._next()
        try:
            self._meet(connection)
        except BaseException:
            self._pool.putconn(connection)
            raise
        return connection

    def _meet(self, connection: Connection[DictRow]) -> None:
        """See whether it is the right kind of store, and bring the key: the first that comes with this login stays."""
        if self._is_known:
            return
        with faults_told(), connection.cursor() as cursor:
            about.refuse_other_kind(cursor, self._demonstration)
            key = [self._sealer.writer, self._sealer.public_key]
            cursor.execute("SELECT terminal.introduce(%s, %s)", key)
        self._is_known = True


def is_worth_waiting_for(error: KioskError) -> bool:
    """Return True for a server that may answer later, or that may let this terminal work later."""
    return isinstance(error, TerminalStopped) or (isinstance(error, StoreAway) and error.retry)
