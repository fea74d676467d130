"""How the desk is doing: four numbers, day by day, what for. No person is in it."""

from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desk_parts.bars import DayBars, DayView, ShareBar
from ui.desk_parts.empty import empty
from ui.desk_parts.scroll import Scroll
from ui.desk_parts.two_columns import TwoColumns
from ui.fonts import font
from ui.parts.arrange import Thing, across, column, held
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.surface import Surface
from ui.stage import Stage

ROLES = ("figure", "reference", "display")  # of the figures, the largest first
LINE = 1.3  # of a font's pixels: its line


@dataclass(frozen=True, slots=True)
class FigureView:
    title: str
    value: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresView:
    """causes: a word and a number, the most frequent first."""

    says: str
    figures: tuple[FigureView, ...]
    days: tuple[DayView, ...]
    causes: tuple[tuple[str, int], ...]


class FiguresPanel(Surface):
    """Shows figures; None while they are counted."""

    def __init__(self, stage: Stage) -> None:
        super().__init__("screen")
        self.stage = stage
        self.lay = column()
        self.setLayout(self.lay)
        self.body: QWidget | None = None
        self.view: FiguresView | None = None
        self.role = ROLES[0]
        self.gap, self.pad = stage.look.space["s"] + 4, stage.look.size["pad"] - 4
        self.show_view(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.view is not None and self._largest(self.view) != self.role:
            self.show_view(self.view)

    def show_view(self, view: FiguresView | None) -> None:
        self.view = view
        if self.body is not None:
            self.lay.removeWidget(self.body)
            self.body.hide()
            self.body.deleteLater()
        words = self.stage.words
        if view is None:
            self.body = empty(
                self.stage.look, "clock", words("desk.figures.loading"), words("desk.figures.loading_says")
            )
        else:
            self.body = Scroll(self._page(view), self.stage.look.colour["ground"])
        self.lay.addWidget(self.body)

    def _page(self, view: FiguresView) -> QWidget:
        look, words = self.stage.look, self.stage.words
        gap, side = self.gap, look.size["margin"]
        says = Label(look, view.says, "soft", align="right")
        head = across(Label(look, words("desk.figures.title"), "h1"), (says, 1), gap=side)
        below = TwoColumns(look, [self._days(view)], [self._causes(view)], gap, (17, 10), is_filling=True)
        return held(column(head, 4, self._figures(view), (below, 1), gap=gap, margins=(side, 20, side, 24)))

    def _figures(self, view: FiguresView) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.gap)
        self.role = self._largest(view)
        for at, figure in enumerate(view.figures):
            grid.addWidget(self._figure(figure), 0, at)
            grid.setColumnStretch(at, 1)
        return held(grid)

    def _largest(self, view: FiguresView) -> str:
        """Return the largest role in which every figure has room: all of them stand as large."""
        look = self.stage.look
        card = (self.width() - 2 * look.size["margin"] + self.gap) / max(len(view.figures), 1) - self.gap
        room = card - 2 * self.pad
        return next((role for role in ROLES[:-1] if _widest(view, look.text[role]) <= room), ROLES[-1])

    def _figure(self, view: FigureView) -> Card:
        look = self.stage.look
        value = Label(look, view.value, self.role, tone="primary", wrap=False)
        value.setMinimumHeight(round(look.text["figure"] * LINE))
        card = Card(
            look,
            Label(look, view.title, "h2"),
            value,
            Label(look, view.says, "soft"),
            None,
            gap=0,
            pad=self.pad,
        )
        card.setAccessibleName(f"{view.title}: {view.value}, {view.says}")
        return card

    def _days(self, view: FiguresView) -> Card:
        look, words = self.stage.look, self.stage.words
        legend: list[Thing] = [(Label(look, words("desk.figures.by_day"), "h2"), 1)]
        for colour, key in (("brick", "filed_legend"), ("primary", "ended_legend")):
            square = Icon(look, "dash", px=22, colour=colour, tile=colour)
            legend += [square, Label(look, words(f"desk.figures.{key}"), "body", wrap=False)]
        bars = DayBars(look, view.days, words("desk.figures.by_day"))
        bars.setMinimumHeight(300)
        return Card(look, across(*legend, gap=10), (bars, 1), gap=12)

    def _causes(self, view: FiguresView) -> Card:
        look, words = self.stage.look, self.stage.words
        things: list[Thing] = [Label(look, words("desk.figures.by_cause"), "h2")]
        most = max((count for _, count in view.causes), default=1)
        for word, count in view.causes:
            number = Label(look, str(count), "strong", wrap=False)
            row = column(
                across((Label(look, word, "body"), 1), number, gap=10), ShareBar(look, count / most), gap=4
            )
            things.append(held(row))
        if not view.causes:
            things.append(Label(look, words("desk.figures.no_cause"), "soft"))
        return Card(look, *things, None, gap=14)


def _widest(view: FiguresView, px: int) -> int:
    letters = QFontMetrics(font(px, 700))
    return max((letters.horizontalAdvance(figure.value) for figure in view.figures), default=0)
