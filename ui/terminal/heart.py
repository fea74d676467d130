"""Says to the desk, twice a minute, that the terminal lives and how its parts are."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.heartbeat import Heard, beat
from kiosk.kit import Kit
from ui.background import Background, Task

EVERY_MS = 30_000


class Heart(QObject):
    """out_of_order(): the part that keeps the terminal from working, or "". Does nothing on one computer.

    stopped(word of Heard): the desk takes nothing from this terminal any more, for now or for good.
    """

    stopped = Signal(str)

    def __init__(
        self,
        kit: Kit,
        out_of_order: Callable[[], str],
        every_ms: int = EVERY_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.kit = kit
        self.out_of_order = out_of_order
        self.background = Background(threads=1, parent=self)
        self.under_way: Task | None = None
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.turn)
        if kit.beat is not None:
            self.timer.start(every_ms)
            self.turn()

    def turn(self) -> None:
        """Beat once, unless the last beat is under way."""
        if self.kit.beat is not None and self.under_way is None:
            work = partial(beat, self.kit, self.out_of_order())
            self.under_way = self.background.run(work, self._on_done, self._on_failed)

    def close(self, patience_ms: int = 10_000) -> bool:
        """Stop, and wait for what is under way. Return whether it ended in time."""
        self.timer.stop()
        return self.background.close(patience_ms)

    def _on_done(self, heard: Heard) -> None:
        self.under_way = None
        if heard in (Heard.STOPPED, Heard.REVOKED):
            self.stopped.emit(str(heard))

    def _on_failed(self, error: Exception) -> None:
        """A bug, for whatever is away is no error here: the failsafe hears of it, the next beat tries again."""
        self.under_way = None
        raise error
