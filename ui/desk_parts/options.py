"""One of a few to choose, each with its digit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desk_parts.act import key_cap
from ui.parts.arrange import Thing, column
from ui.parts.label import Label
from ui.parts.tap import Tap
from ui.parts.tick import TickBox
from ui.parts.which import Which
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class Choice:
    """code: what is emitted. says: a second, soft line."""

    code: str
    words: str
    says: str = ""


_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class _Option(Tap):
    """Emits stepped(int). Space, click, arrows or digit choose; Enter belongs to what the choice is for."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        elif event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class Options(QWidget):
    """Emits chosen(code). The digit of a choice chooses it, through `press`.

    The keyboard stands on one choice, the chosen one: what Enter is for is what the ring is around.
    """

    chosen = Signal(str)

    def __init__(
        self, stage: Stage, choices: Sequence[Choice], *, columns: int = 1, keys: bool = True
    ) -> None:
        super().__init__()
        self.choices, self.now = list(choices), ""
        self.which = Which(self)
        self.which.touched.connect(self.choose)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(stage.look.space["xs"])
        self.taps = [
            self._tap(stage, choice, str(at + 1) if keys else "") for at, choice in enumerate(choices)
        ]
        for at, tap in enumerate(self.taps):
            grid.addWidget(tap, at // columns, at % columns)
        self.setLayout(grid)
        self._let_tab_stop_at(0)

    def choose(self, code: str) -> None:
        """Show one as chosen and say so; the same again changes nothing."""
        if code == self.now or all(choice.code != code for choice in self.choices):
            return
        self.now = code
        for at, (choice, tap) in enumerate(zip(self.choices, self.taps, strict=True)):
            tap.set_on(choice.code == code)
            if choice.code == code:
                self._let_tab_stop_at(at)
        self.chosen.emit(code)

    def clear(self) -> None:
        self.now = ""
        for tap in self.taps:
            tap.set_on(False)
        self._let_tab_stop_at(0)

    def press(self, digit: str) -> bool:
        """Choose by digit; return whether there is such a choice."""
        if digit.isdecimal() and 0 < int(digit) <= len(self.taps):
            self._choose_at(int(digit) - 1)
            return True
        return False

    def _choose_at(self, at: int) -> None:
        self.choose(self.choices[at].code)
        self.taps[at].setFocus()

    @Slot(int)
    def _on_stepped(self, steps: int) -> None:
        """Choose the next one or the one before, and the first by the first arrow."""
        at = next((at for at, choice in enumerate(self.choices) if choice.code == self.now), None)
        self._choose_at(0 if at is None else min(max(at + steps, 0), len(self.taps) - 1))

    def _let_tab_stop_at(self, stop: int) -> None:
        for at, tap in enumerate(self.taps):
            policy = Qt.FocusPolicy.StrongFocus if at == stop else Qt.FocusPolicy.ClickFocus
            tap.setFocusPolicy(policy)

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
        self.which.add(tap, choice.code)
        tap.stepped.connect(self._on_stepped)
        return tap
