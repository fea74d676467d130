"""Calling staff to the terminal: the call is left in the store, where each desk of the site sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.errors import OutOfService
from kiosk.kit import Kit
from kiosk.request.staff_call import StaffCall
from ui.background import Background


class CallState(StrEnum):
    """How far a call has come. failed: no desk can hear of it."""

    ASKING = "asking"
    SENT = "sent"
    COMING = "coming"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class CallNow:
    """since: when it was left; None while that isn't known."""

    state: CallState
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What the store says of a call. turn: of the visit that asked. call None: the store is away."""

    turn: int
    call: StaffCall | None


class StaffCalling(QObject):
    """One visitor's call; whoever comes next knows nothing of it. changed(): `now` is another. broke(error): a bug."""

    changed = Signal()
    broke = Signal(object)

    def __init__(self, kit: Kit, every_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self.background = Background(1, self)
        self.now: CallNow | None = None
        self.turn = 0
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(every_ms)
        self.timer.timeout.connect(self._look)

    @Slot()
    def ask(self) -> None:
        """Leave a call, unless one was left already."""
        if self.now is None or self.now.state is CallState.FAILED:
            self._show(CallNow(CallState.ASKING))
            self.background.run(partial(_left, self.kit, self.turn), self._on_left, self._on_broken)

    def forget(self) -> None:
        """Whoever called is gone. The call stands: somebody may be on their way."""
        self.timer.stop()
        self.turn += 1
        self.now = None

    def close(self, patience_ms: int) -> bool:
        """Look no more. Return whether what was under way ended in time."""
        self.timer.stop()
        return self.background.close(patience_ms)

    @Slot(object)
    def _on_left(self, heard: Heard) -> None:
        if heard.turn != self.turn:
            return
        if heard.call is None:
            self._show(CallNow(CallState.FAILED))
        else:
            self._show_call(heard.call)

    @Slot(object)
    def _on_broken(self, error: object) -> None:
        self.broke.emit(error)

    @Slot()
    def _look(self) -> None:
        self.background.run(partial(_looked_at, self.kit, self.turn), self._on_looked, self._on_broken)

    @Slot(object)
    def _on_looked(self, heard: Heard) -> None:
        """A store that is away now had the call all the same."""
        if heard.turn != self.turn or self.now is None:
            return
        if heard.call is None:
            self.timer.start()
        else:
            self._show_call(heard.call)

    def _show_call(self, call: StaffCall) -> None:
        state = CallState.SENT if call.answered_at is None else CallState.COMING
        self._show(CallNow(state, call.at))
        if state is CallState.SENT:
            self.timer.start()

    def _show(self, now: CallNow) -> None:
        if now != self.now:
            self.now = now
            self.changed.emit()


def _left(kit: Kit, turn: int) -> Heard:
    """Leave a call. In the background."""
    call = StaffCall(kit.rules.site, kit.rules.device, kit.now())
    return _heard(turn, lambda: kit.store.call_staff(call))


def _looked_at(kit: Kit, turn: int) -> Heard:
    """Ask whether somebody comes. In the background."""
    return _heard(turn, lambda: kit.store.staff_call(kit.rules.site, kit.rules.device))


def _heard(turn: int, ask: Callable[[], StaffCall | None]) -> Heard:
    try:
        return Heard(turn, ask())
    except OutOfService:
        return Heard(turn, None)
