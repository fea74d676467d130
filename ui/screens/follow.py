"""Follow a request: show the ticket's code to the camera, or type its reference."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.parts.actions import secondary
from ui.parts.arrange import column
from ui.parts.camera_panel import CameraPanel
from ui.parts.label import Label
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage

SQUARE = 1.0


@dataclass(frozen=True, slots=True)
class FollowView:
    """not_found: what was shown or typed is no request's. unanswered: nobody can say now."""

    not_found: bool = False
    unanswered: bool = False
    hint: str | None = None


class FollowScreen(Surface):
    """Emits typing_asked() and went_back(). Pictures and hints come through `camera`."""

    typing_asked = Signal()
    went_back = Signal()

    def __init__(self, stage: Stage, view: FollowView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        self.camera = CameraPanel(stage, "waiting_ticket", SQUARE)
        self.camera.show_reading(view.hint)
        back = secondary(look, words("go.back"), "back")
        back.tapped.connect(self.went_back)
        typing = secondary(look, words("follow.typing"), "form")
        typing.tapped.connect(self.typing_asked)
        sorry = "follow.not_found" if view.not_found else "follow.unanswered" if view.unanswered else ""
        sheet = Sheet(
            stage,
            question=words("follow.question"),
            says="" if sorry else words("follow.says"),
            body=self.camera,
            others=[back, typing],
            aside=Label(look, words(sorry), "strong", tone="warn") if sorry else None,
        )
        self.setLayout(column(sheet))
