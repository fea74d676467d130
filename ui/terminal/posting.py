"""Posts what the terminal wrote while the store was away, as soon as the store answers again."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from kiosk.kit import Kit
from kiosk.spool.sending import Courier
from ui.background import Background, Task

EVERY_MS = 5_000  # the courier itself waits longer where the store doesn't answer


class Posting(QObject):
    """Does nothing where the settings name no seal."""

    def __init__(self, kit: Kit, every_ms: int = EVERY_MS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self.courier = Courier(kit.spool.spool, kit.inbox) if kit.spool and kit.inbox else None
        self.background = Background(threads=1, parent=self)
        self.under_way: Task | None = None
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.turn)
        if self.courier is not None:
            self.timer.start(every_ms)

    def turn(self) -> None:
        """Send what waits, unless that is under way."""
        if self.courier is not None and self.under_way is None:
            work = partial(self.courier.turn, self.kit.now())
            self.under_way = self.background.run(work, self._on_done, self._on_failed)

    def close(self, patience_ms: int = 10_000) -> bool:
        """Stop, and wait for what is under way. Return whether it ended in time."""
        self.timer.stop()
        return self.background.close(patience_ms)

    def _on_done(self, _sent: int) -> None:
        self.under_way = None

    def _on_failed(self, error: Exception) -> None:
        """A bug, for a store that is away is no error here: the failsafe hears of it, the next turn tries again."""
        self.under_way = None
        raise error
