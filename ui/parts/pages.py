"""Blocks one under the other; what doesn't fit goes to a next page. Never a scroll bar, never a cut word."""

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.arrange import across
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.surface import rule
from ui.parts.tap import Tap
from ui.stage import Stage

Row = tuple[list[QWidget], int]  # blocks side by side, and how high they need to be


class Pages(QWidget):
    """growth: how much taller a block may get where there is room. rest: where room that is left goes.

    rest: "below" the blocks (reading), "above" them (what is touched stands low), or "around" them.
    is_card: the blocks of a page lie on a card, with a rule between rows.
    """

    def __init__(
        self,
        stage: Stage,
        blocks: Sequence[QWidget],
        *,
        columns: int = 1,
        gap: int | None = None,
        growth: float = 1.0,
        rest: str = "below",
        is_card: bool = False,
    ) -> None:
        super().__init__()
        self.blocks, self.columns, self.growth, self.rest = list(blocks), columns, growth, rest
        look = stage.look
        least = look.space["s"] if is_card and stage.is_wide else look.space["m"]
        self.gap = least if gap is None else gap
        self.pad_x, self.pad_y = (look.size["pad"], look.space["m"]) if is_card else (0, 0)
        self.card = Card(look) if is_card else None
        if self.card:
            self.card.setParent(self)
        self.rules = [rule() for _ in self.blocks[1:]] if is_card else []
        self.now, self.count = 0, 1
        self.is_arranging = False
        for part in (*self.blocks, *self.rules):
            part.setParent(self)
        self.pager = _Pager(stage)
        self.pager.setParent(self)
        self.pager.before.tapped.connect(self._turn_back)
        self.pager.next.tapped.connect(self._turn_on)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _turn_on(self) -> None:
        self._turn(self.now + 1)

    def _turn_back(self) -> None:
        self._turn(self.now - 1)

    def _turn(self, page: int) -> None:
        self.now = page % self.count
        self._arrange()

    def _arrange(self) -> None:
        if self.is_arranging or not self.blocks:
            return
        self.is_arranging = True
        pages = self._split(self._rows())
        self.count = len(pages)
        self.now = min(self.now, self.count - 1)
        rows = pages[self.now]
        for block in self.blocks:
            block.setVisible(any(block in row for row, _ in rows))
        self._place_pager()
        self._place(rows)
        self.is_arranging = False

    def _rows(self) -> list[Row]:
        """Return the blocks row by row, with the height that the present width needs."""
        blocks = iter(self.blocks)
        rows = []
        while row := list(islice(blocks, self.columns)):
            rows.append((row, max(needed_height(block, self._column_width()) for block in row)))
        return rows

    def _split(self, rows: list[Row]) -> list[list[Row]]:
        """Return the rows page by page."""
        if self._height_of(rows) <= self.height():
            return [rows]
        room = self.height() - self._pager_height()
        pages: list[list[Row]] = [[]]
        for row in rows:
            if pages[-1] and self._height_of([*pages[-1], row]) > room:
                pages.append([])
            pages[-1].append(row)
        return pages

    def _height_of(self, rows: Sequence[Row]) -> int:
        return sum(height for _, height in rows) + self.gap * max(len(rows) - 1, 0) + 2 * self.pad_y

    def _column_width(self) -> int:
        return (self.width() - 2 * self.pad_x - self.gap * (self.columns - 1)) // self.columns

    def _pager_height(self) -> int:
        return self.pager.minimumHeight() + self.gap

    def _place_pager(self) -> None:
        self.pager.setVisible(self.count > 1)
        height = self.pager.minimumHeight()
        self.pager.setGeometry(0, self.height() - height, self.width(), height)
        self.pager.show_page(self.now, self.count)

    def _place(self, rows: list[Row]) -> None:
        """Give every block of the page its place: grown first, then the gaps, then the rest where it belongs."""
        spare = max(
            self.height() - (self._pager_height() if self.count > 1 else 0) - self._height_of(rows), 0
        )
        taller = min(spare // len(rows), round(max(height for _, height in rows) * (self.growth - 1)))
        spare -= taller * len(rows)
        wider = min(spare // len(rows), self.gap) if self.rest != "above" else 0
        spare -= wider * (len(rows) - 1)
        y = {"below": 0, "above": spare, "around": spare // 2}[self.rest]
        top = y
        y += self.pad_y
        for index, (row, height) in enumerate(rows):
            if index and self.rules:
                self.rules[index - 1].setGeometry(
                    self.pad_x, y - (self.gap + wider) // 2 - 1, self.width() - 2 * self.pad_x, 2
                )
            self._place_row(row, y, height + taller)
            y += height + taller + self.gap + wider
        for index, line in enumerate(self.rules):
            line.setVisible(index < len(rows) - 1)
        if self.card:
            self.card.setGeometry(0, top, self.width(), y - self.gap - wider + self.pad_y - top)

    def _place_row(self, row: Sequence[QWidget], y: int, height: int) -> None:
        for index, block in enumerate(row):
            left = self.pad_x + index * (self._column_width() + self.gap)
            block.setGeometry(left, y, self._column_width(), height)


class _Pager(QWidget):
    """Turn the page: back, where one is, on."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        look, words = stage.look, stage.words
        self.words = words
        self.before = Tap(
            look, Icon(look, "back"), kind="secondary", name=words("pages.before"), is_centred=True
        )
        self.before.setFixedWidth(look.size["secondary"])
        self.count = Label(look, "", "label", wrap=False, align="center")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.next = Tap(
            look,
            Label(look, words("pages.next"), "button", wrap=False),
            Icon(look, "chevron"),
            kind="secondary",
            name=words("pages.next"),
            is_centred=True,
        )
        self.setLayout(across(self.before, self.count, (self.next, 1), gap=look.space["m"]))
        self.setMinimumHeight(max(look.size["touch"], round(look.text["lead"] * 1.5)))

    def show_page(self, now: int, count: int) -> None:
        said = self.words("pages.count", now=now + 1, all=count)
        if self.count.words != said:
            self.count.say(said)


def needed_height(block: QWidget, width: int) -> int:
    """Return how high a widget must be at this width for nothing to be cut."""
    for part in (block, *block.findChildren(QWidget)):
        part.ensurePolished()
    layout = block.layout()
    if layout is not None:
        layout.activate()
    wanted = block.heightForWidth(width) if block.hasHeightForWidth() else block.sizeHint().height()
    return max(wanted, block.minimumHeight())
