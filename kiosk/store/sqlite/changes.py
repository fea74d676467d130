"""Changes of a SQLite file: its data version rises when another connection commits."""

from collections.abc import Callable
from threading import Event
from time import monotonic

POLL_S = 0.25


class Polling:
    """data_version: of a connection that commits nothing itself, so that every commit is another's."""

    def __init__(self, data_version: Callable[[], int]) -> None:
        self._data_version = data_version
        self._seen = data_version()
        self._closed = Event()

    def wait(self, timeout_s: float) -> bool:
        until = monotonic() + timeout_s
        while not self._closed.is_set():
            version = self._data_version()
            if version != self._seen:
                self._seen = version
                return True
            left = until - monotonic()
            if left <= 0:
                return False
            self._closed.wait(min(POLL_S, left))
        return False

    def close(self) -> None:
        self._closed.set()
