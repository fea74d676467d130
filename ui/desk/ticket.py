"""A ticket in hand: its code to photograph, its lines, and the printer. Or first: whether to replace the old one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from ui.desk_parts.act import Act, act
from ui.desk_parts.dialog import Dialog
from ui.parts.arrange import Thing, across, column
from ui.parts.label import Label
from ui.parts.qr_view import QrView
from ui.stage import Stage

QR_PX = 260


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketView:
    """modules: the code's; empty while the ticket isn't made, and then making it is offered. said: of the printer."""

    reference: str
    lines: tuple[str, ...] = ()
    modules: Sequence[Sequence[bool]] = field(repr=False, default=())
    can_print: bool = True
    is_printing: bool = False
    said: str = ""
    said_tone: str = ""


class TicketDialog(Dialog):
    """Emits replace_asked() where the ticket must be made first, print_asked(), closed()."""

    replace_asked = Signal()
    print_asked = Signal()

    def __init__(self, stage: Stage, view: TicketView) -> None:
        self.stage, self.view = stage, view
        words, self.is_made = stage.words, bool(view.modules)
        close = act(
            stage, words("desk.close" if self.is_made else "desk.cancel"), "", words("desk.help.escape")
        )
        self.go = self._main_act()
        self.said = Label(stage.look, view.said, "strong", tone=view.said_tone)
        key = "desk.ticket.title" if self.is_made else "desk.ticket.replace_title"
        super().__init__(
            stage,
            words(key, reference=view.reference),
            words("desk.ticket.says" if self.is_made else "desk.ticket.replace_says"),
            body=self._body(view),
            foot=[close, *([self.go] if self.go else [])],
        )
        close.tapped.connect(self.closed)
        if self.is_made:
            self.expect_no_double()  # it came by itself, and a print too many harms nobody
        if self.go is not None:
            self.go.tapped.connect(self.print_asked if self.is_made else self.replace_asked)
        self.show_said(view.said, view.said_tone, is_printing=view.is_printing)

    def answer(self) -> None:
        if self.go is not None:
            self.go.click()

    def show_said(self, said: str, tone: str = "", *, is_printing: bool = False) -> None:
        """Say what the printer does."""
        self.said.say(said)
        self.said.setVisible(bool(said))
        self.said.setProperty("tone", tone)
        self.said.style().polish(self.said)
        if self.go is not None:
            self.go.set_off(is_printing)

    def _main_act(self) -> Act | None:
        words, enter = self.stage.words, self.stage.words("desk.help.enter")
        if not self.is_made:
            return act(self.stage, words("desk.ticket.replace"), "ticket", enter, "primary")
        if self.view.can_print:
            return act(self.stage, words("desk.ticket.print"), "printer", enter, "primary")
        return None

    def _body(self, view: TicketView) -> list[Thing]:
        if not view.modules:
            return [self.said]
        look = self.stage.look
        code = QrView(look, view.modules, QR_PX, self.stage.words("desk.ticket.code"))
        lines: list[Thing] = [Label(look, line, "body") for line in view.lines]
        return [across(column(code, None), (column(*lines, None, gap=6), 1), gap=look.space["m"]), self.said]
