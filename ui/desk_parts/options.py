"""One of a few to choose, each with its digit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desk_parts.act import key_cap
from ui.parts.arrange import Thing, column
from ui.parts.label import Label
from ui.parts.tap import Tap
from ui.parts.tick import TickBox
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class Choice:
    """code: what is emitted. says: a second, soft line."""

    code: str
    words: str
    says: str = ""


class _Option(Tap):
    """Space, click or digit choose; Enter belongs to what the choice is for."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Options(QWidget):
    """Emits chosen(code). The digit of a choice chooses it, through `press`."""

    chosen = Signal(str)

    def __init__(
        self, stage: Stage, choices: Sequence[Choice], *, columns: int = 1, keys: bool = True
    ) -> None:
        super().__init__()
        self.choices, self.now = list(choices), ""
        self.mapper = QSignalMapper(self)
        self.mapper.mappedString.connect(self.choose)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(stage.look.space["xs"])
        self.taps = [
            self._tap(stage, choice, str(at + 1) if keys else "") for at, choice in enumerate(choices)
        ]
        for at, tap in enumerate(self.taps):
            grid.addWidget(tap, at // columns, at % columns)
        self.setLayout(grid)

    def choose(self, code: str) -> None:
        """Show one as chosen and say so; the same again changes nothing."""
        if code == self.now or all(choice.code != code for choice in self.choices):
            return
        self.now = code
        for choice, tap in zip(self.choices, self.taps, strict=True):
            tap.set_on(choice.code == code)
        self.chosen.emit(code)

    def clear(self) -> None:
        self.now = ""
        for tap in self.taps:
            tap.set_on(False)

    def press(self, digit: str) -> bool:
        """Choose by digit; return whether there is such a choice."""
        if digit.isdecimal() and 0 < int(digit) <= len(self.taps):
            self.taps[int(digit) - 1].setFocus()
            self.choose(self.choices[int(digit) - 1].code)
            return True
        return False

    def _tap(self, stage: Stage, choice: Choice, digit: str) -> Tap:
        look = stage.look
        lines = [Label(look, choice.words, "strong" if choice.says else "body")]
        if choice.says:
            lines.append(Label(look, choice.says, "soft"))
        dot = TickBox(look, look.size["icon"], "primary", is_one_of=True)
        things: list[Thing] = [dot, (column(*lines), 1)]
        if digit:
            things.append(key_cap(stage, digit))
        name = f"{choice.words}. {choice.says}" if choice.says else choice.words
        tap = _Option(look, *things, kind="tick", name=name, double_strike_ms=0)
        tap.set_on(False)
        self.mapper.setMapping(tap, choice.code)
        tap.tapped.connect(self.mapper.map)
        return tap
