"""The terminal's start: the ordinary one, or one that nobody has admitted yet."""

import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.settings import Settings
from kiosk.wiring import build_kit, frame_reader, is_new, open_camera
from ui.application import make_application, run
from ui.hall import Hall
from ui.starting.campus import campus_of
from ui.terminal.fit import Asking, fit_to_screen
from ui.terminal.one_camera import OneCamera
from ui.terminal.voice import ProgramVoice

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from ui.set_up.set_up import Newcomer, SetUp
    from ui.terminal.window import TerminalWindow


def start(settings: Settings, words: Sequence[str], asking: Asking | None) -> int:
    """Run the terminal. words: of the command line, for Qt. asking: for its whole screen; None: in a frame.

    Raises KioskError.
    """
    if asking is not None and (said := fit_to_screen(asking)):
        sys.stderr.write(f"kiosk-terminal: {said}\n")
    application = make_application(words)
    screen = application.primaryScreen().geometry() if asking is not None else None
    show = partial(show_terminal, screen)
    if is_new(settings):
        from kiosk.wiring.newcomers import Newcomer
        from ui.set_up.first_start import FirstStart

        set_up = partial(set_up_of, settings, Newcomer(settings))
        first = FirstStart(set_up, partial(hall_of, settings, screen), show, screen)
        return run(application, first.fall, first.close)
    hall = hall_of(settings, screen)
    show(hall.window)
    return run(application, hall.controller.fall, hall.close)


def hall_of(settings: Settings, screen: "QRect | None" = None) -> Hall:
    """Return the terminal; its store may come late. screen: which it will fill; None: a frame."""
    voice = ProgramVoice() if settings.terminal.speech == "espeak-ng" else None
    return Hall(build_kit(settings, may_come_late=True), campus_of(settings), voice, screen=screen)


def set_up_of(settings: Settings, new: "Newcomer", window: "TerminalWindow") -> "SetUp":
    """Return what asks for a new terminal to be admitted."""
    from ui.set_up.scanner import CodeScanner
    from ui.set_up.set_up import SetUp

    cameras = OneCamera(lambda: open_camera(settings, None))
    zone = ZoneInfo(settings.site.time_zone)
    return SetUp(
        new,
        partial(CodeScanner, cameras, lambda: frame_reader(settings)),
        window,
        campus_of(settings),
        lambda at: at.astimezone(zone),
    )


def show_terminal(screen: "QRect | None", window: "TerminalWindow") -> None:
    """Show a terminal's window on its whole screen, or in a frame."""
    if screen is None:
        window.show()
    else:
        window.fill(screen)
