"""What is happening? The visitor's own words, and the ENT's to recognise."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.parts.actions import secondary
from ui.parts.arrange import column
from ui.parts.choice import choice
from ui.parts.pages import Pages
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.parts.tick import tick
from ui.parts.which import Which
from ui.stage import Stage

ICONS = {
    "forgotten": "key",
    "blocked": "lock",
    "expired": "calendar",
    "registration": "form",
    "suspected_hack": "shield",
    "unknown": "help",
}


@dataclass(frozen=True, slots=True)
class Motive:
    """symptom: its code. message: what the ENT shows then, word for word; "" when nothing or several things."""

    symptom: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class MotiveView:
    motives: Sequence[Motive]
    is_urgent: bool = False


class MotiveScreen(Surface):
    """Emits chosen(symptom, is_urgent) and went_back()."""

    chosen = Signal(str, bool)
    went_back = Signal()

    def __init__(self, stage: Stage, view: MotiveView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        self.which = Which(self)
        self.which.touched.connect(self._choose)
        self.choices = {motive.symptom: self._choice(stage, motive) for motive in view.motives}
        self.urgent = tick(look, words("motive.urgent_short" if stage.is_brief else "motive.urgent"), "warn")
        self.urgent.set_on(view.is_urgent)
        self.urgent.tapped.connect(self._flip_urgent)
        back = secondary(look, words("go.back"), "back")
        back.tapped.connect(self.went_back)
        pages = Pages(
            stage,
            list(self.choices.values()),
            gap=look.space["s"],
            columns=2 if stage.is_wide or (stage.is_low and not look.is_large) else 1,
            growth=1.35,
            rest="above",
        )
        sheet = Sheet(
            stage,
            step=0,
            question=words("motive.question"),
            says="" if stage.is_wide else words("motive.says"),
            body=pages,
            others=[back, self.urgent] if stage.is_low else [back],
            aside=None if stage.is_low else self.urgent,
            is_aside_low=True,
            is_broad=True,
            is_touched=True,
        )
        self.setLayout(column(sheet))

    def _choice(self, stage: Stage, motive: Motive) -> Tap:
        words, key = stage.words, f"motive.{motive.symptom}"
        says = words("motive.message", message=motive.message) if motive.message else words(f"{key}_says")
        height = 118 if stage.is_wide else 132
        tap = choice(
            stage.look,
            ICONS[motive.symptom],
            words(key),
            says,
            height=max(height, stage.look.size["touch"]),
            is_brief=stage.is_low,
        )
        self.which.add(tap, motive.symptom)
        return tap

    def _choose(self, symptom: str) -> None:
        self.chosen.emit(symptom, self.urgent.is_on)

    def _flip_urgent(self) -> None:
        self.urgent.set_on(not self.urgent.is_on)
