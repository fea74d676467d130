"""Ask before something that can't be taken back: what it does, in steps, and one button that says it."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from ui.desk_parts.act import act
from ui.desk_parts.dialog import Dialog
from ui.parts.arrange import Thing, across
from ui.parts.label import Label
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class ConfirmView:
    """steps: numbered, in order. go: what the button says."""

    title: str = field(repr=False)
    says: str
    steps: tuple[str, ...]
    go: str
    icon: str


class ConfirmDialog(Dialog):
    """Emits confirmed(), once; closed() at Escape or cancel."""

    confirmed = Signal()

    def __init__(self, stage: Stage, view: ConfirmView) -> None:
        words, look = stage.words, stage.look
        self.go = act(stage, view.go, view.icon, words("desk.help.enter"), "primary")
        cancel = act(stage, words("desk.cancel"), "", words("desk.help.escape"))
        rows: list[Thing] = [
            across(Label(look, f"{number}.", "strong", wrap=False), (Label(look, step, "body"), 1), gap=10)
            for number, step in enumerate(view.steps, 1)
        ]
        super().__init__(stage, view.title, view.says, body=rows, foot=[cancel, self.go])
        self.go.tapped.connect(self._on_go)
        cancel.tapped.connect(self.closed)

    def answer(self) -> None:
        self.go.click()

    def _on_go(self) -> None:
        self.go.set_off(True)
        self.confirmed.emit()
