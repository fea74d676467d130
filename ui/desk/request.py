"""One request at one look: presence first, then what was checked, why it is closed, what to do about it."""

from dataclasses import dataclass, field

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.desk_parts.act import Act, act, key_cap
from ui.desk_parts.act_row import ActRow
from ui.desk_parts.empty import empty
from ui.desk_parts.finding import FindingView
from ui.desk_parts.list_row import Sign
from ui.desk_parts.name_label import NameLabel
from ui.desk_parts.request_cards import (
    EarlierView,
    SaidView,
    cause_card,
    checks_card,
    earlier_card,
    presence_card,
    steps_card,
    warnings_card,
)
from ui.desk_parts.scroll import Scroll
from ui.desk_parts.two_columns import TwoColumns
from ui.parts.arrange import Thing, across, column, held
from ui.parts.badge import Badge
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.parts.tick import tick
from ui.stage import Stage

LEAST = 40  # pixels of the scrolling part, however long the rest is
ACTS = {  # code: icon, key, kind
    "approve": ("check", "A", "primary"),
    "retry": ("turn", "T", "primary"),
    "undo": ("back", "U", "secondary"),
    "redirect": ("send", "S", "secondary"),
    "ticket": ("ticket", "P", "secondary"),
    "refuse": ("cross", "R", "danger"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """acts: codes of ACTS that are offered; off: those that can't be done, with why as a sentence.

    needs_seen: approving takes the tick. needs_reason: and a written reason. version: a change of it drops the tick.
    why: what stands above the actions when nothing is in the way.
    """

    reference: str
    version: int
    name: str = field(repr=False)
    line: str = field(repr=False)
    presence: SaidView
    cause: SaidView
    due: Sign | None = None
    warnings: tuple[SaidView, ...] = ()
    checks: tuple[FindingView, ...] = ()
    unchecked: tuple[FindingView, ...] = ()
    document: str = ""
    message: str = ""
    earlier: tuple[EarlierView, ...] = ()
    steps: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    off: tuple[tuple[str, str], ...] = ()
    may_tick: bool = False
    needs_seen: bool = False
    needs_reason: bool = False
    why: str = ""


class RequestPanel(Surface):
    """Emits act_asked(code, seen): a code of ACTS, and whether the tick is set."""

    act_asked = Signal(str, bool)

    def __init__(self, stage: Stage) -> None:
        super().__init__("screen")
        self.stage = stage
        self.view: RequestView | None = None
        self.is_seen = False
        self.taps: dict[str, Act] = {}
        self.tick: Tap | None = None
        self.scroll: Scroll | None = None
        self.mapper = QSignalMapper(self)
        self.mapper.mappedString.connect(self._on_act)
        words = stage.words
        self.body: QWidget = empty(stage.look, "touch", words("desk.request.empty"), words("desk.request.empty_says"))
        self.lay = column(self.body)
        self.setLayout(self.lay)

    def show_view(self, view: RequestView | None) -> None:
        """Show a request, or none. The same one again changes nothing; a moved one drops the tick."""
        if view == self.view and view is not None:
            return
        before, self.view = self.view, view
        is_same = before is not None and view is not None and before.reference == view.reference
        if before is None or view is None or not is_same or before.version != view.version:
            self.is_seen = False
        place = self.scroll.verticalScrollBar().value() if is_same and self.scroll else 0
        focus = self._focus_name()
        self._replace(self._nothing() if view is None else self._build(view))
        self._show_possible()
        if is_same and self.scroll:
            self.scroll.verticalScrollBar().setValue(place)
        self._focus_again(focus)

    def press(self, code: str) -> None:
        """Do what a key asks for, as if it had been clicked. "seen" sets the tick or takes it away."""
        if code == "seen":
            if self.tick is not None:
                self.tick.click()
        elif code in self.taps and self.taps[code].isEnabled():
            self.taps[code].click()
        elif code == "approve" and self.tick is not None and not self.is_seen:
            self.tick.setFocus()  # the sentence above the actions says what is missing

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nothing be asked while a decision is under way."""
        for tap in self.taps.values():
            tap.set_off(is_busy)
        if is_busy:
            self.why.say(self.stage.words("desk.why.busy"))
        else:
            self._show_possible()

    def _nothing(self) -> QWidget:
        words = self.stage.words
        self.taps, self.tick, self.scroll = {}, None, None
        return empty(self.stage.look, "touch", words("desk.request.empty"), words("desk.request.empty_says"))

    def _build(self, view: RequestView) -> QWidget:
        look = self.stage.look
        gap, side = look.space["s"], look.space["m"]
        self.taps = {code: self._tap(code) for code in view.acts}
        left: list[Thing] = [checks_card(self.stage, view.checks, view.unchecked, view.document)]
        right: list[Thing] = [cause_card(self.stage, view.cause, view.message)]
        if view.steps:
            right.append(steps_card(self.stage, view.steps))
        right.append(earlier_card(self.stage, view.earlier))
        top: list[Thing] = [presence_card(self.stage, view.presence)]
        if view.warnings:
            top.append(warnings_card(self.stage, view.warnings))
        inside = column(*top, TwoColumns(left, right, gap), None, gap=gap, margins=(side, 4, side, 8))
        self.scroll = Scroll(held(inside))
        self.scroll.setMinimumHeight(LEAST)
        return held(column(self._head(view), (self.scroll, 1), self._foot(view)))

    def _head(self, view: RequestView) -> QWidget:
        look = self.stage.look
        things: list[Thing] = [(Label(look, view.line, "note"), 1)]
        if view.due is not None:
            things.append(Badge(look, view.due.icon, view.due.word, view.due.tone))
        side = look.space["m"]
        if "ticket" in self.taps:
            tap = self.taps["ticket"]
            tap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            things.append(tap)
        row = across(*things, gap=look.space["s"])
        return held(column(NameLabel(look, view.name, "h1"), row, gap=0, margins=(side, 12, side, 10)))

    def _foot(self, view: RequestView) -> QWidget:
        look, words = self.stage.look, self.stage.words
        self.why = Label(look, view.why, "strong", tone="warn")
        self.why_icon = Icon(look, "info", px=24, colour="warn")
        self.tick = None
        if view.may_tick:
            self.tick = tick(look, words("desk.request.seen"), "ok", key_cap(self.stage, "1"))
            self.tick.tapped.connect(self._on_tick)
            self.tick.set_on(self.is_seen)
        why = across(self.why_icon, (self.why, 1), gap=10)
        acts = ActRow(look, [tap for code, tap in self.taps.items() if code != "ticket"])
        things = [across((self.tick, 5), (why, 6), gap=look.space["s"]) if self.tick else why, acts]
        side = look.space["m"]
        return Surface("foot", column(*things, gap=10, margins=(side, 12, side, 16)))

    def _tap(self, code: str) -> Act:
        icon, key, kind = ACTS[code]
        tap = act(self.stage, self.stage.words(f"desk.act.{code}"), icon, key, kind)
        self.mapper.setMapping(tap, code)
        tap.tapped.connect(self.mapper.map)
        return tap

    def _show_possible(self) -> None:
        """Show what can be done now, and in words why the rest can't."""
        view = self.view
        if view is None:
            return
        off = dict(view.off)
        lacks_tick = view.needs_seen and not self.is_seen and "approve" not in off
        for code, tap in self.taps.items():
            tap.set_off(code in off or (code == "approve" and lacks_tick))
        words = self.stage.words
        if "approve" in off:
            said, tone = off["approve"], "warn"
        elif lacks_tick:
            said, tone = words("desk.why.tick"), "warn"
        else:
            said, tone = view.why, ""
        self.why.say(said)
        self.why.setProperty("tone", tone)
        self.why.style().unpolish(self.why)
        self.why.style().polish(self.why)
        self.why_icon.show_icon("info", tone or "soft")

    def _on_tick(self) -> None:
        self.is_seen = not self.is_seen
        if self.tick is not None:
            self.tick.set_on(self.is_seen)
        self._show_possible()

    def _on_act(self, code: str) -> None:
        self.act_asked.emit(code, self.is_seen)

    def _replace(self, body: QWidget) -> None:
        self.lay.replaceWidget(self.body, body)
        self.body.hide()
        self.body.deleteLater()
        self.body = body

    def _focus_name(self) -> str:
        focus = QApplication.focusWidget()
        return focus.accessibleName() if focus is not None and self.isAncestorOf(focus) else ""

    def _focus_again(self, name: str) -> None:
        """Give the focus to what took the place of what had it."""
        taps = [*self.taps.values(), *([self.tick] if self.tick else [])]
        for tap in taps:
            if name and tap.accessibleName() == name and tap.isEnabled():
                tap.setFocus()
