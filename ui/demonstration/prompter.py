"""Hands the student of a demonstration what the terminal asks for: card, document, or the last ticket."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from ui.demonstration.cast import Student
from ui.demonstration.props import Props
from ui.screens.card import CardScreen
from ui.screens.document import DocumentScreen
from ui.screens.follow import FollowScreen
from ui.session_controller import TerminalFace


class Prompter(QObject):
    """Follows the screens. tickets: the folder of the printer that is one."""

    def __init__(self, face: TerminalFace, props: Props, tickets: Path) -> None:
        super().__init__(face)
        self.face, self.props, self.tickets = face, props, tickets
        self.student: Student | None = None
        face.drawn.connect(self.follow)

    def walk_up(self, student: Student) -> None:
        """Let another student stand at the terminal."""
        self.student = student
        self.follow()

    @Slot()
    def follow(self) -> None:
        self.props.hold(self._asked())

    def _asked(self) -> Path | None:
        match self.face.screen:
            case CardScreen():
                return self.student.card if self.student else None
            case DocumentScreen():
                return self.student.document if self.student else None
            case FollowScreen():
                return max(self.tickets.glob("MK-*.png"), key=lambda path: path.stat().st_mtime, default=None)
        return None
