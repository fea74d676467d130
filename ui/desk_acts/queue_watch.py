"""The queue as it is now: looked at when the store moved, after each act, and every few seconds all the same."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.desk.calling import calls
from kiosk.desk.looking import needing_attention, queue
from kiosk.errors import OutOfService
from kiosk.kit import Kit
from kiosk.request.request import Request
from kiosk.request.staff_call import StaffCall
from kiosk.staff.account import StaffAccount
from ui.desk_acts.acts import Failure
from ui.desk_acts.change_watch import ChangeWatch
from ui.desk_acts.signed_in import SignedIn

LOOK = "queue"
EVERY_MS = 4_000
PAUSE_MS = 300  # between looks at what others change: twenty desks would do nothing else in a busy hour
MOST_SHOWN = 200
MOST_ATTENTION = 50  # what needing_attention returns at most


@dataclass(frozen=True, slots=True)
class QueueNow:
    """waiting: urgent first, then by due time. attention: decided, not carried out. more: there are others.

    calls: terminals that ask for staff, the oldest first.
    """

    waiting: tuple[Request, ...]
    attention: tuple[Request, ...]
    more: bool
    calls: tuple[StaffCall, ...] = ()


class QueueWatch(QObject):
    """seen(QueueNow); away(error): what is shown may be old."""

    seen = Signal(object)
    away = Signal(object)

    def __init__(self, desk: SignedIn, every_ms: int = EVERY_MS, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(desk)
        self.desk = desk
        self.is_due_again = False
        self.timer = QTimer(self)
        self.timer.setInterval(every_ms)
        self.timer.timeout.connect(self.look)
        self.changes = ChangeWatch(desk.kit.store.changes, self)
        self.changes.heard.connect(self._on_heard)
        self.has_heard = False
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(pause_ms)
        self.pause.timeout.connect(self._on_pause_over)

    def start(self) -> None:
        self.timer.start()
        self.changes.start()
        self.look()

    def stop(self) -> None:
        self.timer.stop()
        self.pause.stop()
        self.changes.stop()
        self.is_due_again = self.has_heard = False

    def look(self) -> None:
        """Look now; if a look is under way, once more after it: it may have begun before the last act."""
        self.is_due_again = not self.desk.run(LOOK, look_at_queue, self._on_seen, self._on_failed)

    def _on_heard(self) -> None:
        """Look at once, and then at whatever comes within the pause together."""
        if self.pause.isActive():
            self.has_heard = True
        else:
            self.pause.start()
            self.look()

    def _on_pause_over(self) -> None:
        if self.has_heard:
            self.has_heard = False
            self._on_heard()

    def _on_seen(self, found: QueueNow) -> None:
        self.seen.emit(found)
        self._look_again()

    def _on_failed(self, failure: Failure) -> None:
        if isinstance(failure.error, OutOfService):
            self.away.emit(failure.error)
        else:
            self.desk.failed.emit(failure)
        self._look_again()

    def _look_again(self) -> None:
        if self.is_due_again:
            self.look()


def look_at_queue(kit: Kit, staff: StaffAccount) -> QueueNow:
    """Return what waits and what needs attention. In the background."""
    page, attention = queue(kit, staff, limit=MOST_SHOWN), tuple(needing_attention(kit, staff))
    more = page.after is not None or len(attention) >= MOST_ATTENTION
    return QueueNow(page.requests, attention, more, calls(kit, staff))
