"""The demonstration without a display: visits touched as a person would, with a picture of each step."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from kiosk.errors import Refused
from ui.demonstration.cast import Student
from ui.demonstration.prompter import Prompter
from ui.demonstration.setting_up import say
from ui.desk_face.face import DeskFace
from ui.parts.motion import is_appearing
from ui.parts.tap import Tap
from ui.session_controller import TerminalFace
from ui.words import load_words

LOOK_MS = 25  # between two looks at whether the next step has come
SETTLE_MS = 500  # until what fades in is there
PATIENCE_MS = 30_000


class Teller:
    """Plays steps and pictures them. folder: where the pictures lie."""

    def __init__(
        self, face: TerminalFace, prompter: Prompter, folder: Path, settle_ms: int = SETTLE_MS
    ) -> None:
        self.settle_ms = settle_ms
        self.face, self.prompter, self.folder = face, prompter, folder
        self.count = 0

    def tell(self, sentence: str, *, window: QWidget | None = None) -> None:
        """Print a step, and keep a picture of how the terminal, or another window, looks then."""
        self._pause(self.settle_ms)
        pictured = window or self.face.shell
        self.await_(lambda: not is_appearing(pictured), "a moment without motion")
        self.count += 1
        path = self.folder / f"{self.count:02}-{type(window).__name__ if window else self._name()}.png"
        pictured.grab().save(str(path))
        say(f"{self.count:2}. {sentence}", f"    {path.name}")

    def touch(self, key: str) -> None:
        """Touch what bears these words, as soon as it is there. Raises Refused where nothing does."""
        name = load_words(self.face.language)(key).replace("\n", " ")
        self.await_(lambda: bool(self._taps(name)), f"“{name}”")
        self._taps(name)[0].click()
        self._pause(LOOK_MS)

    def _taps(self, name: str) -> list[Tap]:
        seen = [tap for tap in self.face.shell.findChildren(Tap) if tap.isVisible()]
        return [tap for tap in seen if tap.accessibleName().split(". ")[0] == name]

    def await_screen(self, name: str) -> None:
        """Wait until this screen is shown. Raises Refused when it doesn't come."""
        self.await_(lambda: self._name() == name, name)

    def await_(self, has_come: Callable[[], bool], name: str) -> None:
        left = PATIENCE_MS
        while not has_come():
            if left <= 0:
                raise Refused(f"The story stops: {name} doesn't come.", "story_broken")
            self._pause(LOOK_MS)
            left -= LOOK_MS

    def _name(self) -> str:
        return type(self.face.cover or self.face.screen).__name__

    @staticmethod
    def _pause(milliseconds: int) -> None:
        """Let the window live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def tell_visit(teller: Teller, student: Student) -> None:
    """Play a blocked student's visit up to the ticket and the habits."""
    teller.tell("The terminal waits in the hall.")
    teller.touch("first.start")
    teller.tell("What is happening?")
    teller.touch("motive.blocked")
    teller.tell("Before the camera opens: what is read, and that no image is kept.")
    teller.touch("notice.accept")
    teller.prompter.walk_up(student)
    teller.tell("The student card, before the camera.")
    teller.await_screen("DocumentScreen")
    teller.tell("Accepted without a button. Now the identity document.")
    teller.await_screen("ReviewScreen")
    teller.tell("Is this you? Masked, and nothing is sent yet.")
    teller.touch("review.send")
    teller.await_screen("SubmittingScreen")
    teller.tell("Verified against the register, which takes as long for everyone.")
    teller.await_screen("TicketScreen")
    teller.touch("ticket.print")
    teller.tell("The ticket: what happens next, by when and where.")
    teller.touch("ticket.next")
    teller.tell("So that it won't happen again.")
    teller.touch("go.finish")
    teller.await_screen("FirstScreen")
    teller.tell("Everything is forgotten.")


def tell_approval(teller: Teller, desk: DeskFace, login: str, password: str) -> None:
    """Play the desk: sign in, look, tick that the person was seen, approve; by keyboard."""
    window = desk.window
    teller.tell("At the desk, someone who may approve signs in.", window=window)
    seen: list[object] = []
    looked_at: list[object] = []
    desk.controller.queue.seen.connect(seen.append)
    desk.controller.opened.connect(looked_at.append)
    desk.controller.desk.sign_in(login, password)
    teller.await_(lambda: desk.controller.staff is not None, "the sign-in")
    teller.await_(lambda: bool(seen), "the queue")
    teller.tell("The queue: by due time, urgent ones first.", window=window)
    for key in ("next", "open"):
        window.key_pressed.emit(key)
    teller.await_(lambda: bool(looked_at), "the request")
    teller.tell("One look: presence first, each check, what nobody checked.", window=window)
    decided: list[object] = []
    desk.controller.deciding.decided.connect(decided.append)
    for key in ("seen", "approve"):
        window.key_pressed.emit(key)
    teller.await_(lambda: bool(decided), "the decision")
    teller.tell("The student stands there, card in hand: approved.", window=window)


def tell_following(teller: Teller) -> None:
    """Play the holder of the ticket, in English."""
    teller.touch("language.en")
    teller.touch("first.follow")
    teller.touch("notice.accept")
    teller.tell("Follow my request, in English: the ticket's code before the camera.")
    teller.await_screen("StatusScreen")
    teller.tell("What the holder of the ticket may know.")
    teller.touch("go.finish")
    teller.touch("go.finish")
    teller.await_screen("FirstScreen")
