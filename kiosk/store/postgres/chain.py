"""This device's hand in the journal: every move ends in its event, in the same transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kiosk.errors import StoreAway
from kiosk.journal.event import Event, Happening
from kiosk.store.postgres import journal
from kiosk.store.postgres.connection import Connections, Cursor
from kiosk.store.protocol import Sealer


@dataclass(slots=True)
class Move:
    """A transaction that holds the device's chain. event: what it appended, once it did."""

    cursor: Cursor
    sealer: Sealer
    head: Event | None
    event: Event | None = None

    def append(self, happening: Happening) -> Event:
        """Seal what happened and append it: once in a move."""
        self.event = self.sealer.seal(happening, self.head)
        journal.append(self.cursor, self.event)
        return self.event


@dataclass(frozen=True, slots=True)
class Chain:
    """Lends moves. Where the answer to a commit is lost, the journal tells whether the move stands."""

    connections: Connections
    sealer: Sealer

    @contextmanager
    def moving(self) -> Iterator[Move]:
        """Lend a move that may append an event, or turn out to change nothing."""
        move: Move | None = None
        try:
            with self.connections.writing() as cursor:
                move = Move(cursor, self.sealer, journal.lock(cursor, self.sealer.writer))
                yield move
        except StoreAway as error:
            if move is None or move.event is None or not self._stands(move.event, error):
                raise

    @contextmanager
    def recording(self, happening: Happening) -> Iterator[Cursor]:
        """Lend a cursor for one move; its event is sealed last."""
        with self.moving() as move:
            yield move.cursor
            move.append(happening)

    def _stands(self, event: Event, error: StoreAway) -> bool:
        try:
            with self.connections.writing() as cursor:
                return journal.holds(cursor, event)
        except StoreAway:
            raise error from None
