"""The camera's picture with the one thing to do under it."""

from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.parts.arrange import column
from ui.parts.camera_view import Aim, CameraView
from ui.parts.hint_banner import HintBanner
from ui.stage import Stage

TALLEST = 0.75  # of the view's width: at 16:9 three quarters of the picture are shown
MOST = 1000  # shares: all the room there is; what the view may not take is left below
COMMON_HINTS = (
    "reading",
    "too_dark",
    "too_bright",
    "glare",
    "blurred",
    "too_far",
    "hold_still",
    "two_documents",
)


class CameraPanel(QWidget):
    """waiting: the hint while nothing is seen ("waiting_card"). more_hints: that this screen may need as well."""

    def __init__(self, stage: Stage, waiting: str, ratio: float, more_hints: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.waiting = waiting
        self.view = CameraView(stage.look, ratio, stage.words("card.picture"))
        self.banner = HintBanner(stage, (waiting, *COMMON_HINTS, *more_hints))
        layout = column((self.view, MOST), self.banner, None, gap=stage.look.space["s"])
        self.setLayout(layout)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the view so low that it shows most of what the camera sees: a card at its edge is in sight."""
        self.view.setMaximumHeight(round(self.width() * TALLEST))

    def show_image(self, image: QImage) -> None:
        self.view.show_image(image)

    def show_reading(self, hint: str | None, found: int = 0, wanted: int = 0) -> None:
        """Show what to do (None: nothing is in the way) and how many of the wanted views agree already."""
        self.banner.show_hint(hint or ("reading" if found else self.waiting))
        self.banner.show_progress(found, wanted)
        self.view.show_aim(
            Aim.CLOSER if hint == "too_far" else Aim.AGREEING if found and hint is None else Aim.LOOKING
        )

    def forget(self) -> None:
        """Drop the picture."""
        self.view.forget()
