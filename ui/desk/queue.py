"""The queue: who waits, the most urgent first; what must be taken up again stands on top."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.desk_parts.act import key_cap
from ui.desk_parts.elided import Elided
from ui.desk_parts.empty import empty
from ui.desk_parts.list_row import ListRow
from ui.desk_parts.row_list import RowList
from ui.parts.arrange import across, column, held
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.surface import Surface, rule
from ui.parts.tap import Tap
from ui.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """rows: with their headings. more: a sentence when not all are shown. is_loading: nothing is known yet."""

    title: str
    rows: tuple[ListRow, ...] = ()
    more: str = ""
    is_loading: bool = False


class QueuePanel(Surface):
    """Emits opened(reference) and search_asked()."""

    opened = Signal(str)
    search_asked = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__("list")
        look, words = stage.look, stage.words
        self.stage = stage
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.title = Label(look, words("desk.queue.name"), "h1")
        self.order, self.more = Label(look, words("desk.queue.order"), "note"), Label(look, "", "note")
        self.more.hide()
        self.list = RowList(look, words("desk.queue.name"))
        self.list.opened.connect(self.opened)
        self.nothing = empty(
            look, "check", words("desk.queue.empty"), words("desk.queue.empty_says"), ground="surface"
        )
        self.loading = empty(
            look, "clock", words("desk.queue.loading"), words("desk.queue.loading_says"), ground="surface"
        )
        body = QWidget()
        self.pages = QStackedLayout(body)
        for page in (self.loading, self.nothing, self.list):
            self.pages.addWidget(page)
        side = look.space["m"]
        head = column(
            across((self.title, 1), self._search(), gap=look.space["s"]),
            self.order,
            self.more,
            margins=(side, 16, 16, 12),
        )
        self.keys = self._keys()
        self.setLayout(column(head, rule(), (body, 1), self.keys))
        self._show_how(has_rows=False)

    def show_view(self, view: QueueView) -> None:
        """Show the queue as it is now; the cursor and the place in the list stay."""
        self.title.say(view.title)
        self.more.say(view.more)
        self.more.setVisible(bool(view.more))
        self.list.show_rows(view.rows)
        self._show_how(has_rows=bool(view.rows))
        page = self.loading if view.is_loading else self.list if view.rows else self.nothing
        if page is not self.list and self.list.hasFocus():
            self.setFocus()  # where it comes back from with the next request
        self.pages.setCurrentWidget(page)
        if page is self.list and self.window().focusWidget() is self:
            self.list.setFocus()

    def show_opened(self, reference: str) -> None:
        """Mark the request that is on the screen."""
        self.list.show_opened(reference)

    def take_focus(self) -> None:
        """Have the keyboard; the list gets it as soon as there is one."""
        (self.list if self.pages.currentWidget() is self.list else self).setFocus()

    def step(self, steps: int) -> None:
        """Choose another row; Enter is for it then, wherever the keyboard was."""
        self.list.step(steps)
        self.list.setFocus()

    def open_chosen(self) -> None:
        self.list.open_chosen()

    def _show_how(self, *, has_rows: bool) -> None:
        """Say how the rows are ordered and opened, where there are any."""
        self.order.setVisible(has_rows)
        self.keys.setVisible(has_rows)

    def _search(self) -> Tap:
        look, words = self.stage.look, self.stage.words
        name = f"{words('desk.search.title')}, {words('desk.key', cap='/')}"
        things: Sequence[QWidget] = (Icon(look, "search"), key_cap(self.stage, "/"))
        tap = Tap(look, *things, kind="plain", name=name, gap=8, margins=(12, 4, 12, 4), is_centred=True)
        tap.take_no_more_room()
        tap.setToolTip(words("desk.search.title"))
        tap.tapped.connect(self.search_asked)
        return tap

    def _keys(self) -> QWidget:
        look, words = self.stage.look, self.stage.words
        pairs = (("J  K", "desk.queue.choose"), (words("desk.help.enter"), "desk.queue.open"))
        parts = [across(key_cap(self.stage, key), Elided(words(says), "note"), gap=8) for key, says in pairs]
        row = across(*parts, None, gap=20, margins=(look.space["m"], 10, 16, 12))
        return held(column(rule(), row))
