"""The first start: what the terminal asks with, to be scanned at the desk; it goes on by itself once it is admitted."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from ui.parts.actions import secondary
from ui.parts.arrange import across, column, held
from ui.parts.label import Label
from ui.parts.problem import problem_card
from ui.parts.qr_view import QrView
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage

QR_PX = 640


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmissionView:
    """writer: the key's name, compared at the desk. problem: as TokenView has it."""

    name: str
    writer: str
    until: str
    modules: Sequence[Sequence[bool]] = field(repr=False)
    problem: str = ""
    note: str = ""


class AdmissionScreen(Surface):
    """Emits again(): another token is to be scanned."""

    again = Signal()

    def __init__(self, stage: Stage, view: AdmissionView) -> None:
        super().__init__("screen")
        self.view = view
        look, words = stage.look, stage.words
        code = QrView(look, view.modules, QR_PX, words("set_up.code"))
        key = Label(look, words("set_up.key", writer=view.writer), "strong", align="center")
        again = secondary(look, words("set_up.again"), "turn")
        again.tapped.connect(self.again)
        sheet = Sheet(
            stage,
            question=words("set_up.asking", name=view.name),
            says="" if view.problem else words("set_up.asking_says", time=view.until),
            body=held(column(None, across(None, code, None), key, None, gap=look.space["s"])),
            aside=problem_card(stage, view.problem, view.note) if view.problem else None,
            others=[again],
        )
        self.setLayout(column(sheet))
