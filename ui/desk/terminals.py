"""The terminals that share the store: which need a look, which work; and the way for a new one."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.desk_parts.act import act
from ui.desk_parts.act_row import ActRow
from ui.desk_parts.empty import empty
from ui.desk_parts.list_row import ListRow
from ui.desk_parts.row_list import RowList
from ui.parts.arrange import column, held
from ui.parts.label import Label
from ui.parts.surface import Surface, rule
from ui.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class TerminalsView:
    """is_alone: the store is a file here, so there is nothing to enrol. is_loading: nothing is known yet."""

    title: str
    rows: tuple[ListRow, ...] = ()
    is_alone: bool = False
    is_loading: bool = False


class TerminalsPanel(Surface):
    """Emits opened(name), new_asked(), admit_asked()."""

    opened = Signal(str)
    new_asked = Signal()
    admit_asked = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__("list")
        look, words = stage.look, stage.words
        self.title = Label(look, words("desk.terminals.title"), "h1")
        self.list = RowList(look, words("desk.terminals.title"))
        self.list.opened.connect(self.opened)
        self.new = act(stage, words("desk.terminals.new"), "form", "N")
        self.admit = act(stage, words("desk.terminals.admit"), "check", "A")
        self.new.tapped.connect(self.new_asked)
        self.admit.tapped.connect(self.admit_asked)
        body = QWidget()
        self.pages = QStackedLayout(body)
        self.loading = empty(look, "clock", words("desk.terminals.loading"), ground="surface")
        self.alone = empty(
            look, "desk", words("desk.terminals.alone"), words("desk.terminals.alone_says"), ground="surface"
        )
        self.none = empty(
            look, "desk", words("desk.terminals.none"), words("desk.terminals.none_says"), ground="surface"
        )
        for page in (self.loading, self.alone, self.none, self.list):
            self.pages.addWidget(page)
        side = look.space["m"]
        self.says = Label(look, words("desk.terminals.says"), "note")
        self.says.hide()
        head = column(self.title, self.says, margins=(side, 16, 16, 12))
        acts = ActRow(look, (self.new, self.admit), is_first_broad=False)
        self.foot = held(column(rule(), held(column(acts, margins=(side, 10, 16, 12)))))
        self.setLayout(column(head, rule(), (body, 1), self.foot))

    def show_view(self, view: TerminalsView) -> None:
        """Show the terminals as they are now; the cursor stays where it was."""
        self.title.say(view.title)
        self.list.show_rows(view.rows)
        self.says.setVisible(bool(view.rows))
        self.foot.setVisible(not view.is_alone)
        for each in (self.new, self.admit):
            each.set_off(view.is_alone or view.is_loading)
        if view.is_loading:
            page = self.loading
        else:
            page = self.list if view.rows else self.alone if view.is_alone else self.none
        self.pages.setCurrentWidget(page)

    def show_opened(self, name: str) -> None:
        """Mark the terminal that is on the screen."""
        self.list.show_opened(name)

    def take_focus(self) -> None:
        is_listed = self.pages.currentWidget() is self.list
        (self.list if is_listed else self.new).setFocus()

    def step(self, steps: int) -> None:
        """Choose another row; Enter is for it then, wherever the keyboard was."""
        self.list.step(steps)
        self.list.setFocus()

    def open_chosen(self) -> None:
        self.list.open_chosen()
