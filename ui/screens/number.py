"""Type the student number, where no card is shown."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.parts.actions import primary, secondary
from ui.parts.arrange import column, held
from ui.parts.card import Card
from ui.parts.label import Label
from ui.parts.number_pad import number_pad
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface, keep_private
from ui.stage import Stage

LONGEST = 14  # no student number is longer
EMPTY = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberView:
    """least and most: how many digits make sense."""

    digits: str = ""
    least: int = 1
    most: int = LONGEST


class NumberScreen(Surface):
    """Emits typed(digits) at every touch, done(digits), not_at_hand() and went_back()."""

    typed = Signal(str)
    done = Signal(str)
    not_at_hand = Signal()
    went_back = Signal()

    def __init__(self, stage: Stage, view: NumberView) -> None:
        super().__init__("screen")
        self.stage, self.view, self.digits = stage, view, view.digits
        look, words = stage.look, stage.words
        self.field = Label(look, "", "h1", wrap=False, align="center")
        self.pad = number_pad(stage)
        self.pad.sign.connect(self._add)
        self.pad.taken_back.connect(self._take_back)
        self.pad.entered.connect(self._accept)
        self.accept = primary(look, words("number.done"), "check")
        self.accept.tapped.connect(self._accept)
        back = secondary(look, words("go.back"), "back")
        back.tapped.connect(self.went_back)
        absent = secondary(look, words("number.unknown"), "card")
        absent.tapped.connect(self.not_at_hand)
        box = Card(look, self.field, tone="tint", pad=look.space["s"])
        keep_private(box)
        is_apart = stage.is_low or (stage.is_wide and not look.is_large)
        sheet = Sheet(
            stage,
            step=1,
            question=words("number.question"),
            says="" if stage.is_wide else words("number.says"),
            body=self.pad if is_apart else held(column(box, (self.pad, 1), gap=look.space["m"])),
            aside=box if is_apart else None,
            main=self.accept,
            others=[back, absent],
            is_touched=True,
        )
        self.setLayout(column(sheet))
        self._show()

    def _add(self, digit: str) -> None:
        if len(self.digits) < self.view.most:
            self._change(self.digits + digit)

    def _take_back(self) -> None:
        self._change(self.digits[:-1])

    def _change(self, digits: str) -> None:
        if digits != self.digits:
            self.digits = digits
            self._show()
            self.typed.emit(digits)

    def _accept(self) -> None:
        if self.is_enough:
            self.done.emit(self.digits)

    @property
    def is_enough(self) -> bool:
        return len(self.digits) >= self.view.least

    def _show(self) -> None:
        words = self.stage.words
        self.field.say(self.digits or EMPTY)
        said = " ".join(self.digits) or words("number.none")
        self.field.setAccessibleName(words("number.field", digits=said))
        self.accept.set_off(not self.is_enough)
