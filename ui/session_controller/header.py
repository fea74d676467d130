"""What the header says: the reception point's name, the time, the languages."""

from typing import TYPE_CHECKING

from ui.parts.header import HeaderView
from ui.stage import Stage

if TYPE_CHECKING:
    from ui.session_controller.face import TerminalFace


def header_of(face: "TerminalFace", stage: Stage) -> HeaderView:
    campus = face.campus
    return HeaderView(
        place=campus.names[face.language], clock=time_of(face, stage), languages=campus.languages
    )


def time_of(face: "TerminalFace", stage: Stage) -> str:
    """Return the time of the day as this language writes it."""
    kit = face.controller.kit
    return stage.words.time(kit.rules.calendar.local(kit.now()))
