"""Where staff are and how to reach them: nothing tells them by itself, so nothing says that they were told."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.parts.actions import primary
from ui.parts.arrange import column
from ui.parts.door_facts import OfficeView, door_facts
from ui.parts.pages import Pages
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class StaffCallView:
    office: OfficeView


class StaffCallScreen(Surface):
    """Emits closed()."""

    closed = Signal()

    def __init__(self, stage: Stage, view: StaffCallView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        close = primary(look, words("staff_call.close"))
        close.tapped.connect(self.closed)
        sheet = Sheet(
            stage,
            question=words("staff_call.question"),
            says=words("staff_call.says"),
            body=Pages(stage, door_facts(stage, view.office, is_roomy=True), is_card=True),
            main=close,
        )
        self.setLayout(column(sheet))
