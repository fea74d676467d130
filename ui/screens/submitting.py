"""A few seconds of checking: nothing to do, and nothing of the visitor on the screen any more."""

from dataclasses import dataclass

from ui.parts.arrange import across, column, held
from ui.parts.bricks import Bricks
from ui.parts.label import Label
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage


@dataclass(frozen=True, slots=True)
class SubmittingView:
    """is_looking_up: a ticket is being looked up, nothing is sent."""

    is_looking_up: bool = False


class SubmittingScreen(Surface):
    """Emits nothing: there is nothing to touch but the footer."""

    def __init__(self, stage: Stage, view: SubmittingView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        said = words("submitting.looking" if view.is_looking_up else "submitting.sending")
        bricks = Bricks(look, said)
        bricks.setFixedWidth(600 if not look.is_large else 700)
        body = held(
            column(
                None,
                across(None, bricks, None),
                Label(look, said, "h2", align="center"),
                None,
                gap=look.space["l"],
            )
        )
        sheet = Sheet(
            stage,
            step=None if view.is_looking_up else 3,
            question=words("submitting.question"),
            says=words("submitting.says"),
            body=body,
        )
        self.setLayout(column(sheet))
