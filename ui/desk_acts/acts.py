"""Staff acts away from the window: one of a name at a time, so that a double press has one effect."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.errors import KioskError
from ui.background import Background
from ui.failsafe import place_of

log = logging.getLogger(__name__)
THREADS = 4  # the queue's look must not wait behind a directory that hangs

Then = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """An act that came to nothing. A KioskError has a sentence; anything else is a bug, and was logged."""

    act: str
    error: Exception


class Acts(QObject):
    """Runs acts and hands over what they come to, in the window's thread.

    failed(Failure): where the act named nobody for it. busy_changed: what is under way is another set now.
    """

    failed = Signal(object)
    busy_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.background = Background(THREADS, self)
        self.under_way: dict[str, _UnderWay] = {}

    def run(
        self,
        name: str,
        work: Callable[[], object],
        then: Then,
        otherwise: Callable[[Failure], None] | None = None,
    ) -> bool:
        """Start an act soon and return True; return False where one of this name is under way already."""
        if name in self.under_way:
            return False
        act = self.under_way[name] = _UnderWay(self, name, then, otherwise or self.failed.emit)
        self.background.run(work, act.on_done, act.on_failed)
        self.busy_changed.emit()
        return True

    def is_busy(self, *names: str) -> bool:
        return any(name in self.under_way for name in names)

    def forget(self) -> None:
        """Let nobody see what is under way now: it goes on, and its outcome is dropped."""
        for act in self.under_way.values():
            act.is_forgotten = True
        self.under_way = {}
        self.busy_changed.emit()

    def close(self, patience_ms: int) -> bool:
        """Join what has begun, drop the rest. Return whether all ended in time."""
        return self.background.close(patience_ms)


class _UnderWay(QObject):
    """One act: an object of the window's thread, so that its outcome arrives there."""

    def __init__(self, acts: Acts, name: str, then: Then, otherwise: Callable[[Failure], None]) -> None:
        super().__init__(acts)
        self.acts, self.name = acts, name
        self.then, self.otherwise = then, otherwise
        self.is_forgotten = False

    @Slot(object)
    def on_done(self, result: object) -> None:
        self._leave()
        if not self.is_forgotten:
            self.then(result)

    @Slot(object)
    def on_failed(self, error: Exception) -> None:
        self._leave()
        if not isinstance(error, KioskError):
            place = place_of(error.__traceback__)
            log.error("bug", extra={"act": self.name, "kind": type(error).__name__, "place": place})
        if not self.is_forgotten:
            self.otherwise(Failure(self.name, error))

    def _leave(self) -> None:
        self.deleteLater()
        if not self.is_forgotten:
            del self.acts.under_way[self.name]
            self.acts.busy_changed.emit()
