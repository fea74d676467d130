"""Type the reference of a ticket whose code isn't at hand."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from kiosk.request.reference import LENGTH, PREFIX
from ui.parts.actions import primary, secondary
from ui.parts.arrange import column, held
from ui.parts.card import Card
from ui.parts.label import Label
from ui.parts.letter_pad import letter_pad
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface, keep_private
from ui.stage import Stage
from ui.words import NO_BREAK

HALF = LENGTH // 2
EMPTY = "–"


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """typed: so far, without MK and dashes."""

    typed: str = field(repr=False, default="")


class ReferenceScreen(Surface):
    """Emits typed(text) at every touch, done(text) and went_back()."""

    typed = Signal(str)
    done = Signal(str)
    went_back = Signal()

    def __init__(self, stage: Stage, view: ReferenceView) -> None:
        super().__init__("screen")
        self.stage, self.text = stage, view.typed
        look, words = stage.look, stage.words
        self.field = Label(look, "", "h1", wrap=False, align="center")
        self.pad = letter_pad(stage)
        self.pad.sign.connect(self._add)
        self.pad.taken_back.connect(self._take_back)
        self.pad.entered.connect(self._accept)
        self.accept = primary(look, words("reference.done"), "check")
        self.accept.tapped.connect(self._accept)
        back = secondary(look, words("go.back"), "back")
        back.tapped.connect(self.went_back)
        box = Card(look, self.field, tone="tint", pad=look.space["s"])
        keep_private(box)
        is_apart = stage.is_wide or stage.is_low
        sheet = Sheet(
            stage,
            question=words("reference.question"),
            says=words("letters.says"),
            body=self.pad if is_apart else held(column(box, (self.pad, 1), gap=look.space["m"])),
            aside=box if is_apart else None,
            main=self.accept,
            others=[back],
            is_touched=True,
        )
        self.setLayout(column(sheet))
        self._show()

    @property
    def is_whole(self) -> bool:
        return len(self.text) == LENGTH

    def _add(self, sign: str) -> None:
        if not self.is_whole:
            self._change(self.text + sign)

    def _take_back(self) -> None:
        self._change(self.text[:-1])

    def _change(self, text: str) -> None:
        if text != self.text:
            self.text = text
            self._show()
            self.typed.emit(text)

    def _accept(self) -> None:
        if self.is_whole:
            self.done.emit(f"{PREFIX}-{self.text[:HALF]}-{self.text[HALF:]}")

    def _show(self) -> None:
        words, text = self.stage.words, self.text
        halves = [part for part in (text[:HALF], text[HALF:]) if part] or [EMPTY]
        self.field.say(NO_BREAK.join([PREFIX, *halves]))
        self.field.setAccessibleName(words("letters.field", typed=" ".join(text) or words("letters.none")))
        self.accept.set_off(not self.is_whole)
