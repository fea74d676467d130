"""One request at one look: presence first, then what was checked, why it is closed, what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk_parts.act import Act
from ui.desk_parts.empty import empty
from ui.desk_parts.finding import FindingView
from ui.desk_parts.list_row import Sign
from ui.desk_parts.name_label import NameLabel
from ui.desk_parts.once import Once
from ui.desk_parts.request_cards import (
    EarlierView,
    SaidView,
    cause_card,
    checks_card,
    earlier_card,
    presence_card,
    steps_card,
    unchecked_card,
    warnings_card,
)
from ui.desk_parts.request_foot import ACTS, FootView, RequestFoot
from ui.desk_parts.scroll import Scroll
from ui.desk_parts.two_columns import TwoColumns
from ui.parts.arrange import Thing, across, column, held
from ui.parts.badge import Badge
from ui.parts.label import Label
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.stage import Stage

__all__ = ["ACTS", "RequestPanel", "RequestView"]

LEAST = 40  # pixels of the scrolling part, however long the rest is


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """acts: codes of ACTS that are offered; off: those that can't be done, with why as a sentence.

    sign: how near it is due, or how it ended. needs_seen: approving takes the tick. needs_reason: and a written reason.
    version: a change of it drops the tick. why: what stands above the actions when nothing is in the way.
    """

    reference: str
    version: int
    name: str = field(repr=False)
    line: str = field(repr=False)
    presence: SaidView
    cause: SaidView
    sign: Sign | None = None
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
    """Emits act_asked(code, seen): a code of ACTS, and whether the tick is set; focus_lost(): what had it is gone."""

    act_asked = Signal(str, bool)
    focus_lost = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__("screen")
        self.stage = stage
        self.view: RequestView | None = None
        self.foot: RequestFoot | None = None
        self.rows: Scroll | None = None
        self.once = Once()
        self.has_any, self.parked = False, ""
        self.body: QWidget = self._nothing()
        self.lay = column(self.body)
        self.setLayout(self.lay)

    @property
    def is_seen(self) -> bool:
        return self.foot is not None and self.foot.is_seen

    @property
    def taps(self) -> Mapping[str, Act]:
        return self.foot.taps if self.foot is not None else {}

    @property
    def tick(self) -> Tap | None:
        return self.foot.tick if self.foot is not None else None

    @property
    def why(self) -> Label:
        """Return the sentence beside the actions. Raises LookupError while no request is shown."""
        if self.foot is None:
            raise LookupError("no request is shown")
        return self.foot.why

    def show_view(self, view: RequestView | None) -> None:
        """Show a request, or none. The same one again changes nothing; a moved one drops the tick."""
        if view == self.view and view is not None:
            return
        before, self.view = self.view, view
        is_same = before is not None and view is not None and before.reference == view.reference
        is_unmoved = is_same and before is not None and view is not None and before.version == view.version
        place = self.rows.verticalScrollBar().value() if is_same and self.rows else 0
        focus = self._focus_name()
        self._replace(
            self._nothing() if view is None else self._build(view, is_seen=is_unmoved and self.is_seen)
        )
        if is_same and self.rows:
            self.rows.verticalScrollBar().setValue(place)
        self._focus_again(focus)

    def tell_any(self, *, has_any: bool) -> None:
        """Ask to choose a request only where there is one in the list."""
        if has_any != self.has_any:
            self.has_any = has_any
            if self.view is None:
                self._replace(self._nothing())

    def press(self, code: str) -> None:
        """Do what a key asks for. "seen" sets the tick or takes it away."""
        if self.foot is not None:
            self.foot.press(code)

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nothing be asked while a decision is under way."""
        if self.foot is None:
            return
        if is_busy and (name := self._focus_name()):
            self.parked = name  # Qt would give the focus of what is off to any other part
            self.setFocus()
        (self.foot.show_busy if is_busy else self.foot.show_possible)()
        if not is_busy and self.parked:
            self._focus_again(self._focus_name())

    def _nothing(self) -> QWidget:
        words = self.stage.words
        self.foot, self.rows = None, None
        if not self.has_any:
            return QWidget()
        return empty(self.stage.look, "touch", words("desk.request.empty"), words("desk.request.empty_says"))

    def _build(self, view: RequestView, *, is_seen: bool) -> QWidget:
        look = self.stage.look
        gap, side = look.space["s"], look.space["m"]
        foot = self.foot = self._make_foot(view, is_seen=is_seen)
        left: list[Thing] = [checks_card(self.stage, view.checks, view.document)]
        right: list[Thing] = [cause_card(self.stage, view.cause, view.message)]
        if view.steps:
            right.append(steps_card(self.stage, view.steps))
        if view.unchecked:
            right.append(unchecked_card(self.stage, view.unchecked))
        right.append(earlier_card(self.stage, view.earlier))
        top: list[Thing] = [presence_card(self.stage, view.presence)]
        if view.warnings:
            top.append(warnings_card(self.stage, view.warnings))
        inside = column(*top, TwoColumns(look, left, right, gap), None, gap=gap, margins=(side, 4, side, 8))
        self.rows = Scroll(held(inside), look.colour["ground"])
        self.rows.setMinimumHeight(LEAST)
        return held(column(self._head(view, foot), (self.rows, 1), foot))

    def _head(self, view: RequestView, foot: RequestFoot) -> QWidget:
        look = self.stage.look
        said = column(NameLabel(look, view.name, "h1"), Label(look, view.line, "note"), gap=2)
        things: list[Thing] = [(said, 1)]
        if view.sign is not None:
            things.append(Badge(look, view.sign.icon, view.sign.word, view.sign.tone))
        if "ticket" in foot.taps:
            tap = foot.taps["ticket"]
            tap.take_no_more_room()
            things.append(tap)
        side = look.space["m"]
        return held(across(*things, gap=look.space["s"], margins=(side, 12, side, 10)))

    def _make_foot(self, view: RequestView, *, is_seen: bool) -> RequestFoot:
        shown = FootView(
            acts=view.acts,
            off=dict(view.off),
            may_tick=view.may_tick,
            needs_seen=view.needs_seen,
            why=view.why,
        )
        foot = RequestFoot(self.stage, shown, self.once, is_seen=is_seen)
        foot.act_asked.connect(self._on_act)
        return foot

    def _on_act(self, code: str) -> None:
        self.act_asked.emit(code, self.is_seen)

    def _replace(self, body: QWidget) -> None:
        self.lay.replaceWidget(self.body, body)
        self.body.hide()
        self.body.deleteLater()
        self.body = body
        body.show()

    def _focus_name(self) -> str:
        """Return what has the keyboard here, or had it before everything went off."""
        focus = QApplication.focusWidget()
        if focus is self:
            return self.parked
        return focus.accessibleName() if focus is not None and self.isAncestorOf(focus) else ""

    def _focus_again(self, name: str) -> None:
        """Give the focus to what took the place of what had it."""
        self.parked = ""
        if not name:
            return
        for tap in (*self.taps.values(), self.tick):
            if tap is not None and tap.accessibleName() == name and tap.isEnabled():
                tap.setFocus()
                return
        self.focus_lost.emit()
