"""Hears that others moved something in the store, so that the queue is looked at within a moment."""

import threading
from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import QObject, Signal

from kiosk.errors import KioskError
from kiosk.store.changes import Changes

PATIENCE_S = 0.5  # a waiting's length: an end is noticed as late as that
PAUSE_S = 5.0  # between attempts where the store doesn't answer


class ChangeWatch(QObject):
    """heard(): something may have changed. One thread while it is started, which waits and does nothing else."""

    heard = Signal()

    def __init__(self, changes: Callable[[], Changes], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.changes = changes
        self.listener: Listener | None = None
        self.ending: Listener | None = None

    def start(self) -> None:
        """Begin to listen; once, however often it is asked."""
        if self.listener is None:
            self.listener = Listener(self.changes, self.heard.emit)

    def stop(self) -> None:
        """Tell no more. The thread ends by itself within a moment; nobody waits for it here."""
        listener, self.listener = self.listener, None
        if listener is not None:
            listener.ended.set()
            self.ending = listener

    def finish(self, patience_s: float) -> bool:
        """Stop, and wait for the thread's end. Return whether it came in time."""
        self.stop()
        return self.ending is None or self.ending.join(patience_s)


class Listener:
    """A plain thread that opens what waits, and tells each change."""

    def __init__(self, changes: Callable[[], Changes], tell: Callable[[], None]) -> None:
        self.ended = threading.Event()
        self._open, self._tell = changes, tell
        self._thread = threading.Thread(target=self._listen, name="store changes", daemon=True)
        self._thread.start()

    def join(self, patience_s: float) -> bool:
        """Wait for the thread's end; a store that doesn't answer may hold it. Return whether it ended."""
        self._thread.join(patience_s)
        return not self._thread.is_alive()

    def _listen(self) -> None:
        while not self.ended.is_set():
            try:
                with closing(self._open()) as waits:
                    self._hear(waits)
            except KioskError:  # the queue's own look says that the store is away
                self.ended.wait(PAUSE_S)

    def _hear(self, waits: Changes) -> None:
        while not self.ended.is_set():
            if waits.wait(PATIENCE_S) and not self.ended.is_set():
                self._tell()
