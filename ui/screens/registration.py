"""The registrar's door: where, when, and what to bring."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.parts.actions import primary, secondary
from ui.parts.arrange import column
from ui.parts.door_facts import OfficeView, door_facts
from ui.parts.fact import fact
from ui.parts.pages import Pages
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class RegistrationView:
    office: OfficeView


class RegistrationScreen(Surface):
    """Emits finished() and went_back()."""

    finished = Signal()
    went_back = Signal()

    def __init__(self, stage: Stage, view: RegistrationView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        is_roomy = not stage.is_wide
        blocks = [
            *door_facts(stage, view.office, is_roomy=is_roomy),
            fact(
                look,
                "form",
                words("registration.papers"),
                words("registration.papers_says"),
                tone="brick",
                keeps_line=True,
                is_roomy=is_roomy,
            ),
            fact(
                look,
                "calendar",
                words("registration.after"),
                words("registration.after_says"),
                keeps_line=True,
                is_roomy=is_roomy,
            ),
        ]
        done = primary(look, words("go.finish"), "check")
        done.tapped.connect(self.finished)
        back = secondary(look, words("go.back"), "back")
        back.tapped.connect(self.went_back)
        sheet = Sheet(
            stage,
            question=words("registration.question"),
            says=words("registration.says"),
            body=Pages(stage, blocks, is_card=True),
            main=done,
            others=[back],
        )
        self.setLayout(column(sheet))
