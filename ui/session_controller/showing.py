"""The pages at the camera and after it: card, number, document, review, and the wait."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kiosk.identity.reason import Reason
from kiosk.identity.validity import validity
from kiosk.reading.document import DocumentReading
from kiosk.session import events as on
from kiosk.session.states import (
    LookingUp,
    Reviewing,
    ShowingCard,
    ShowingDocument,
    Submitting,
    TypedNumber,
    TypingNumber,
)
from ui.screens.card import CardScreen, CardView
from ui.screens.document import DocumentScreen, DocumentView
from ui.screens.number import NumberScreen, NumberView
from ui.screens.review import ReviewScreen, ReviewView
from ui.screens.submitting import SubmittingScreen, SubmittingView
from ui.session_controller.scene import Scene, screen_of


@screen_of.register
def _(_state: ShowingCard, scene: Scene) -> QWidget:
    screen = CardScreen(scene.stage, CardView())
    screen.typing_asked.connect(scene.sends(on.TypingChosen()))
    screen.went_back.connect(scene.sends(on.WentBack()))
    return screen


@screen_of.register
def _(_state: TypingNumber, scene: Scene) -> QWidget:
    screen = NumberScreen(scene.stage, NumberView(digits=scene.aside.typed))
    screen.typed.connect(lambda digits: scene.note(replace(scene.aside, typed=digits)))
    screen.done.connect(lambda digits: scene.send(on.NumberTyped(digits)))
    screen.not_at_hand.connect(scene.sends(on.NotAtHand()))
    screen.went_back.connect(scene.sends(on.WentBack()))
    return screen


@screen_of.register
def _(_state: ShowingDocument, scene: Scene) -> QWidget:
    screen = DocumentScreen(scene.stage, DocumentView(scene.campus.documents))
    screen.not_at_hand.connect(scene.sends(on.NotAtHand()))
    screen.went_back.connect(scene.sends(on.WentBack()))
    return screen


@screen_of.register
def _(state: Reviewing, scene: Scene) -> QWidget:
    is_typed = isinstance(state.card, TypedNumber)
    number = state.card.number if isinstance(state.card, TypedNumber) else state.card.student_number or ""
    view = ReviewView(
        initials=(state.document.given_names[:1], state.document.surname[:1]),
        number_end=number[-2:],
        is_typed=is_typed,
        is_expired=_is_expired(scene, state.document),
    )
    screen = ReviewScreen(scene.stage, view)
    screen.confirmed.connect(scene.sends(on.Confirmed()))
    screen.again.connect(scene.sends(on.WentBack()))
    return screen


def _is_expired(scene: Scene, document: DocumentReading) -> bool:
    return validity(document, scene.local(scene.kit.now()).date()) is Reason.EXPIRED


@screen_of.register
def _(_state: Submitting, scene: Scene) -> QWidget:
    return SubmittingScreen(scene.stage, SubmittingView())


@screen_of.register
def _(_state: LookingUp, scene: Scene) -> QWidget:
    return SubmittingScreen(scene.stage, SubmittingView(is_looking_up=True))
