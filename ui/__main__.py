"""The windows' entries: from the command line and the settings to what a window works with."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from kiosk.doctor import examine
from kiosk.errors import KioskError, OutOfService, SettingsWrong
from kiosk.memory import forbid_core_dumps
from kiosk.settings import Settings, load
from kiosk.triage.words import Door, Symptom
from kiosk.wiring import admit_device, build_kit, health_checks
from ui.application import make_application, run
from ui.parts.door_facts import OfficeView
from ui.rooms import Counter, Hall
from ui.screens.messages import Message
from ui.terminal.campus import Campus
from ui.terminal.fit import fit_to_screen
from ui.terminal.voice import ProgramVoice

TITLE_BAR = 32  # pixels that a window's frame may take
REFUSED, USAGE, OUT_OF_SERVICE = 1, 2, 3
DRAWN = {  # a kind of document, and the pictures of it
    "national_identity_card": ("national_identity_card", "old_french_card"),
    "passport": ("passport",),
    "residence_permit": ("residence_permit",),
    "other_identity_card": ("other_identity_card",),
    "other_document": ("other_document",),
}
LIKELIEST = ("national_identity_card", "passport", "old_french_card")


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
    from ui.demonstration.cast import approver, cast_of
    from ui.demonstration.prompter import Prompter
    from ui.demonstration.props import Props
    from ui.demonstration.setting_up import UPRIGHT, say
    from ui.demonstration.story import Teller, tell_approval, tell_following, tell_visit

    application, props = make_application(rest), Props()
    kit = replace(build_kit(settings), open_camera=props.open_camera)
    hall = Hall(kit, campus_of(settings))
    counter = Counter(build_kit(settings), campus_of(settings))
    hall.window.resize(*UPRIGHT)
    counter.window.resize(1600, 1000)
    counter.window.show()
    hall.window.show()
    folder = settings.data / "screens"
    folder.mkdir(parents=True)
    teller = Teller(hall.face, Prompter(hall.face, props, settings.printer.folder), folder)
    try:
        blocked = next(
            each for each in cast_of(campus) if (each.account, each.verdict) == ("locked", "match")
        )
        tell_visit(teller, blocked)
        tell_approval(teller, counter.face, *approver(campus))
        tell_following(teller)
    finally:
        counter.close()
        hall.close()
        application.quit()
    say(f"The end. The pictures of every step lie in {folder}.")
    return 0


def _desk(settings: Settings, rest: Sequence[str], *, is_framed: bool) -> int:
    application = make_application(rest)
    checks = health_checks(settings)
    looks, admit = partial(examine, checks), partial(admit_device, settings)
    counter = Counter(build_kit(settings), campus_of(settings), looks, admit)
    if is_framed:
        counter.window.setGeometry(right_part(application))
        counter.window.show()
    else:
        counter.window.showMaximized()
    return run(application, counter.face.lock, counter.close)


def right_part(application: QApplication) -> QRect:
    """Return where a framed desk stands: beside the demonstration's terminal, which takes the left of the screen."""
    from ui.demonstration.setting_up import left_part

    screen = application.primaryScreen()
    free, ratio = screen.availableGeometry(), screen.devicePixelRatio()
    left = round(left_part(round(free.width() * ratio), round(free.height() * ratio)) / ratio)
    return free.adjusted(left, TITLE_BAR, 0, -TITLE_BAR)


def _terminal(settings: Settings, rest: Sequence[str], *, is_framed: bool) -> int:
    if not is_framed and (said := fit_to_screen()):
        sys.stderr.write(f"kiosk-terminal: {said}\n")
    application = make_application(rest)
    voice = ProgramVoice() if settings.terminal.speech == "espeak-ng" else None
    hall = Hall(build_kit(settings, may_come_late=True), campus_of(settings), voice)
    if is_framed:
        hall.window.show()
    else:
        hall.window.fill(application.primaryScreen().geometry())
    return run(application, hall.controller.fall, hall.close)


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
        documents=documents_of(settings),
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


def documents_of(settings: Settings) -> tuple[str, ...]:
    """Return the pictures of what is accepted or reviewed, the likeliest first."""
    taken = [*settings.documents.accept, *settings.documents.review]
    drawn = [picture for kind in taken for picture in DRAWN.get(kind, ())]
    first = [picture for picture in LIKELIEST if picture in drawn]
    return (*first, *(picture for picture in drawn if picture not in first))


ENTRIES = {"terminal": terminal, "desk": desk, "demo": demo}


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in ENTRIES:
        sys.exit(f"usage: python -m ui {{{','.join(ENTRIES)}}} ...")
    sys.exit(ENTRIES[sys.argv[1]](sys.argv[2:]))
