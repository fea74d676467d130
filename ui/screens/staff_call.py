"""Where staff are and how to reach them, and a call for someone who can't go there. It says no more than is known."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from PySide6.QtCore import Signal

from ui.parts.actions import primary, secondary
from ui.parts.arrange import column
from ui.parts.card import Card
from ui.parts.door_facts import OfficeView, door_facts
from ui.parts.outcome import outcome
from ui.parts.pages import Pages
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.stage import Stage

CallWord = Literal["", "asking", "sent", "coming", "failed"]
TONES = {
    "asking": ("clock", "primary"),
    "sent": ("bell", "primary"),
    "coming": ("person", "ok"),
    "failed": ("warning", "warn"),
}
OPEN = ("", "failed")  # states in which one may call


@dataclass(frozen=True, slots=True)
class StaffCallView:
    """call: how far it has come, "" before it. since: when it was left, in local time."""

    office: OfficeView
    call: CallWord = ""
    since: datetime | None = None


class StaffCallScreen(Surface):
    """Emits call_asked(), once, and closed()."""

    call_asked = Signal()
    closed = Signal()

    def __init__(self, stage: Stage, view: StaffCallView) -> None:
        super().__init__("screen")
        self.stage, self.view = stage, view
        may_call = view.call in OPEN
        close = (secondary if may_call else primary)(stage.look, stage.words("staff_call.close"))
        close.tapped.connect(self.closed)
        sheet = Sheet(
            stage,
            question=stage.words("staff_call.question"),
            says=stage.words("staff_call.says"),
            body=Pages(stage, door_facts(stage, view.office, is_roomy=True), is_card=True),
            main=self._call_tap() if may_call else close,
            others=[close] if may_call else [],
            aside=self._told() if view.call else None,
            is_aside_low=True,
        )
        self.setLayout(column(sheet))

    def _call_tap(self) -> Tap:
        key = "again" if self.view.call == "failed" else "ask"
        tap = primary(self.stage.look, self.stage.words(f"staff_call.{key}"), "bell")
        tap.tapped.connect(self.call_asked)
        return tap

    def _told(self) -> Card:
        """Return how far the call has come: colour, picture and words."""
        look, words, view = self.stage.look, self.stage.words, self.view
        icon, tone = TONES[view.call]
        time = words.time(view.since) if view.since else ""
        strong, says = (words(f"staff_call.{key}", time=time) for key in (view.call, f"{view.call}_says"))
        return outcome(look, icon, tone, strong, "" if look.is_large else says)
