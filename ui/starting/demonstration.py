"""The demonstration's start: in windows, or as a story that plays by itself."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from kiosk.settings import Settings
from kiosk.wiring import build_kit
from ui.application import make_application, run
from ui.demonstration.cast import approver, cast_of
from ui.demonstration.live import LiveWindow
from ui.demonstration.playing import play
from ui.demonstration.prompter import Prompter
from ui.demonstration.props import Props
from ui.demonstration.setting_up import (
    beside,
    fit_to_screen,
    has_display,
    has_webcam,
    made_campus,
    new_day,
    say,
)
from ui.hall import Hall
from ui.starting.campus import campus_of


def start(folder: Path, words: Sequence[str], settings_of: Callable[[str, str], Settings]) -> int:
    """Run the demonstration on the campus in this folder. settings_of(file, data folder). Raises KioskError."""
    campus, day = made_campus(folder), new_day()
    settings = settings_of(str(campus / "kiosk.toml"), str(day))
    factor = fit_to_screen(os.environ) if has_display(os.environ) else None
    if factor is not None:
        return _live(campus, settings, words, factor)
    say("No window can be opened here, so the story plays by itself.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _story(campus, settings, words)


def _live(campus: Path, settings: Settings, words: Sequence[str], desk_factor: float) -> int:
    is_real, props = has_webcam(), Props()
    if is_real:
        settings = replace(settings, camera=replace(settings.camera, kind="webcam"))
    application = make_application(words)
    kit = build_kit(settings)
    hall = Hall(kit if is_real else replace(kit, open_camera=props.open_camera), campus_of(settings))
    prompter = None if is_real else Prompter(hall.face, props, settings.printer.folder)
    window = LiveWindow(hall.window, cast_of(campus), approver(campus), prompter)
    window.show()
    with beside(campus, settings.data, desk_factor):
        return run(application, hall.controller.fall, hall.close)


def _story(campus: Path, settings: Settings, words: Sequence[str]) -> int:
    application = make_application(words)
    folder = settings.data / "screens"
    folder.mkdir(parents=True)
    play(partial(build_kit, settings), campus_of(settings), campus, settings.printer.folder, folder)
    application.quit()
    return 0
