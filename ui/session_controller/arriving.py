"""The pages up to the camera: first screen, what is happening, the ways that need no camera, the notice."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kiosk.printer.qr import modules
from kiosk.session import Idle
from kiosk.session import events as on
from kiosk.session.states import Choosing, Directed, Notice, SelfService
from kiosk.triage.words import Door, Symptom
from ui.screens.first import FirstScreen, FirstView
from ui.screens.forgotten import ForgottenScreen, ForgottenView
from ui.screens.messages import Message, MessagesScreen, MessagesView
from ui.screens.motive import Motive, MotiveScreen, MotiveView
from ui.screens.notice import NoticeScreen, NoticeView
from ui.screens.prevention import PreventionScreen, PreventionView
from ui.screens.registration import RegistrationScreen, RegistrationView
from ui.screens.way_out import WayOutScreen, WayOutView
from ui.session_controller.scene import Scene, screen_of

DETAILS, DESK, PREVENTION, MESSAGES = "details", "desk", "prevention", "messages"


@screen_of.register
def _(_state: Idle, scene: Scene) -> QWidget:
    def start(language: str) -> None:
        if language:
            scene.send(on.LanguageChosen(language))
        scene.begin(language or scene.language)

    others = [language for language in scene.campus.languages if language != scene.language]
    view = FirstView(hours=scene.office(Door.RECEPTION).hours, other_languages=others)
    screen = FirstScreen(scene.stage, view)
    screen.started.connect(start)
    screen.follow_asked.connect(lambda: scene.begin(scene.language, on.FollowChosen()))
    return screen


@screen_of.register
def _(_state: Choosing, scene: Scene) -> QWidget:
    if scene.aside.page == MESSAGES and scene.aside.symptom is not None:
        return _messages(scene, scene.aside.symptom)
    motives = [_motive(scene, symptom) for symptom in Symptom]
    screen = MotiveScreen(scene.stage, MotiveView(motives, scene.aside.is_urgent))
    screen.chosen.connect(lambda symptom, is_urgent: _choose(scene, Symptom(symptom), is_urgent))
    screen.went_back.connect(scene.sends(on.WentBack()))
    screen.urgent.tapped.connect(
        lambda: scene.note(
            replace(scene.aside, is_urgent=screen.urgent.is_on)
        )  # another language keeps the tick
    )
    return screen


def _motive(scene: Scene, symptom: Symptom) -> Motive:
    known = _known(scene, symptom)
    return Motive(symptom, known[0].said if len(known) == 1 else "")


def _known(scene: Scene, symptom: Symptom) -> Sequence[Message]:
    return scene.campus.messages.get((symptom, scene.language), ())


def _choose(scene: Scene, symptom: Symptom, is_urgent: bool) -> None:
    """Go on; where the ENT has several messages for a symptom, ask first which one it was."""
    known = _known(scene, symptom)
    if len(known) > 1:
        scene.turn(replace(scene.aside, page=MESSAGES, symptom=symptom, is_urgent=is_urgent))
        return
    scene.send(on.SymptomChosen(symptom, known[0].code if known else None, is_urgent))


def _messages(scene: Scene, symptom: Symptom) -> QWidget:
    is_urgent = scene.aside.is_urgent
    screen = MessagesScreen(scene.stage, MessagesView(_known(scene, symptom)))
    screen.recognised.connect(lambda code: scene.send(on.SymptomChosen(symptom, code or None, is_urgent)))
    screen.went_back.connect(scene.turns(""))
    return screen


@screen_of.register
def _(_state: SelfService, scene: Scene) -> QWidget:
    if scene.aside.page == PREVENTION:
        return prevention(scene)
    link = scene.campus.reset_link
    screen = ForgottenScreen(scene.stage, ForgottenView(link, modules(link) if link else ()))
    screen.nothing_came.connect(scene.sends(on.NothingCame()))
    screen.finished.connect(scene.turns(PREVENTION))
    screen.went_back.connect(scene.sends(on.WentBack()))
    return screen


@screen_of.register
def _(state: Directed, scene: Scene) -> QWidget:
    screen: RegistrationScreen | WayOutScreen
    if state.door is Door.REGISTRAR:
        screen = registrar(scene)
    else:
        bring = [str(code) for code in state.advice]
        screen = WayOutScreen(
            scene.stage, WayOutView(office=scene.office(state.door), bring=bring, is_directed=True)
        )
        screen.finished.connect(scene.sends(on.Cancelled()))
    screen.went_back.connect(scene.sends(on.WentBack()))
    return screen


@screen_of.register
def _(_state: Notice, scene: Scene) -> QWidget:
    if scene.aside.page == DESK:
        return _desk(scene)
    campus = scene.campus
    view = NoticeView(
        controller=campus.controller[scene.language],
        contact=campus.contact,
        holder_days=campus.holder_days,
        record_days=campus.record_days,
        is_detailed=scene.aside.page == DETAILS,
    )
    screen = NoticeScreen(scene.stage, view)
    screen.accepted.connect(scene.sends(on.Acknowledged()))
    screen.desk_preferred.connect(scene.turns(DESK))
    screen.went_back.connect(scene.sends(on.WentBack()))
    screen.detail_asked.connect(
        lambda is_asked: scene.turn(replace(scene.aside, page=DETAILS if is_asked else ""))
    )
    return screen


def _desk(scene: Scene) -> QWidget:
    """Return where the desk is, for who wants no camera."""
    screen = WayOutScreen(scene.stage, WayOutView(office=scene.office(Door.RECEPTION), is_directed=True))
    screen.finished.connect(scene.sends(on.Cancelled()))
    screen.went_back.connect(scene.turns(""))
    return screen


def registrar(scene: Scene) -> RegistrationScreen:
    screen = RegistrationScreen(scene.stage, RegistrationView(scene.office(Door.REGISTRAR)))
    screen.finished.connect(scene.sends(on.Cancelled()))
    return screen


def prevention(scene: Scene) -> QWidget:
    screen = PreventionScreen(scene.stage, PreventionView())
    screen.finished.connect(scene.sends(on.Cancelled()))
    return screen
