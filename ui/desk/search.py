"""Find a request: by reference, scanned ticket, student number or name."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.desk_parts.act import act
from ui.desk_parts.empty import empty
from ui.desk_parts.field import line_field
from ui.desk_parts.list_row import ListRow
from ui.desk_parts.row_list import RowList
from ui.parts.arrange import across, column
from ui.parts.label import Label
from ui.parts.surface import Surface, rule
from ui.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """text: what was searched for; title: how many were found. rows empty with a text: nothing was."""

    text: str = ""
    title: str = ""
    rows: tuple[ListRow, ...] = ()
    is_busy: bool = False


class SearchPanel(Surface):
    """Emits search_asked(text), opened(reference), left()."""

    search_asked = Signal(str)
    opened = Signal(str)
    left = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__("list")
        self.stage, self.found = stage, ""
        look, words = stage.look, stage.words
        self.field = line_field(look, words("desk.search.field"))
        self.field.setPlaceholderText(words("desk.search.title"))
        self.field.returnPressed.connect(self._on_return)
        self.title = Label(look, "", "h2")
        self.title.hide()  # the empty list asks already
        self.list = RowList(look, words("desk.search.title"))
        self.list.opened.connect(self.opened)
        self.body = QWidget()
        self.pages = QStackedLayout(self.body)
        self.nothing = empty(
            look, "search", words("desk.search.start"), words("desk.search.hint"), ground="surface"
        )
        self.none = empty(
            look, "dash", words("desk.search.none_says"), words("desk.search.hint"), ground="surface"
        )
        for page in (self.nothing, self.none, self.list):
            self.pages.addWidget(page)
        back = act(stage, words("desk.search.back"), "back", words("desk.help.escape"))
        back.tapped.connect(self.left)
        hint = Label(look, words("desk.search.field"), "note")
        side = look.space["m"]
        head = column(self.field, hint, 4, self.title, gap=6, margins=(side, 16, side, 12))
        foot = across((back, 1), margins=(side, 10, side, 12))
        self.setLayout(column(head, rule(), (self.body, 1), rule(), foot))

    def show_view(self, view: SearchView) -> None:
        self.title.say(view.title)
        self.title.setVisible(bool(view.title))
        self.list.show_rows(view.rows)
        self.found = view.text if view.rows else ""
        has_searched = bool(view.text) and not view.is_busy
        page = self.list if view.rows else self.none if has_searched else self.nothing
        self.pages.setCurrentWidget(page)
        if view.rows and not self.list.chosen:
            self.list.step(1)

    def show_opened(self, reference: str) -> None:
        self.list.show_opened(reference)

    def take_focus(self) -> None:
        """Be ready for the next search: what is typed takes the place of what stands there."""
        self.field.setFocus()
        self.field.selectAll()

    def step(self, steps: int) -> None:
        """Choose another row; Enter is for it then, wherever the keyboard was."""
        self.list.step(steps)
        self.list.setFocus()

    def open_chosen(self) -> None:
        self.list.open_chosen()

    def forget(self) -> None:
        """Drop what was searched for: it may be a name."""
        self.field.clear()
        self.show_view(SearchView())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the field, arrows go on into what was found; Escape leaves."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Down if self.field.hasFocus() and self.list.rows.rows:
                self.list.setFocus()
            case _:
                event.ignore()

    def _on_return(self) -> None:
        """Search; where that was just found, open what is chosen."""
        text = self.field.text().strip()
        if text and text == self.found:
            self.open_chosen()
        elif text:
            self.search_asked.emit(text)
