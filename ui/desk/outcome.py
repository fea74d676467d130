"""What a verification at the counter came to: filed, or turned away with the reasons that staff may read."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from ui.desk_parts.act import Act, act
from ui.desk_parts.act_row import ActRow
from ui.desk_parts.finding import Findings, FindingView
from ui.desk_parts.request_cards import SaidView, presence_card
from ui.desk_parts.scroll import Scroll
from ui.parts.arrange import Thing, column, held
from ui.parts.card import Card
from ui.parts.label import Label
from ui.parts.surface import Surface
from ui.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeView:
    """reference "": nothing was filed. has_ticket: its ticket can be shown now."""

    said: SaidView
    checks: tuple[FindingView, ...] = field(default=())
    reference: str = ""
    has_ticket: bool = False


class OutcomePanel(Surface):
    """Emits open_asked(reference), ticket_asked(reference), next_asked()."""

    open_asked = Signal(str)
    ticket_asked = Signal(str)
    next_asked = Signal()

    def __init__(self, stage: Stage, view: OutcomeView) -> None:
        super().__init__("screen")
        self.view = view
        look, words = stage.look, stage.words
        self.next = act(stage, words("desk.outcome.next"), "person", "V", "primary")
        self.next.tapped.connect(self.next_asked)
        taps: list[Act] = [self.next]
        if view.has_ticket:
            self.ticket = act(stage, words("desk.outcome.ticket"), "ticket", "P")
            self.ticket.tapped.connect(self._on_ticket)
            taps.append(self.ticket)
        if view.reference:
            self.open = act(stage, words("desk.outcome.open"), "chevron", words("desk.help.enter"))
            self.open.tapped.connect(self._on_open)
            taps.append(self.open)
        things: list[Thing] = [presence_card(stage, view.said)]
        if view.checks:
            title = Label(look, words("desk.request.checks"), "h2")
            things.append(Card(look, title, Findings(stage, view.checks), gap=12))
        side = look.size["margin"]
        inside = column(*things, None, gap=look.space["s"], margins=(side, side, side, 8))
        foot = column(ActRow(look, taps), margins=(side, 12, side, side))
        self.setLayout(column((Scroll(held(inside), look.colour["ground"]), 1), foot))

    def _on_ticket(self) -> None:
        self.ticket_asked.emit(self.view.reference)

    def _on_open(self) -> None:
        self.open_asked.emit(self.view.reference)
