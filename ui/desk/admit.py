"""Admit a terminal: what it shows, scanned or copied, and who may make logins at the database."""

from PySide6.QtCore import Signal

from ui.desk_parts.act import act
from ui.desk_parts.dialog import Dialog
from ui.desk_parts.field import line_field, named
from ui.parts.arrange import Thing
from ui.parts.label import Label
from ui.stage import Stage

LONGEST = 4000  # letters of what a terminal asks with


class AdmitDialog(Dialog):
    """Emits asked(line, owner, password), again after an error was shown; closed()."""

    asked = Signal(str, str, str)

    def __init__(self, stage: Stage) -> None:
        words, look = stage.words, stage.look
        self.line = line_field(look, words("desk.admit.line"))
        self.line.setMaxLength(LONGEST)
        self.owner = line_field(look, words("desk.admit.owner"))
        self.password = line_field(look, words("desk.admit.password"), is_secret=True)
        self.error = Label(look, "", "strong", tone="bad")
        self.go = act(stage, words("desk.admit.go"), "check", words("desk.help.enter"), "primary")
        cancel = act(stage, words("desk.cancel"), "", words("desk.help.escape"))
        self.fields = (self.line, self.owner, self.password)
        body: list[Thing] = [named(look, field.accessibleName(), field) for field in self.fields]
        super().__init__(
            stage,
            words("desk.admit.title"),
            words("desk.admit.says"),
            body=[*body, Label(look, words("desk.admit.owner_says"), "note"), self.error],
            foot=[cancel, self.go],
        )
        self.error.hide()
        self.go.set_off(True)
        for field in self.fields:
            field.textChanged.connect(self._on_typed)
        self.go.tapped.connect(self._on_go)
        cancel.tapped.connect(self.closed)

    def answer(self) -> None:
        """Admit, or go to what is still empty: a hand scanner ends with Enter."""
        missing = next((field for field in self.fields if not field.text()), None)
        if missing is not None:
            missing.setFocus()
        else:
            self.go.click()

    def show_error(self, said: str) -> None:
        """Say why nobody was admitted; the password is typed anew."""
        self.error.say(said)
        self.error.show()
        self.password.clear()
        self.line.setFocus()
        self.line.selectAll()

    def _on_typed(self) -> None:
        self.go.set_off(not (self.line.text().strip() and self.owner.text().strip() and self.password.text()))

    def _on_go(self) -> None:
        self.go.set_off(True)
        self.asked.emit(self.line.text().strip(), self.owner.text().strip(), self.password.text())
