"""Refuse: with a reason that the student will read, word for word."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from ui.desk_parts.act import act
from ui.desk_parts.dialog import Dialog
from ui.desk_parts.options import Choice, Options
from ui.parts.label import Label
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class RefuseView:
    """name: whose request. reasons: codes of life.RefusalReason with what the student reads."""

    name: str = field(repr=False)
    reasons: Sequence[Choice]


class RefuseDialog(Dialog):
    """Emits refused(reason code), once; closed() at Escape or cancel."""

    refused = Signal(str)

    def __init__(self, stage: Stage, view: RefuseView) -> None:
        words = stage.words
        self.options = Options(stage, view.reasons)
        self.go = act(stage, words("desk.refuse.go"), "cross", words("desk.help.enter"), "danger")
        self.why = Label(stage.look, words("desk.refuse.missing"), "strong", tone="warn")
        cancel = act(stage, words("desk.cancel"), "", words("desk.help.escape"))
        super().__init__(
            stage,
            words("desk.refuse.title", name=view.name),
            words("desk.refuse.says"),
            body=[self.options, self.why],
            foot=[cancel, self.go],
        )
        self.go.set_off(True)
        self.options.chosen.connect(self._on_chosen)
        self.go.tapped.connect(self._on_go)
        cancel.tapped.connect(self.closed)

    def press(self, key: str) -> None:
        self.options.press(key)

    def answer(self) -> None:
        self.go.click()

    def _on_chosen(self, _code: str) -> None:
        self.go.set_off(False)
        self.why.say("")
        self.why.hide()

    def _on_go(self) -> None:
        self.go.set_off(True)
        self.refused.emit(self.options.now)
