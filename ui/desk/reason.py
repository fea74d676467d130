"""What a supervisor writes down before a security lock is ended."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.desk_parts.act import act
from ui.desk_parts.dialog import Dialog
from ui.desk_parts.field import named, text_field
from ui.parts.label import Label
from ui.stage import Stage

FEWEST = 8  # letters; fewer say nothing to whoever reads the record


@dataclass(frozen=True, slots=True)
class ReasonView:
    """title, says: why a reason is asked for."""

    title: str
    says: str


class ReasonDialog(Dialog):
    """Emits written(reason), once; closed() at Escape or cancel."""

    written = Signal(str)

    def __init__(self, stage: Stage, view: ReasonView) -> None:
        words = stage.words
        self.field = text_field(stage.look, words("desk.written.field"))
        self.why = Label(stage.look, words("desk.written.missing"), "strong", tone="warn")
        self.go = act(stage, words("desk.written.go"), "check", "Ctrl " + words("desk.help.enter"), "primary")
        cancel = act(stage, words("desk.cancel"), "", words("desk.help.escape"))
        super().__init__(
            stage,
            view.title,
            view.says,
            body=[named(stage.look, words("desk.written.field"), self.field), self.why],
            foot=[cancel, self.go],
        )
        self.go.set_off(True)
        self.field.textChanged.connect(self._on_typed)
        self.go.tapped.connect(self._on_go)
        cancel.tapped.connect(self.closed)

    @property
    def words(self) -> str:
        return self.field.toPlainText().strip()

    def answer(self) -> None:
        self.go.click()

    def _on_typed(self) -> None:
        is_short = len(self.words) < FEWEST
        self.go.set_off(is_short)
        self.why.setVisible(is_short)

    def _on_go(self) -> None:
        self.go.set_off(True)
        self.written.emit(self.words)
