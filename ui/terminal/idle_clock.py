"""Is someone still there? A quiet time, then a countdown, then the end."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui.terminal.timing import Timing


class IdleClock(QObject):
    """Starts anew at every touch. left(seconds): the countdown, to be shown; ran_out: nobody answered.

    While it counts down a mere touch changes nothing: the visitor answers the question that is on the screen.
    """

    left = Signal(int)
    ran_out = Signal()

    def __init__(self, timing: Timing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timing = timing
        self.is_patient = self.is_asking = False
        self.seconds = 0
        self.quiet = QTimer(self)
        self.quiet.setSingleShot(True)
        self.quiet.setTimerType(Qt.TimerType.PreciseTimer)  # the usual one rounds to whole seconds
        self.quiet.timeout.connect(self._on_quiet)
        self.second = QTimer(self)
        self.second.setInterval(timing.second)
        self.second.timeout.connect(self._on_second)

    @property
    def is_counting(self) -> bool:
        return self.second.isActive()

    def start(self, *, is_asking: bool = True) -> None:
        """Begin the quiet time anew. is_asking: a countdown comes before the end."""
        self.is_asking = is_asking
        self.second.stop()
        self.quiet.start(self.timing.patient if self.is_patient else self.timing.quiet)

    def touch(self) -> None:
        """Note that someone is there."""
        if self.quiet.isActive():
            self.quiet.start()

    def be_patient(self) -> None:
        """Grant longer quiet times, until it is stopped."""
        self.is_patient = True
        self.start()

    def stop(self) -> None:
        self.is_patient = False
        self.quiet.stop()
        self.second.stop()

    def _on_quiet(self) -> None:
        if not self.is_asking:
            self.ran_out.emit()
            return
        self.seconds = self.timing.seconds
        self.second.start()
        self.left.emit(self.seconds)

    def _on_second(self) -> None:
        self.seconds -= 1
        if self.seconds > 0:
            self.left.emit(self.seconds)
        else:
            self.second.stop()
            self.ran_out.emit()
