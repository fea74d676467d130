"""Are you still there? Covers the screen and counts down where it can be seen."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.parts.actions import primary, secondary
from ui.parts.arrange import across, column, held
from ui.parts.countdown import Countdown
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage

RING = 340


@dataclass(frozen=True, slots=True)
class TimeOutView:
    """seconds: left of whole, which is 20 or more (WCAG 2.2.1)."""

    seconds: int
    whole: int = 30


class TimeOutScreen(Surface):
    """Emits stayed() and finished(). Whoever owns the clock calls show_left."""

    stayed = Signal()
    finished = Signal()

    def __init__(self, stage: Stage, view: TimeOutView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        self.countdown = Countdown(look, view.whole, RING)
        self.show_left(view.seconds)
        here = primary(look, words("time_out.here"), "hand")
        here.tapped.connect(self.stayed)
        finish = secondary(look, words("time_out.finish"), "erase", kind="danger")
        finish.tapped.connect(self.finished)
        sheet = Sheet(
            stage,
            question=words("time_out.question"),
            says=words("time_out.says"),
            body=held(column(None, across(None, self.countdown, None), None)),
            main=here,
            others=[finish],
        )
        self.setLayout(column(sheet))

    def show_left(self, seconds: int) -> None:
        self.countdown.show_left(seconds)
