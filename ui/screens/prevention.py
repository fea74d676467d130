"""So that it won't happen again: four habits, at the end of a visit."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.parts.actions import primary
from ui.parts.arrange import column
from ui.parts.fact import fact
from ui.parts.pages import Pages
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage

HABITS = (("calendar", "renew"), ("shield", "keep"), ("phone", "devices"), ("key", "reset"))


@dataclass(frozen=True, slots=True)
class PreventionView:
    """The same for everyone."""


class PreventionScreen(Surface):
    """Emits finished()."""

    finished = Signal()

    def __init__(self, stage: Stage, _view: PreventionView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        blocks = [
            fact(
                look,
                icon,
                words(f"prevention.{key}"),
                words(f"prevention.{key}_says"),
                role="h2",
                keeps_line=True,
                is_roomy=not stage.is_wide,
            )
            for icon, key in HABITS
        ]
        done = primary(look, words("go.finish"), "check")
        done.tapped.connect(self.finished)
        sheet = Sheet(
            stage,
            question=words("prevention.question"),
            body=Pages(stage, blocks, is_card=True),
            main=done,
        )
        self.setLayout(column(sheet))
