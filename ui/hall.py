"""The terminal in the hall, with all that stands behind its window."""

from PySide6.QtCore import QRect

from kiosk.kit import Kit
from ui.session_controller import SessionController, TerminalFace
from ui.terminal.campus import Campus
from ui.terminal.heart import Heart
from ui.terminal.posting import Posting
from ui.terminal.timing import Timing
from ui.terminal.voice import Voice
from ui.terminal.window import TerminalWindow


class Hall:
    """The terminal. It has the kit to itself, and closes it. screen: which its window will fill."""

    def __init__(
        self,
        kit: Kit,
        campus: Campus,
        voice: Voice | None = None,
        timing: Timing | None = None,
        screen: QRect | None = None,
    ) -> None:
        self.kit = kit
        self.controller = SessionController(kit, timing)
        self.posting = Posting(kit)
        self.heart = Heart(kit, self.controller.part_out_of_order)
        self.heart.stopped.connect(self.controller.stop)
        self.window = TerminalWindow(screen)
        self.face = TerminalFace(self.controller, self.window, campus, voice)
        self.controller.soundness.look_round()

    def close(self) -> None:
        """Forget the visitor, end every thread, close store and spool."""
        self.posting.close()
        self.heart.close()
        self.face.close()
        self.controller.close()
        self.kit.close()
