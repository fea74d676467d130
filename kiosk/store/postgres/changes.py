"""Queue changes, pushed by the server; where it can't push, the time-out's end is the poll."""

from collections.abc import Callable
from threading import Event, Lock
from time import monotonic

import psycopg

from kiosk.errors import KioskError
from kiosk.store.postgres.connection import PatientConnection

CHANNEL = "kiosk_queue"
SLICE_S = 0.5  # closing is heard within this time
AGAIN_S = 2.0  # between attempts to connect


class Listening:
    """A connection of its own that listens; made at the first waiting, and again when it breaks."""

    def __init__(self, connect: Callable[[], PatientConnection]) -> None:
        self._connect = connect
        self._connection: PatientConnection | None = None
        self._turn = Lock()
        self._closed = Event()

    def wait(self, timeout_s: float) -> bool:
        until = monotonic() + timeout_s
        with self._turn:
            while not self._closed.is_set() and monotonic() < until:
                if self._hears(until):
                    return True
        return False

    def close(self) -> None:
        self._closed.set()
        with self._turn:
            self._drop()

    def _hears(self, until: float) -> bool:
        """Listen for a slice of time. True too when listening begins: what moved before went unheard."""
        try:
            if self._connection is None:
                self._connection = self._connect()
                self._connection.execute(f"LISTEN {CHANNEL}")
                return True
            left = max(0.0, min(SLICE_S, until - monotonic()))
            return bool(list(self._connection.notifies(timeout=left, stop_after=1)))
        except (psycopg.Error, KioskError):
            self._drop()
            self._closed.wait(max(0.0, min(AGAIN_S, until - monotonic())))
            return False

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
