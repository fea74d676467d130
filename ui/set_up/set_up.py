"""Sets a new terminal up: reads the token, shows what it asks with, and goes on once somebody admitted it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.device.admission import Asking
from kiosk.errors import CameraAway, KioskError, OutOfService, Refused
from kiosk.printer.qr import modules
from ui.background import Background
from ui.failsafe import place_of
from ui.parts.header import HeaderView
from ui.screens.admission import AdmissionScreen, AdmissionView
from ui.screens.token import TokenScreen, TokenView
from ui.set_up.scanner import CodeScanner
from ui.stage import Stage
from ui.terminal.campus import Campus
from ui.terminal.comfort import Comfort
from ui.terminal.window import TerminalWindow
from ui.words import load_words

log = logging.getLogger(__name__)
EVERY_MS = 5_000
CAMERA_AGAIN_MS = 3_000


class Newcomer(Protocol):
    """How it asks. ask raises Refused for what is no token; is_admitted StoreAway or Refused."""

    def pending(self) -> Asking | None: ...
    def ask(self, text: str) -> Asking: ...
    def is_over(self, asking: Asking) -> bool: ...
    def is_admitted(self, asking: Asking) -> bool: ...


@dataclass(frozen=True, slots=True)
class Problem:
    """code: of set_up.problem_..., "" for none. note: word for word."""

    code: str = ""
    note: str = ""


NONE = Problem()


class SetUp(QObject):
    """admitted(): the ordinary terminal may start. local: to the campus' time."""

    admitted = Signal()

    def __init__(
        self,
        newcomer: Newcomer,
        open_scanner: Callable[[QObject], CodeScanner],
        window: TerminalWindow,
        campus: Campus,
        local: Callable[[datetime], datetime],
    ) -> None:
        super().__init__(window)
        self.newcomer, self.window, self.campus, self.local = newcomer, window, campus, local
        self.language = campus.languages[0]
        self.asking, self.problem, self.refused = newcomer.pending(), NONE, ""
        self.is_asking = False
        self.screen: TokenScreen | AdmissionScreen | None = None
        self.errands = Background(2, self)
        self.scanner = open_scanner(self)
        self.scanner.image_came.connect(self._on_image)
        self.scanner.code_came.connect(self._on_code)
        self.scanner.lost.connect(self._on_lost)
        self.timer, self.camera_again = QTimer(self), QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self._look)
        self.camera_again.setSingleShot(True)
        self.camera_again.setInterval(CAMERA_AGAIN_MS)
        self.camera_again.timeout.connect(self._open_camera)
        window.language_chosen.connect(self._on_language)
        window.turned.connect(self.draw)
        self.start()

    def start(self) -> None:
        """Look for a token, or go on with what was asked before the power went."""
        if self.asking is None:
            self._open_camera()
        else:
            self.timer.start()
            self._look()
        self.draw()

    def close(self) -> bool:
        """Stop everything. Return whether all ended in time."""
        self.timer.stop()
        self.camera_again.stop()
        ended = self.scanner.finish()
        return self.errands.close(10_000) and ended

    @Slot()
    def draw(self) -> None:
        """Show what there is to do now."""
        stage = Stage(Comfort().look(), load_words(self.language), self.window.is_wide)
        header = HeaderView(place=self.campus.names[self.language], languages=self.campus.languages)
        self.screen = self._screen(stage)
        self.window.show_screen(stage, header, self.screen, has_footer=False)
        if self.window.header is not None:
            self.window.header.help.hide()  # its pages are a visitor's

    @Slot()
    def fall(self) -> None:
        """Say that the program failed, because of a bug."""
        self._say(Problem("program"))

    def tell(self, error: KioskError) -> None:
        """Say why the ordinary terminal can't start, though it was admitted."""
        self._say(Problem("server", str(error)))

    def _screen(self, stage: Stage) -> TokenScreen | AdmissionScreen:
        asking, problem = self.asking, self.problem
        if asking is None:
            return TokenScreen(stage, TokenView(problem.code, problem.note))
        screen = AdmissionScreen(
            stage,
            AdmissionView(
                name=asking.name,
                writer=asking.writer,
                until=stage.words.time(self.local(asking.until)),
                modules=modules(asking.line),
                problem=problem.code,
                note=problem.note,
            ),
        )
        screen.again.connect(self._again)
        return screen

    def _say(self, problem: Problem) -> None:
        if problem != self.problem:
            self.problem = problem
            self.draw()

    @Slot()
    def _open_camera(self) -> None:
        self.scanner.open()

    @Slot()
    def _again(self, problem: Problem = NONE) -> None:
        """Look for another token."""
        self.timer.stop()
        self.asking, self.problem = None, problem
        self._open_camera()
        self.draw()

    @Slot(QImage)
    def _on_image(self, image: QImage) -> None:
        if self.problem.code == "camera":
            self._say(NONE)
        if isinstance(self.screen, TokenScreen):
            self.screen.camera.show_image(image)

    @Slot(str)
    def _on_code(self, text: str) -> None:
        """Ask with it; the same wrong one is refused once."""
        if self.asking is None and not self.is_asking and text != self.refused:
            self.is_asking, self.refused = True, text
            self.errands.run(partial(self.newcomer.ask, text), self._on_asked, self._on_refused)

    @Slot(object)
    def _on_asked(self, asking: Asking) -> None:
        self.is_asking, self.refused = False, ""
        self.asking, self.problem = asking, NONE
        self.scanner.close()
        self.timer.start()
        self.draw()
        self._look()

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self.is_asking = False
        if isinstance(error, Refused) and error.reasons:
            self._say(Problem(error.reasons[0]))
        else:
            self._say(Problem("disk", str(error)) if isinstance(error, KioskError) else _bug(error))

    @Slot(object)
    def _on_lost(self, error: Exception) -> None:
        if isinstance(error, CameraAway):
            self._say(Problem("camera", str(error)))
            self.camera_again.start()
        else:
            self._say(_bug(error))

    @Slot()
    def _look(self) -> None:
        """Ask the server whether it lets this terminal in."""
        asking = self.asking
        if asking is not None and not self.is_asking:
            self.is_asking = True
            self.errands.run(partial(self.newcomer.is_admitted, asking), self._on_looked, self._on_away)

    @Slot(object)
    def _on_looked(self, is_admitted: bool) -> None:
        self.is_asking = False
        if self.asking is None:
            return
        if is_admitted:
            self.timer.stop()
            self.admitted.emit()
        elif self.newcomer.is_over(self.asking):
            self._again(Problem("not_admitted"))
        else:
            self._say(NONE)

    @Slot(object)
    def _on_away(self, error: Exception) -> None:
        self.is_asking = False
        if self.asking is None:
            return
        if isinstance(error, OutOfService) and error.retry:
            self._say(Problem("server_away", str(error)))
        else:
            self._say(Problem("server", str(error)) if isinstance(error, KioskError) else _bug(error))

    @Slot(str)
    def _on_language(self, language: str) -> None:
        self.language = language
        self.draw()


def _bug(error: Exception) -> Problem:
    place = place_of(error.__traceback__)
    log.critical("bug", extra={"kind": type(error).__name__, "place": place})
    return Problem("program")
