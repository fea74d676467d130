"""One terminal: whether it works, how each of its parts is, what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desk_parts.act import Act, act
from ui.desk_parts.act_row import ActRow
from ui.desk_parts.empty import empty
from ui.desk_parts.finding import Findings, FindingView
from ui.desk_parts.request_cards import SaidView, presence_card
from ui.desk_parts.scroll import Scroll
from ui.parts.arrange import Thing, column, held
from ui.parts.card import Card
from ui.parts.label import Label
from ui.parts.surface import Surface, rule
from ui.stage import Stage

# act: its icon, its key, how it looks
ACTS = {
    "pause": ("clock", "P", "secondary"),
    "resume": ("turn", "U", "secondary"),
    "revoke": ("cross", "R", "danger"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalView:
    """said: what it comes to. parts: as it said they are. about: its key and login. acts: of ACTS."""

    name: str
    says: str
    said: SaidView
    parts: tuple[FindingView, ...] = ()
    about: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()


class TerminalPanel(Surface):
    """Emits act_asked(code)."""

    act_asked = Signal(str)

    def __init__(self, stage: Stage) -> None:
        super().__init__("screen")
        self.stage = stage
        self.view: TerminalView | None = None
        self.has_any = True
        self.taps: dict[str, Act] = {}
        self.lay = column()
        self.setLayout(self.lay)
        self.body: QWidget | None = None
        self.show_view(None)

    def show_view(self, view: TerminalView | None, *, has_any: bool = True) -> None:
        """Show a terminal; None: none is chosen, or there is none. What is shown already stays as it is."""
        if self.body is not None and (view, has_any) == (self.view, self.has_any):
            return
        if self.body is not None:
            self.lay.removeWidget(self.body)
            self.body.hide()
            self.body.deleteLater()
        words = self.stage.words
        self.view, self.has_any, self.taps = view, has_any, {}
        if not has_any:
            self.body = QWidget()
        elif view is None:
            self.body = empty(
                self.stage.look, "desk", words("desk.terminals.choose"), words("desk.terminals.choose_says")
            )
        else:
            self.body = self._page(view)
        self.lay.addWidget(self.body)

    def press(self, code: str) -> None:
        """Do what a key asks for, where that is offered."""
        if code in self.taps:
            self.taps[code].click()

    def _page(self, view: TerminalView) -> QWidget:
        look, words, side = self.stage.look, self.stage.words, self.stage.look.size["margin"]
        title = column(Label(look, view.name, "h1"), Label(look, view.says, "soft"), gap=4)
        cards: list[Thing] = [title, presence_card(self.stage, view.said)]
        if view.parts:
            parts = Label(look, words("desk.terminals.parts"), "h2")
            cards.append(Card(look, parts, Findings(self.stage, view.parts), gap=10, pad=18))
        if view.about:
            cards.append(self._about(view.about))
        rows = Scroll(
            held(column(*cards, None, gap=look.space["s"], margins=(side, 20, side, side))),
            look.colour["ground"],
        )
        if not view.acts:
            return rows
        foot = column(
            ActRow(look, [self._act(code) for code in view.acts], is_first_broad=False),
            margins=(side, 12, side, 14),
        )
        return held(column((rows, 1), rule(), foot))

    def _about(self, lines: Sequence[str]) -> Card:
        look = self.stage.look
        title = Label(look, self.stage.words("desk.terminals.about"), "h2")
        return Card(look, title, *(Label(look, line, "note") for line in lines), tone="sunken", gap=8, pad=18)

    def _act(self, code: str) -> Act:
        icon, key, kind = ACTS[code]
        tap = self.taps[code] = act(self.stage, self.stage.words(f"desk.terminals.{code}"), icon, key, kind)
        tap.tapped.connect(lambda: self.act_asked.emit(code))
        return tap
