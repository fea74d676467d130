"""The foot of a request: the tick, what stands in the way, the actions."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.desk_parts.act import Act, act, key_cap
from ui.desk_parts.act_row import ActRow
from ui.desk_parts.once import Once
from ui.parts.arrange import across, column
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.surface import Surface, restyle
from ui.parts.tap import Tap
from ui.parts.tick import tick
from ui.parts.which import Which
from ui.stage import Stage

ACTS = {  # code: icon, key, kind
    "approve": ("check", "A", "primary"),
    "retry": ("turn", "T", "primary"),
    "secret": ("key", "M", "secondary"),
    "undo": ("back", "U", "secondary"),
    "redirect": ("send", "S", "secondary"),
    "ticket": ("ticket", "P", "secondary"),
    "refuse": ("cross", "R", "danger"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FootView:
    """As RequestView has them. off: codes that can't be done, with why."""

    acts: tuple[str, ...]
    off: Mapping[str, str]
    may_tick: bool
    needs_seen: bool
    why: str


class RequestFoot(Surface):
    """Emits act_asked(code) and ticked(). "ticket" has its button made here and stands elsewhere.

    once: shared by all the feet of a panel: what takes the place of a button doesn't get its second click.
    """

    act_asked = Signal(str)
    ticked = Signal()

    def __init__(self, stage: Stage, view: FootView, once: Once, *, is_seen: bool) -> None:
        super().__init__("foot")
        self.stage, self.view, self.once, self.is_seen = stage, view, once, is_seen
        self.is_keyed = False  # another key is another wish; another button under the same click isn't
        look = stage.look
        self.which = Which(self)
        self.which.touched.connect(self._on_act)
        self.taps = {code: self._make_tap(code) for code in view.acts}
        self.tick: Tap | None = None
        self.why, self.why_icon = Label(look, view.why, "strong"), Icon(look, "info", px=24, colour="soft")
        why = across(self.why_icon, (self.why, 1), gap=10)
        if view.may_tick:
            self.tick = tick(look, stage.words("desk.request.seen"), "ok", key_cap(stage, "1"))
            self.tick.set_on(is_seen)
            self.tick.tapped.connect(self._on_tick)
        first = across((self.tick, 5), (why, 6), gap=look.space["s"]) if self.tick else why
        row = ActRow(look, [tap for code, tap in self.taps.items() if code != "ticket"])
        side = look.space["m"]
        self.setLayout(column(first, row, gap=10, margins=(side, 12, side, 16)))
        self.show_possible()

    def press(self, code: str) -> None:
        """Do what a key asks for, as if it had been clicked. "seen" sets the tick or takes it away."""
        if code == "seen":
            if self.tick is not None:
                self.tick.click()
        elif code in self.taps and self.taps[code].isEnabled():
            self.is_keyed = True
            self.taps[code].click()
            self.is_keyed = False
        elif code == "approve" and self.tick is not None and not self.is_seen:
            self.tick.setFocus()  # the sentence beside it says what is missing

    def show_busy(self) -> None:
        """Let nothing be asked while a decision is under way."""
        for tap in self.taps.values():
            tap.set_off(True)
        self._say(self.stage.words("desk.why.busy"), "")

    def show_possible(self) -> None:
        """Show what can be done now, and in words why the rest can't."""
        view = self.view
        lacks_tick = view.needs_seen and not self.is_seen and "approve" not in view.off
        for code, tap in self.taps.items():
            unseen = (code == "approve" and lacks_tick) or (code == "secret" and not self.is_seen)
            tap.set_off(code in view.off or unseen)
        if "approve" in view.off:
            self._say(view.off["approve"], "warn")
        elif lacks_tick:
            self._say(self.stage.words("desk.why.tick"), "warn")
        else:
            self._say(view.why, "")

    def _make_tap(self, code: str) -> Act:
        icon, key, kind = ACTS[code]
        tap = act(self.stage, self.stage.words(f"desk.act.{code}"), icon, key, kind)
        self.which.add(tap, code)
        return tap

    def _say(self, words: str, tone: str) -> None:
        self.why.say(words)
        restyle(self.why, "tone", tone)
        self.why_icon.show_icon("info", tone or "soft")

    def _on_tick(self) -> None:
        self.is_seen = not self.is_seen
        if self.tick is not None:
            self.tick.set_on(self.is_seen)
        self.show_possible()
        self.ticked.emit()

    def _on_act(self, code: str) -> None:
        if self.once.passes(code if self.is_keyed else "click"):
            self.act_asked.emit(code)
