"""Whether what a visit needs is there: asked at the start, and again and again while something is away."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.errors import OutOfService
from kiosk.kit import Kit
from ui.background import Background
from ui.failsafe import log_bug
from ui.session_controller.errands import check, check_all
from ui.terminal.timing import Timing


class Soundness(QObject):
    """away(part): it doesn't answer. back(): what was waited for does. broke(error): a bug, at the start."""

    away = Signal(str)
    back = Signal()
    broke = Signal(object)

    def __init__(self, kit: Kit, errands: Background, timing: Timing, parent: QObject) -> None:
        super().__init__(parent)
        self.kit, self.errands, self.part = kit, errands, ""
        self.retry = self._timer(timing.retry, self._look_again)
        self.warming = self._timer(timing.warm_up, self._warm_up)

    def look_round(self) -> None:
        """At the start: be out of order at once where no visit could come to its end."""
        self.errands.run(partial(check_all, self.kit), self._on_sound, self._on_unsound)
        self.warming.start()

    def wait_for(self, part: str) -> None:
        """Look now and then whether this part is back."""
        self.part = part
        self.retry.start()

    def wait_no_more(self) -> None:
        self.part = ""
        self.retry.stop()

    def stop(self) -> None:
        """End both timers, at the program's end."""
        self.wait_no_more()
        self.warming.stop()

    def _timer(self, ms: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(then)
        return timer

    @Slot()
    def _warm_up(self) -> None:
        """Load what reads frames, so that the first visitor doesn't wait for it."""
        self.errands.run(partial(check, self.kit, "model"), self._on_sound, self._on_unsound)

    @Slot(object)
    def _on_sound(self, _nothing: object) -> None:
        """Whoever touches the screen is served."""

    @Slot(object)
    def _on_unsound(self, error: object) -> None:
        if isinstance(error, OutOfService):
            self.away.emit(error.part)
        else:
            self.broke.emit(error)

    @Slot()
    def _look_again(self) -> None:
        if self.part:
            self.errands.run(partial(check, self.kit, self.part), self._on_back, self._on_still_away)

    @Slot(object)
    def _on_back(self, _nothing: object) -> None:
        self.back.emit()

    @Slot(object)
    def _on_still_away(self, error: object) -> None:
        if not self.part:
            return
        self.retry.start()
        if isinstance(error, OutOfService):
            self.away.emit(error.part)  # it may be another reason by now
        else:
            log_bug(error)
