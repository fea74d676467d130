"""A terminal's connection to a store that another program still holds: made at once or hours later."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from sqlite_utils import Database

from kiosk.errors import Refused, StoreAway
from kiosk.store.sqlite.connection import Connection


class LateConnection:
    """Opens the store at its first use that succeeds; every use before it raises StoreAway."""

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self._made: Connection | None = None
        self._turn = Lock()

    @contextmanager
    def reading(self) -> Iterator[Database]:
        with self._now().reading() as database:
            yield database

    @contextmanager
    def writing(self) -> Iterator[Database]:
        with self._now().writing() as database:
            yield database

    def data_version(self) -> int:
        return self._now().data_version()

    def sweep(self) -> None:
        self._now().sweep()

    def close(self) -> None:
        with self._turn:
            if self._made is not None:
                self._made.close()

    def _now(self) -> Connection:
        with self._turn:
            if self._made is None:
                try:
                    self._made = self._connect()
                except Refused as error:  # nobody is there to be told: the terminal is out of order
                    raise StoreAway(str(error), retry=False) from error
            return self._made
