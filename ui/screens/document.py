"""Show the identity document: a picture of which side per kind, the outline of a page, accepted without a button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.actions import secondary
from ui.parts.arrange import Thing, across, column, held
from ui.parts.camera_panel import CameraPanel
from ui.parts.camera_view import PAGE_RATIO
from ui.parts.label import Label
from ui.parts.sheet import Sheet
from ui.parts.side_view import SideView
from ui.parts.surface import Surface
from ui.stage import Stage

SIDE = (172, 124)  # of a drawing
MOST = 3  # drawings side by side


@dataclass(frozen=True, slots=True)
class DocumentView:
    """kinds: of ui.parts.side_view.KINDS, what the campus takes; the first three are drawn."""

    kinds: Sequence[str] = ("national_identity_card", "passport", "old_french_card")
    hint: str | None = None
    found: int = 0
    wanted: int = 0


class DocumentScreen(Surface):
    """Emits not_at_hand() and went_back(). Pictures and hints come through `camera`."""

    not_at_hand = Signal()
    went_back = Signal()

    def __init__(self, stage: Stage, view: DocumentView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        self.camera = CameraPanel(
            stage, "waiting_document", PAGE_RATIO, ("other_side", "not_whole", "not_the_card", "not_accepted")
        )
        self.camera.show_reading(view.hint, view.found, view.wanted)
        back = secondary(look, words("go.back"), "back")
        back.tapped.connect(self.went_back)
        absent = secondary(look, words("document.not_at_hand"), "passport")
        absent.tapped.connect(self.not_at_hand)
        question = words("document.question")
        sheet = Sheet(
            stage,
            step=2,
            question=question.replace("\n", " ") if not stage.is_wide else question,
            says=words("document.says"),
            body=self.camera,
            others=[back, absent],
            aside=_sides(stage, view.kinds[:MOST]),
        )
        self.setLayout(column(sheet))


def _sides(stage: Stage, kinds: Sequence[str]) -> QWidget:
    """Return the drawings side by side, each over its name; large words leave the drawings alone."""
    shown: list[Thing] = [(_side(stage, kind), 1) for kind in kinds]
    return held(across(*shown, gap=stage.look.space["m"]))


def _side(stage: Stage, kind: str) -> QWidget:
    look, name = stage.look, stage.words(f"document.{kind}")
    drawing = SideView(look, kind, *SIDE, name)
    lines: list[Thing] = [drawing]
    if not look.is_large:
        lines.append(Label(look, name, "label", align="center"))
    rows = column(*lines, None, gap=look.space["xs"])
    rows.setAlignment(drawing, Qt.AlignmentFlag.AlignHCenter)
    return held(rows)
