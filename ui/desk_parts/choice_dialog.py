"""A question with one answer of several, and why it can't be given yet."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.desk_parts.act import act
from ui.desk_parts.dialog import Dialog
from ui.desk_parts.options import Choice, Options
from ui.parts.label import Label
from ui.stage import Stage


class ChoiceDialog(Dialog):
    """Emits picked(code), once; closed() at Escape or cancel. key: where its words stand, as "refuse".

    name: whose request. likely: the choice made already, or "". icon, kind: the look of what carries it out.
    """

    picked = Signal(str)

    def __init__(
        self,
        stage: Stage,
        key: str,
        name: str,
        choices: Sequence[Choice],
        *,
        likely: str = "",
        icon: str,
        kind: str = "primary",
    ) -> None:
        words = stage.words
        self.options = Options(stage, choices)
        self.go = act(stage, words(f"desk.{key}.go"), icon, words("desk.help.enter"), kind)
        self.why = Label(stage.look, words(f"desk.{key}.missing"), "strong", tone="warn")
        cancel = act(stage, words("desk.cancel"), "", words("desk.help.escape"))
        super().__init__(
            stage,
            words(f"desk.{key}.title", name=name),
            words(f"desk.{key}.says"),
            body=[self.options, self.why],
            foot=[cancel, self.go],
        )
        self.go.set_off(True)
        self.options.chosen.connect(self._on_chosen)
        self.options.choose(likely)
        self.go.tapped.connect(self._on_go)
        cancel.tapped.connect(self.closed)

    def press(self, key: str) -> None:
        self.options.press(key)

    def answer(self) -> None:
        self.go.click()

    def _on_chosen(self, _code: str) -> None:
        self.go.set_off(False)
        self.why.hide()

    def _on_go(self) -> None:
        self.go.set_off(True)
        self.picked.emit(self.options.now)
