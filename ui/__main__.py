"""The windows' entries: from the command line and the settings to what a window works with."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from kiosk.errors import KioskError, OutOfService, SettingsWrong
from kiosk.memory import forbid_core_dumps
from kiosk.settings import Settings, load
from kiosk.triage.words import Door, Symptom
from kiosk.wiring import (
    admit_device,
    build_kit,
    frame_reader,
    looked_over,
    newcomer,
    open_camera,
)
from ui.application import make_application, run
from ui.parts.door_facts import OfficeView
from ui.rooms import Counter, Hall
from ui.screens.messages import Message
from ui.terminal.campus import Campus
from ui.terminal.drawn import pictures_of
from ui.terminal.fit import fit_to_screen
from ui.terminal.one_camera import OneCamera
from ui.terminal.voice import ProgramVoice
from ui.terminal.window import TerminalWindow

if TYPE_CHECKING:
    from ui.set_up.set_up import Newcomer, SetUp

REFUSED, USAGE, OUT_OF_SERVICE = 1, 2, 3


def terminal(words: Sequence[str] | None = None) -> int:
    """Run the terminal in the hall, full screen."""
    return _explained("kiosk-terminal", words, _terminal)


def desk(words: Sequence[str] | None = None) -> int:
    """Run the desk behind the counter."""
    return _explained("kiosk-desk", words, _desk)


def demo(words: Sequence[str] | None = None) -> int:
    """Run the demonstration on the fictional campus; without a display it plays by itself."""
    forbid_core_dumps()
    parser = argparse.ArgumentParser(prog="kiosk-demo")
    parser.add_argument(
        "--campus", metavar="DIR", type=Path, default=Path("build/campus"), help="made if missing"
    )
    arguments, rest = parser.parse_known_args(words)
    try:
        return _demo(arguments.campus, rest)
    except KioskError as error:
        return _sorry("kiosk-demo", error)


def _demo(folder: Path, rest: Sequence[str]) -> int:
    from ui.demonstration import setting_up

    campus, day = setting_up.made_campus(folder), setting_up.new_day()
    settings = settings_of(str(campus / "kiosk.toml"), str(day))
    factor = setting_up.fit_to_screen(os.environ) if setting_up.has_display(os.environ) else None
    if factor is not None:
        return _live(campus, settings, rest, factor)
    setting_up.say("No window can be opened here, so the story plays by itself.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _story(campus, settings, rest)


def _live(campus: Path, settings: Settings, rest: Sequence[str], desk_factor: float) -> int:
    from ui.demonstration.cast import approver, cast_of
    from ui.demonstration.live import LiveWindow
    from ui.demonstration.prompter import Prompter
    from ui.demonstration.props import Props
    from ui.demonstration.setting_up import beside, has_webcam

    is_real, props = has_webcam(), Props()
    if is_real:
        settings = replace(settings, camera=replace(settings.camera, kind="webcam"))
    application = make_application(rest)
    kit = build_kit(settings)
    hall = Hall(kit if is_real else replace(kit, open_camera=props.open_camera), campus_of(settings))
    prompter = None if is_real else Prompter(hall.face, props, settings.printer.folder)
    window = LiveWindow(hall.window, cast_of(campus), approver(campus), prompter)
    window.show()
    with beside(campus, settings.data, desk_factor):
        return run(application, hall.controller.fall, hall.close)


def _story(campus: Path, settings: Settings, rest: Sequence[str]) -> int:
    from ui.demonstration.playing import play

    application = make_application(rest)
    folder = settings.data / "screens"
    folder.mkdir(parents=True)
    play(partial(build_kit, settings), campus_of(settings), campus, settings.printer.folder, folder)
    application.quit()
    return 0


def _desk(settings: Settings, rest: Sequence[str], *, is_framed: bool) -> int:
    application = make_application(rest)
    looks, admit = partial(looked_over, settings), partial(admit_device, settings)
    counter = Counter(build_kit(settings), campus_of(settings), looks, admit)
    if is_framed:
        from ui.demonstration.setting_up import right_part

        counter.window.setGeometry(right_part(application))
        counter.window.show()
    else:
        counter.window.showMaximized()
    return run(application, counter.face.lock, counter.close)


def _terminal(settings: Settings, rest: Sequence[str], *, is_framed: bool) -> int:
    if not is_framed and (said := fit_to_screen()):
        sys.stderr.write(f"kiosk-terminal: {said}\n")
    application = make_application(rest)
    show = partial(show_terminal, application, is_framed=is_framed)
    new = newcomer(settings)
    if new is not None:
        from ui.set_up.first_start import FirstStart

        first = FirstStart(partial(set_up_of, settings, new), lambda: hall_of(settings), show)
        return run(application, first.fall, first.close)
    hall = hall_of(settings)
    show(hall.window)
    return run(application, hall.controller.fall, hall.close)


def hall_of(settings: Settings) -> Hall:
    """Return the terminal; its store may come late."""
    voice = ProgramVoice() if settings.terminal.speech == "espeak-ng" else None
    return Hall(build_kit(settings, may_come_late=True), campus_of(settings), voice)


def set_up_of(settings: Settings, new: "Newcomer", window: TerminalWindow) -> "SetUp":
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


def show_terminal(application: QApplication, window: TerminalWindow, *, is_framed: bool) -> None:
    """Show a terminal's window on its whole screen, or in a frame."""
    if is_framed:
        window.show()
    else:
        window.fill(application.primaryScreen().geometry())


def _explained(program: str, words: Sequence[str] | None, start: Callable[..., int]) -> int:
    """Read the command line and the settings, start, and say in a sentence what stands in the way."""
    forbid_core_dumps()
    parser = argparse.ArgumentParser(prog=program)
    parser.add_argument("--config", metavar="FILE", help="kiosk.toml (or KIOSK_CONFIG)")
    parser.add_argument("--data", metavar="DIR", help="data folder (or KIOSK_DATA)")
    parser.add_argument("--window", action="store_true", help="in a window, not full screen")
    arguments, rest = parser.parse_known_args(words)
    try:
        return start(settings_of(arguments.config, arguments.data), rest, is_framed=arguments.window)
    except KioskError as error:
        return _sorry(program, error)


def _sorry(program: str, error: KioskError) -> int:
    """Say in a sentence what stands in the way; return the exit status that scripts rely on."""
    sys.stderr.write(f"{program}: {error}\n")
    if isinstance(error, OutOfService):
        return OUT_OF_SERVICE
    return USAGE if isinstance(error, SettingsWrong) else REFUSED


def settings_of(config: str | None, data: str | None) -> Settings:
    environment = {**os.environ, **({"KIOSK_DATA": data} if data else {})}
    return load(Path(config) if config else None, environment)


def campus_of(settings: Settings) -> Campus:
    """Return what the settings say to visitors."""
    languages = settings.site.languages
    names: dict[str, str] = {language: getattr(settings.site.name, language) for language in languages}
    return Campus(
        languages=languages,
        names=names,
        offices={
            (door, language): office_of(settings, door, language)
            for door, language in product(Door, languages)
        },
        messages={
            (symptom, language): tuple(
                Message(message.code, getattr(message, language))
                for message in getattr(settings.symptoms, symptom).messages
            )
            for symptom, language in product(Symptom, languages)
        },
        controller={
            language: getattr(settings.data_protection.controller, language) for language in languages
        },
        contact=settings.data_protection.contact or "",
        reset_link=settings.doors.self_service.reset_link or "",
        documents=pictures_of((*settings.documents.accept, *settings.documents.review)),
        holder_days=settings.retention.holder_days,
        record_days=settings.retention.record_days,
        can_print=settings.printer.kind != "none",
        less_motion=settings.terminal.motion == "none",
    )


def office_of(settings: Settings, door: Door, language: str) -> OfficeView:
    if door is Door.SELF_SERVICE:
        online = settings.doors.self_service
        return OfficeView(name=getattr(online.name, language), place=online.reset_link or "")
    office = getattr(settings.doors, door)
    place, hours = (getattr(said, language) if said else "" for said in (office.place, office.hours))
    return OfficeView(
        name=getattr(office.name, language), place=place, hours=hours, address=office.address or ""
    )


ENTRIES = {"terminal": terminal, "desk": desk, "demo": demo}


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in ENTRIES:
        sys.exit(f"usage: python -m ui {{{','.join(ENTRIES)}}} ...")
    sys.exit(ENTRIES[sys.argv[1]](sys.argv[2:]))
