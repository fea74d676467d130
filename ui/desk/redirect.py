"""Send on: to the office that can help."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from ui.desk_parts.act import act
from ui.desk_parts.dialog import Dialog
from ui.desk_parts.options import Choice, Options
from ui.parts.label import Label
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class RedirectView:
    """doors: where it may go. likely: the one that the cause points to, chosen already, or ""."""

    name: str = field(repr=False)
    doors: tuple[Choice, ...]
    likely: str = ""


class RedirectDialog(Dialog):
    """Emits redirected(door code), once; closed() at Escape or cancel."""

    redirected = Signal(str)  # type: ignore[assignment]  # QPaintDevice's is never called from here

    def __init__(self, stage: Stage, view: RedirectView) -> None:
        words = stage.words
        self.options = Options(stage, view.doors)
        self.go = act(stage, words("desk.redirect.go"), "send", words("desk.help.enter"), "primary")
        self.why = Label(stage.look, words("desk.redirect.missing"), "strong", tone="warn")
        cancel = act(stage, words("desk.cancel"), "", words("desk.help.escape"))
        super().__init__(
            stage,
            words("desk.redirect.title", name=view.name),
            words("desk.redirect.says"),
            body=[self.options, self.why],
            foot=[cancel, self.go],
        )
        self.go.set_off(True)
        self.options.chosen.connect(self._on_chosen)
        self.options.choose(view.likely)
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
        self.redirected.emit(self.options.now)
