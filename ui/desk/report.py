"""What was examined, part by part: what is out of order stands first, each with what to do."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desk_parts.act import Act, act
from ui.desk_parts.empty import empty
from ui.desk_parts.finding import Findings, FindingView
from ui.desk_parts.request_cards import SaidView, presence_card
from ui.desk_parts.scroll import Scroll
from ui.parts.arrange import Thing, across, column, held
from ui.parts.card import Card
from ui.parts.label import Label
from ui.parts.surface import Surface
from ui.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Rows under a title; says: a soft line under it."""

    title: str
    rows: tuple[FindingView, ...]
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """said: what it comes to; None while it is examined. notes: exact words for whoever mends it."""

    title: str
    says: str
    said: SaidView | None = None
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()


class ReportPanel(Surface):
    """Emits again_asked()."""

    again_asked = Signal()

    def __init__(self, stage: Stage, view: ReportView) -> None:
        super().__init__("screen")
        self.stage, self.view = stage, view
        self.again: Act = act(stage, stage.words("desk.report.again"), "turn", "T")
        self.again.take_no_more_room()
        self.again.tapped.connect(self.again_asked)
        look, side = stage.look, stage.look.size["margin"]
        title = column(Label(look, view.title, "h1"), Label(look, view.says, "soft"), gap=4)
        self.body: QWidget = QWidget()
        self.lay = column(
            across((title, 1), self.again, gap=side, margins=(side, 20, side, 16)), (self.body, 1)
        )
        self.setLayout(self.lay)
        self.show_view(view)

    def show_view(self, view: ReportView) -> None:
        """Show what was found, or that it is being looked for."""
        self.view = view
        self.again.set_off(view.said is None)
        body = self._found(view.said, view) if view.said is not None else self._busy()
        self.lay.replaceWidget(self.body, body)
        self.body.hide()
        self.body.deleteLater()
        self.body = body
        body.show()

    def _busy(self) -> QWidget:
        words = self.stage.words
        return empty(self.stage.look, "clock", words("desk.report.busy"), words("desk.report.busy_says"))

    def _found(self, said: SaidView, view: ReportView) -> QWidget:
        look, side = self.stage.look, self.stage.look.size["margin"]
        cards: list[Thing] = [presence_card(self.stage, said)]
        cards += [self._section(section) for section in view.sections]
        if view.notes:
            title = Label(look, self.stage.words("desk.report.notes"), "h2")
            lines: list[Thing] = [Label(look, note, "note") for note in view.notes]
            cards.append(Card(look, title, *lines, tone="sunken", gap=8, pad=18))
        inside = held(column(*cards, None, gap=look.space["s"], margins=(side, 4, side, side)))
        return Scroll(inside, look.colour["ground"])

    def _section(self, section: Section) -> Card:
        look = self.stage.look
        things: list[Thing] = [Label(look, section.title, "h2")]
        if section.says:
            things.append(Label(look, section.says, "note"))
        return Card(look, *things, Findings(self.stage, section.rows), gap=10, pad=18)
