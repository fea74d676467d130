"""Every key of the desk, and how it looks: colours and language."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desk_parts.act import act, key_cap
from ui.desk_parts.dialog import Dialog
from ui.desk_parts.two_columns import TwoColumns
from ui.parts.arrange import Thing, column, held
from ui.parts.label import Label
from ui.parts.segment import Option, Segment
from ui.stage import Stage
from ui.tokens import Theme

GROUPS = {  # group: what (a key of desk.help), and the keys
    "move": (("next", "J"), ("before", "K"), ("open", "enter"), ("search", "/"), ("close", "escape")),
    "decide": (
        ("seen", "1"),
        ("approve", "A"),
        ("redirect", "S"),
        ("refuse", "R"),
        ("undo", "U"),
        ("retry", "T"),
        ("secret", "M"),
        ("ticket", "P"),
    ),
    "desk": (
        ("queue", "Q"),
        ("verify", "V"),
        ("figures", "F"),
        ("health", "H"),
        ("journal", "I"),
        ("go", "G"),
        ("terminals", "D"),
        ("lock", "L"),
        ("help", "?"),
    ),
    "fleet": (
        ("next_terminal", "J"),
        ("terminal_before", "K"),
        ("open_terminal", "enter"),
        ("new", "N"),
        ("admit", "A"),
        ("pause", "P"),
        ("resume", "U"),
        ("revoke", "R"),
    ),
}

PAGES = ("queue", "verify", "figures", "health", "journal", "terminals")


@dataclass(frozen=True, slots=True)
class HelpView:
    """theme: the present one. languages: offered codes. pages: those that this role may open."""

    theme: str = Theme.LIGHT
    languages: tuple[str, ...] = ("fr", "en")
    pages: tuple[str, ...] = ("queue", "verify", "figures")


class HelpDialog(Dialog):
    """Emits theme_chosen(code), language_chosen(code), closed()."""

    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, stage: Stage, view: HelpView) -> None:
        words = stage.words
        self.stage = stage
        self.absent = {page for page in PAGES if page not in view.pages}
        close = act(stage, words("desk.close"), "", words("desk.help.escape"))
        left: list[Thing] = [self._group("move")] if "queue" in view.pages else []
        right: list[Thing] = [self._group("decide")] if "queue" in view.pages else []
        if "terminals" in view.pages:
            right.append(self._group("fleet"))
        left.append(self._group("desk"))
        themes = [Option(theme, words(f"desk.help.{theme}"), words(f"desk.help.{theme}")) for theme in Theme]
        self.colours = Segment(stage.look, themes, view.theme)
        tongues = [Option(code, code.upper(), words(f"language.{code}")) for code in view.languages]
        self.tongues = Segment(stage.look, tongues, words.language)
        super().__init__(
            stage,
            words("desk.help.title"),
            words("desk.help.says"),
            body=[TwoColumns(stage.look, left, right, stage.look.space["m"], (1, 1), broad=32)],
            foot=[close],
            beside=[self.colours, self.tongues],
            width=52,
        )
        close.tapped.connect(self.closed)
        self.colours.chosen.connect(self.theme_chosen)
        self.tongues.chosen.connect(self.language_chosen)

    def press(self, key: str) -> None:
        if key == "?":
            self.closed.emit()

    def _group(self, group: str) -> QWidget:
        look, words = self.stage.look, self.stage.words
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.space["s"])
        grid.setVerticalSpacing(look.space["xs"])
        grid.setColumnStretch(1, 1)
        told = [(what, key) for what, key in GROUPS[group] if what not in self.absent]
        for row, (what, key) in enumerate(told):
            shown = words(f"desk.help.{key}") if len(key) > 1 else key
            grid.addWidget(key_cap(self.stage, shown), row, 0)
            grid.addWidget(Label(look, words(f"desk.help.{what}"), "body"), row, 1)
        return held(column(Label(look, words(f"desk.help.{group}"), "h2"), grid, gap=10))
