"""The first start: hold the token from the desk to the camera."""

from dataclasses import dataclass

from ui.parts.arrange import column
from ui.parts.camera_panel import CameraPanel
from ui.parts.problem import problem_card
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage

SQUARE = 1.0


@dataclass(frozen=True, slots=True)
class TokenView:
    """problem: a code of set_up.problem_..., "" for none. note: word for word, for whoever mends it."""

    problem: str = ""
    note: str = ""


class TokenScreen(Surface):
    """Emits nothing: what the camera sees is read without a button. Pictures come through `camera`."""

    def __init__(self, stage: Stage, view: TokenView) -> None:
        super().__init__("screen")
        self.view = view
        words = stage.words
        self.camera = CameraPanel(stage, "waiting_token", SQUARE)
        sheet = Sheet(
            stage,
            question=words("set_up.question"),
            says=words("set_up.says"),
            body=self.camera,
            aside=problem_card(stage, view.problem, view.note) if view.problem else None,
        )
        self.setLayout(column(sheet))
