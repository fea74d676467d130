"""Which of its messages did the ENT show? Asked where a symptom has several."""

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
from ui.parts.which import Which
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class Message:
    """code: what the request carries. said: the ENT's words."""

    code: str
    said: str


@dataclass(frozen=True, slots=True)
class MessagesView:
    messages: Sequence[Message]


class MessagesScreen(Surface):
    """Emits recognised(code), "" for none of them, and went_back()."""

    recognised = Signal(str)
    went_back = Signal()

    def __init__(self, stage: Stage, view: MessagesView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        self.which = Which(self)
        self.which.touched.connect(self.recognised)
        taps = [
            self._tap(message.code, choice(look, "info", words.typeset(message.said)))
            for message in view.messages
        ]
        taps.append(self._tap("", choice(look, "dash", words("messages.none"))))
        back = secondary(look, words("go.back"), "back")
        back.tapped.connect(self.went_back)
        sheet = Sheet(
            stage,
            step=0,
            question=words("messages.question"),
            says=words("messages.says"),
            body=Pages(stage, taps, gap=look.space["s"], growth=1.6, rest="above"),
            others=[back],
            is_touched=True,
        )
        self.setLayout(column(sheet))

    def _tap(self, code: str, tap: Tap) -> Tap:
        self.which.add(tap, code)
        return tap
