"""A token for a new terminal: first its name, then the code that its camera reads, large."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal

from ui.desk_parts.act import act
from ui.desk_parts.dialog import Dialog
from ui.desk_parts.field import line_field, named
from ui.parts.arrange import Thing, across
from ui.parts.label import Label
from ui.parts.qr_view import QrView
from ui.stage import Stage

QR_PX = 340


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenView:
    """text: the token, for whoever types it. until: a time of the day, in words."""

    name: str
    text: str = field(repr=False)
    until: str
    modules: Sequence[Sequence[bool]] = field(repr=False)


class NewTerminalDialog(Dialog):
    """Emits named(name), again after an error was shown; closed()."""

    named = Signal(str)

    def __init__(self, stage: Stage) -> None:
        words, look = stage.words, stage.look
        self.field = line_field(look, words("desk.token.name"))
        self.error = Label(look, "", "strong", tone="bad")
        self.go = act(stage, words("desk.token.go"), "form", words("desk.help.enter"), "primary")
        cancel = act(stage, words("desk.cancel"), "", words("desk.help.escape"))
        self.hint = Label(look, words("desk.token.name_says"), "note")
        super().__init__(
            stage,
            words("desk.token.title_new"),
            words("desk.token.says_new"),
            body=[named(look, words("desk.token.name"), self.field), self.hint, self.error],
            foot=[cancel, self.go],
        )
        self.error.hide()
        self.go.set_off(True)
        self.field.textChanged.connect(lambda text: self.go.set_off(not text.strip()))
        self.go.tapped.connect(self._on_go)
        cancel.tapped.connect(self.closed)

    def answer(self) -> None:
        self.go.click()

    def show_error(self, said: str) -> None:
        """Say why no token was drawn."""
        self.error.say(said)
        self.error.show()
        self.hint.hide()  # the error says it
        self.go.set_off(False)
        self.field.setFocus()

    def _on_go(self) -> None:
        self.go.set_off(True)
        self.named.emit(self.field.text().strip())


class TokenDialog(Dialog):
    """Emits closed()."""

    def __init__(self, stage: Stage, view: TokenView) -> None:
        words, look = stage.words, stage.look
        self.view = view
        close = act(stage, words("desk.close"), "", words("desk.help.escape"))
        code = QrView(look, view.modules, QR_PX, words("desk.token.code"))
        text = Label(look, view.text, "strong", align="center")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body: list[Thing] = [
            across(None, code, None),
            text,
            Label(look, words("desk.token.steps"), "body"),
        ]
        super().__init__(
            stage,
            words("desk.token.title", name=view.name),
            words("desk.token.until", time=view.until),
            body=body,
            foot=[close],
        )
        close.tapped.connect(self.closed)
