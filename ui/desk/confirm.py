"""Ask before something that can't be taken back: what it does, in steps, and one button that says it."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from ui.desk_parts.act import act
from ui.desk_parts.dialog import Dialog
from ui.desk_parts.numbered import numbered
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class ConfirmView:
    """steps: numbered, in order. go: what the button says. is_for_good: it looks like what it does."""

    title: str = field(repr=False)
    says: str
    steps: tuple[str, ...]
    go: str
    icon: str
    is_for_good: bool = False


class ConfirmDialog(Dialog):
    """Emits confirmed(), once; closed() at Escape or cancel."""

    confirmed = Signal()

    def __init__(self, stage: Stage, view: ConfirmView) -> None:
        words = stage.words
        kind = "danger" if view.is_for_good else "primary"
        self.go = act(stage, view.go, view.icon, words("desk.help.enter"), kind)
        cancel = act(stage, words("desk.cancel"), "", words("desk.help.escape"))
        body = [numbered(stage.look, view.steps)]
        super().__init__(stage, view.title, view.says, body=body, foot=[cancel, self.go])
        self.go.tapped.connect(self._on_go)
        cancel.tapped.connect(self.closed)

    def answer(self) -> None:
        self.go.click()

    def _on_go(self) -> None:
        self.go.set_off(True)
        self.confirmed.emit()
