"""Show the student card to the camera: accepted without a button."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from ui.parts.actions import secondary
from ui.parts.arrange import column
from ui.parts.camera_panel import CameraPanel
from ui.parts.camera_view import CARD_RATIO
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class CardView:
    """hint: a code of kiosk.reading.hint, None for none. found of wanted: views that agree."""

    hint: str | None = None
    found: int = 0
    wanted: int = 0


class CardScreen(Surface):
    """Emits typing_asked() and went_back(). Pictures and hints come through `camera`."""

    typing_asked = Signal()
    went_back = Signal()

    def __init__(self, stage: Stage, view: CardView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        self.camera = CameraPanel(stage, "waiting_card", CARD_RATIO, ("card_side",))
        self.camera.show_reading(view.hint, view.found, view.wanted)
        back = secondary(look, words("go.back"), "back")
        back.tapped.connect(self.went_back)
        typing = secondary(look, words("card.typing"), "form")
        typing.tapped.connect(self.typing_asked)
        sheet = Sheet(
            stage,
            step=1,
            question=words("card.question"),
            says=words("card.says"),
            body=self.camera,
            others=[back, typing],
        )
        self.setLayout(column(sheet))
