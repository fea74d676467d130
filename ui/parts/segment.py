"""One of a few, in one frame: the language, the size of the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from ui.parts.arrange import across
from ui.parts.label import Label
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.parts.which import Which
from ui.tokens import Look

FRAME = 5  # pixels around the options, the border included
CLOSE = 4  # so many options stand close together


@dataclass(frozen=True, slots=True)
class Option:
    """code: what is emitted. word: what is read. name: what a screen reader says."""

    code: str
    word: str
    name: str


class Segment(Surface):
    """Options side by side; the chosen one is filled. Emits chosen(code)."""

    chosen = Signal(str)

    def __init__(self, look: Look, options: Sequence[Option], now: str, *, is_full: bool = False) -> None:
        super().__init__("segment")
        self.which = Which(self)
        self.which.touched.connect(self.chosen)
        is_close = len(options) >= CLOSE or (look.is_large and not is_full)
        side = look.space["xs" if is_close else "s"]
        self.taps = [self._tap(look, option, option.code == now, side) for option in options]
        inside = FRAME - look.size["border"]  # the stylesheet's border already takes its part
        self.setLayout(across(*self.taps, gap=4, margins=(inside, inside, inside, inside)))
        if not is_full:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _tap(self, look: Look, option: Option, is_on: bool, side: int) -> Tap:
        word = Label(look, option.word, "label", wrap=False, align="center")
        word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tap = Tap(
            look,
            (word, 1),
            kind="segment",
            name=option.name,
            height=look.size["touch"],
            margins=(side, 4, side, 4),
        )
        tap.setMinimumWidth(look.size["touch"])
        tap.set_on(is_on)
        self.which.add(tap, option.code)
        return tap
