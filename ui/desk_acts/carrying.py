"""What goes on by itself, locked or not: terminals' letters are taken in, approvals carried out that had to wait."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.desk.carrying_out import resume
from kiosk.desk.taking_in import take_in
from kiosk.errors import OutOfService
from kiosk.kit import Kit
from kiosk.request.request import Request
from ui.desk_acts.acts import Failure
from ui.desk_acts.signed_in import SignedIn

RESUME = "resume"
EVERY_MS = 30_000


class Carrying(QObject):
    """moved(tuple of requests): these were tried, whatever came of it."""

    moved = Signal(object)

    def __init__(self, desk: SignedIn, every_ms: int = EVERY_MS) -> None:
        super().__init__(desk)
        self.desk = desk
        self.timer = QTimer(self)
        self.timer.setInterval(every_ms)
        self.timer.timeout.connect(self.try_now)

    def start(self) -> None:
        self.timer.start()
        self.try_now()

    def stop(self) -> None:
        self.timer.stop()

    def try_now(self) -> None:
        self.desk.acts.run(RESUME, partial(catch_up, self.desk.kit), self._on_moved, self._on_failed)

    def _on_moved(self, requests: object) -> None:
        if requests:
            self.moved.emit(requests)

    def _on_failed(self, failure: Failure) -> None:
        if not isinstance(failure.error, OutOfService):  # the queue's watch says that the store is away
            self.desk.failed.emit(failure)


def catch_up(kit: Kit) -> tuple[Request, ...]:
    """Take in what terminals wrote while the store was away, then carry out what is due. In the background."""
    take_in(kit)
    return resume(kit)
