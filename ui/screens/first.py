"""The first screen: what this is for, what to have at hand, and start."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.parts.actions import primary, quiet_actions, secondary
from ui.parts.arrange import Thing, across, column
from ui.parts.bridge import Bridge
from ui.parts.fact import fact
from ui.parts.heading import heading
from ui.parts.label import Label
from ui.parts.pages import Pages
from ui.parts.surface import Surface
from ui.parts.which import Which
from ui.stage import Stage
from ui.words import load_words

BRIDGE, BRIDGE_LOW = 480, 420  # pixels high, upright; where language and help stand low


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstView:
    """hours: when the desk is open, as people read it. other_languages: offered besides the present one."""

    hours: str = ""
    other_languages: Sequence[str] = ()


class FirstScreen(Surface):
    """Emits started(language), "" for the present one, and follow_asked()."""

    started = Signal(str)
    follow_asked = Signal()

    def __init__(self, stage: Stage, view: FirstView) -> None:
        super().__init__("screen")
        self.stage, self.view = stage, view
        self.which = Which(self)
        self.which.touched.connect(self.started)
        look, words = stage.look, stage.words
        question = words("first.question")
        self.width_each = (
            look.size["broad"] // 2 - look.size["margin"] if stage.is_wide else look.size["wide"]
        )
        head: list[Thing] = [
            Label(look, heading(look, question, self.width_each), "h1")
            if look.is_large
            else Label(look, question, "display")
        ]
        if not stage.is_brief:
            head.append(Label(look, words("first.says"), "lead"))
        facts = Pages(stage, self._facts())
        self.setLayout(self._wide(head, facts) if stage.is_wide else self._upright(head, facts))

    def _upright(self, head: list[Thing], facts: QWidget) -> QBoxLayout:
        look = self.stage.look
        side = look.size["margin"]
        inner = column(*head, look.space["s"], (facts, 1), *self._actions(), gap=look.space["s"])
        inner.setContentsMargins(side, look.space["l"], side, look.space["l"])
        high = BRIDGE_LOW if self.stage.is_low else BRIDGE
        picture: list[Thing] = [] if look.is_large else [Bridge(look, high)]
        return column(*picture, (inner, 1))

    def _wide(self, head: list[Thing], facts: QWidget) -> QBoxLayout:
        look = self.stage.look
        side, low = look.size["margin"], look.space["m"]
        left = column(*head, look.space["m"], (facts, 1), gap=look.space["s"], margins=(side, side, 0, low))
        acts = column(*self._actions(), gap=look.space["s"], margins=(0, 0, side, low))
        right = column(*([None] if look.is_large else [(Bridge(look), 1)]), look.space["m"], acts)
        return across((left, 1), (right, 1), gap=side)

    def _facts(self) -> list[QWidget]:
        look, words = self.stage.look, self.stage.words
        facts = [
            fact(look, "card", words("first.papers"), words("first.papers_says")),
            fact(look, "clock", words("first.time"), words("first.time_says")),
        ]
        if self.view.hours and look.is_large:
            facts.append(fact(look, "desk", words.line(self.view.hours)))
        elif self.view.hours:
            facts.append(
                fact(look, "desk", words("first.hours"), words.line(self.view.hours), keeps_line=True)
            )
        return facts

    def _actions(self) -> list[Thing]:
        look, words = self.stage.look, self.stage.words
        self.start = primary(look, words("first.start"), "touch")
        self.which.add(self.start, "")
        others = []
        for language in self.view.other_languages:
            tap = secondary(look, load_words(language)("first.start_other"), "globe")
            self.which.add(tap, language)
            others.append(tap)
        self.follow = secondary(look, words("first.follow"), "ticket")
        self.follow.tapped.connect(self.follow_asked)
        others.append(self.follow)
        return [self.start, *quiet_actions(look, others, self.width_each)]
