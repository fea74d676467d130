"""The state of the visit, and everything that moves it: touches, readings, answers, the clock, failures."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.errors import OutOfService, TerminalRevoked
from kiosk.kit import Kit
from kiosk.reading.sought import Sought
from kiosk.session import Idle, State, step
from kiosk.session import effects as do
from kiosk.session import events as on
from kiosk.session.states import Following, OutOfOrder, ShowingCard, ShowingDocument
from ui.background import Background
from ui.failsafe import log_bug
from ui.session_controller.calling import StaffCalling
from ui.session_controller.errands import (
    Lost,
    Outcome,
    carried_out,
    file_request,
    look_up,
    print_ticket,
)
from ui.session_controller.soundness import Soundness
from ui.terminal.idle_clock import IdleClock
from ui.terminal.one_camera import OneCamera
from ui.terminal.timing import Timing
from ui.terminal.watching import Seen, Watcher

log = logging.getLogger(__name__)
PROGRAM = "program"


class SessionController(QObject):
    """Takes events by `send`, one visit after the other.

    moved(): `state` is another. staff_wanted(): someone calls. forgotten(): whatever is held of a visitor must go.
    fell: emit it from any thread when a bug showed up.
    """

    moved = Signal()
    staff_wanted = Signal()
    forgotten = Signal()
    fell = Signal()

    def __init__(self, kit: Kit, timing: Timing | None = None, cameras: OneCamera | None = None) -> None:
        super().__init__()
        self.kit, self.timing = kit, timing or Timing()
        self.state: State = Idle()
        self.errands = Background(4, self)
        self.watcher = Watcher(kit, cameras or OneCamera(lambda: kit.open_camera(None)), self)
        self.watcher.seen.connect(self._on_seen)
        self.watcher.lost.connect(self._on_lost)
        self.calling = StaffCalling(kit, self.timing.call, self)
        self.calling.broke.connect(self._on_bug)
        self.idle = IdleClock(self.timing, self)
        self.idle.ran_out.connect(self._on_ran_out)
        self.soundness = Soundness(kit, self.errands, self.timing, self)
        self.soundness.away.connect(self.stop)
        self.soundness.back.connect(self._on_back)
        self.soundness.broke.connect(self._on_bug)
        self.fell.connect(self.fall)

    @property
    def visit_id(self) -> str | None:
        """Return the present visit's id."""
        return None if isinstance(self.state, Idle | OutOfOrder) else self.state.visit.id

    def begin(self, language: str, *more: on.Event) -> None:
        """Start a visit, if nobody's is under way."""
        self.send(on.Touched(self.kit.secret(8).hex(), language), *more)

    def send(self, *events: on.Event) -> None:
        """Take what happened, in this order; then tell once where that led."""
        before = self.state
        try:
            for event in events:
                self.state, effects = step(self.state, event)
                for effect in effects:
                    self._carry_out(effect)
        finally:  # whatever goes wrong, the screen shows the state and the clock runs
            if self.state != before:
                self._keep_time()
                self._point_camera()
                self.moved.emit()

    def close(self, patience_s: float = 10.0) -> bool:
        """Forget everyone and end every thread and timer. Return whether all ended in time."""
        self.idle.stop()
        self.soundness.stop()
        self.state = Idle()
        ended = self.watcher.finish(patience_s)
        ended = self.calling.close(round(patience_s * 1000)) and ended
        return self.errands.close(round(patience_s * 1000)) and ended

    # what a step asks for

    def _carry_out(self, effect: do.Effect) -> None:
        match effect:
            case do.OpenCamera(visit_id):
                is_lost = isinstance(self.state, Following) and (
                    self.state.not_found or self.state.unanswered
                )
                self.watcher.open(visit_id, Sought.CARD, goes_on=is_lost)
            case do.CloseCamera():
                self.watcher.close()
            case do.Submit():
                self._run(effect.visit_id, partial(file_request, self.kit, effect))
            case do.LookUp():
                self._run(effect.visit_id, partial(look_up, self.kit, effect))
            case do.PrintTicket():
                self._run(effect.visit_id, partial(print_ticket, self.kit, effect))
            case do.CallStaff():
                self.staff_wanted.emit()
            case do.GiveTime():
                self.idle.be_patient()
            case do.Forget():
                self.idle.stop()
                self.watcher.forget()
                self.calling.forget()
                self.forgotten.emit()

    def _run(self, visit_id: str, work: Callable[[], Outcome]) -> None:
        self.errands.run(partial(carried_out, visit_id, work), self._on_outcome, self._on_bug)

    def _keep_time(self) -> None:
        self.soundness.wait_no_more()
        match self.state:
            case OutOfOrder(part):
                log.warning("out of order", extra={"part": part})
                self.soundness.wait_for(part)
            case Idle(None):
                self.idle.stop()
            case Idle():
                self.idle.start(is_asking=False)
            case _:
                self.idle.start()

    def _point_camera(self) -> None:
        """Tell the reader what is looked for now. Going back to the card, it counts anew."""
        match self.state:
            case ShowingDocument():
                self.watcher.seek(Sought.DOCUMENT)
            case ShowingCard() | Following():
                self.watcher.seek(Sought.CARD)

    # what comes back

    @Slot(object)
    def _on_outcome(self, outcome: object) -> None:
        match outcome:
            case Lost(visit_id, part):
                self._fail(visit_id, part)
            case on.Answered() | on.Printed():
                self.send(outcome)

    @Slot(object)
    def _on_seen(self, seen: Seen) -> None:
        if seen.card is not None:
            self.send(on.CardAccepted(seen.visit_id, seen.card))
        if seen.document is not None:
            self.send(on.DocumentAccepted(seen.visit_id, seen.document))

    @Slot(str, object)
    def _on_lost(self, visit_id: str, error: Exception) -> None:
        if isinstance(error, OutOfService):
            self._fail(visit_id, error.part)
        else:
            self._on_bug(error)

    def _fail(self, visit_id: str, part: str) -> None:
        """End the visit, unless it has ended meanwhile: the next visitor finds out by themselves."""
        if visit_id == self.visit_id:
            self.send(on.Failed(part))

    @Slot(object)
    def _on_bug(self, error: object) -> None:
        log_bug(error)
        self.fall()

    @Slot()
    def fall(self) -> None:
        """Forget the visitor and be out of order, because of a bug. In the window's thread; from others emit `fell`."""
        if self.state != OutOfOrder(PROGRAM):  # a screen that fails as well would fall for ever
            self.send(on.Failed(PROGRAM))

    @Slot()
    def _on_ran_out(self) -> None:
        self.send(on.TimedOut())

    # out of order

    def part_out_of_order(self) -> str:
        """Return the part that keeps the terminal from working, "" where it works."""
        return self.state.part if isinstance(self.state, OutOfOrder) else ""

    @Slot(str)
    def stop(self, part: str) -> None:
        """The desk stops this terminal: at once if that is for good, else before the next visitor begins."""
        if self.part_out_of_order() != part and (self.visit_id is None or part == TerminalRevoked.part):
            self.send(on.Failed(part))

    @Slot()
    def _on_back(self) -> None:
        self.send(on.Recovered())
