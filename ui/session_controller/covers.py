"""What lies over a screen for a moment: help, the way to the staff, the question whether someone is there."""

from dataclasses import replace
from typing import Protocol

from PySide6.QtWidgets import QWidget

from kiosk.triage.words import Door
from ui.screens.comfort import ComfortScreen, ComfortView
from ui.screens.staff_call import StaffCallScreen, StaffCallView
from ui.screens.time_out import TimeOutScreen, TimeOutView
from ui.session_controller.controller import SessionController
from ui.stage import Stage
from ui.terminal.campus import Campus
from ui.terminal.comfort import Comfort
from ui.terminal.voice import Loudness
from ui.tokens import Theme

HELP, STAFF, TIME_OUT = "help", "staff", "time_out"


class Covered(Protocol):
    """What a cover may ask of the face that it lies on."""

    controller: SessionController
    campus: Campus
    comfort: Comfort
    has_voice: bool

    @property
    def language(self) -> str: ...
    def be_seen(self, comfort: Comfort) -> None: ...
    def close_cover(self) -> None: ...
    def stay(self) -> None: ...
    def finish(self) -> None: ...


def cover_of(over: str, face: Covered, stage: Stage) -> QWidget:
    """Return what lies over the screen now."""
    return {HELP: help_screen, STAFF: staff_screen, TIME_OUT: time_out_screen}[over](face, stage)


def help_screen(face: Covered, stage: Stage) -> ComfortScreen:
    """Return help, in which each choice takes hold at once."""
    screen = ComfortScreen(stage, ComfortView(has_voice=face.has_voice, loudness=face.comfort.loudness))
    screen.voice_chosen.connect(lambda code: face.be_seen(replace(face.comfort, loudness=Loudness(code))))
    screen.scale_chosen.connect(lambda scale: face.be_seen(replace(face.comfort, scale=scale)))
    screen.theme_chosen.connect(lambda theme: face.be_seen(replace(face.comfort, theme=Theme(theme))))
    screen.less_motion_chosen.connect(
        lambda is_less: face.be_seen(replace(face.comfort, less_motion=is_less))
    )
    screen.closed.connect(face.close_cover)
    return screen


def staff_screen(face: Covered, stage: Stage) -> StaffCallScreen:
    """Return where staff are, and how far a call for them has come."""
    calling, office = face.controller.calling, face.campus.offices[Door.RECEPTION, face.language]
    view = StaffCallView(office)
    if calling.now is not None:
        since = calling.now.since
        calendar = face.controller.kit.rules.calendar
        view = StaffCallView(office, calling.now.state.value, calendar.local(since) if since else None)
    screen = StaffCallScreen(stage, view)
    screen.call_asked.connect(calling.ask)
    screen.closed.connect(face.close_cover)
    return screen


def time_out_screen(face: Covered, stage: Stage) -> TimeOutScreen:
    """Return the countdown as it stands."""
    view = TimeOutView(face.controller.idle.seconds, face.controller.timing.seconds)
    screen = TimeOutScreen(stage, view)
    screen.stayed.connect(face.stay)
    screen.finished.connect(face.finish)
    return screen
