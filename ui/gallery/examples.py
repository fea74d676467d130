"""Example values for every screen: usual ones, and the empty, long and crowded ones."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ui.gallery.example import Example, modules
from ui.gallery.frames import camera_picture, document_picture, ticket_picture
from ui.gallery.set_up_examples import SET_UP
from ui.parts.door_facts import OfficeView
from ui.screens.card import CardScreen, CardView
from ui.screens.comfort import ComfortScreen, ComfortView
from ui.screens.document import DocumentScreen, DocumentView
from ui.screens.first import FirstScreen, FirstView
from ui.screens.follow import FollowScreen, FollowView
from ui.screens.forgotten import ForgottenScreen, ForgottenView
from ui.screens.messages import Message, MessagesScreen, MessagesView
from ui.screens.motive import Motive, MotiveScreen, MotiveView
from ui.screens.notice import NoticeScreen, NoticeView
from ui.screens.number import NumberScreen, NumberView
from ui.screens.out_of_order import OutOfOrderScreen, OutOfOrderView
from ui.screens.prevention import PreventionScreen, PreventionView
from ui.screens.reference import ReferenceScreen, ReferenceView
from ui.screens.registration import RegistrationScreen, RegistrationView
from ui.screens.review import ReviewScreen, ReviewView
from ui.screens.staff_call import CallWord, StaffCallScreen, StaffCallView
from ui.screens.status import StatusScreen, StatusView
from ui.screens.submitting import SubmittingScreen, SubmittingView
from ui.screens.ticket import TicketScreen, TicketView
from ui.screens.time_out import TimeOutScreen, TimeOutView
from ui.screens.way_out import WayOutScreen, WayOutView
from ui.stage import Stage

MORNING = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001  local time, as a view carries it
MONDAY = datetime(2026, 11, 30, 17, 0)  # noqa: DTZ001
CODE = "KIOSK1:0123456789abcdef0123456789abcdef"
LINK = "https://ent.example.org/reset"
PLACES = {"fr": "Point d’accueil numérique", "en": "Digital reception point"}
_RECEPTION = {
    "fr": OfficeView(
        name="Point d’accueil numérique",
        place="Bâtiment 3, rez-de-chaussée",
        hours="du lundi au vendredi, 8 h 30 à 17 h",
    ),
    "en": OfficeView(
        name="Digital reception point",
        place="Building 3, ground floor",
        hours="Monday to Friday, 8:30 am to 5 pm",
    ),
}
_REGISTRAR = {
    "fr": OfficeView(
        name="Scolarité",
        place="Bâtiment 1, 1er étage",
        hours="du lundi au jeudi, 9 h à 12 h",
        address="scolarite@example.org",
    ),
    "en": OfficeView(
        name="Registrar’s office",
        place="Building 1, first floor",
        hours="Monday to Thursday, 9 am to noon",
        address="registrar@example.org",
    ),
}
_MESSAGES = {
    "fr": ("Ce compte a été verrouillé.", "Votre compte est bloqué après trop de tentatives de connexion."),
    "en": ("This account has been locked.", "Your account is blocked after too many attempts to sign in."),
}


def _with_picture(screen: CardScreen | DocumentScreen | FollowScreen) -> QWidget:
    picture = {CardScreen: camera_picture, DocumentScreen: document_picture, FollowScreen: _ticket_picture}
    screen.camera.show_image(picture[type(screen)]())
    return screen


@cache
def _ticket_picture() -> QImage:
    return ticket_picture(modules(CODE))


def _language(stage: Stage) -> str:
    return stage.words.language


def _office(stage: Stage) -> OfficeView:
    return _RECEPTION[_language(stage)]


def _first(stage: Stage) -> QWidget:
    others = tuple(code for code in ("fr", "en") if code != _language(stage))
    return FirstScreen(stage, FirstView(hours=_office(stage).hours, other_languages=others))


def _motive(stage: Stage) -> QWidget:
    said = _MESSAGES[_language(stage)][0]
    codes = ("forgotten", "expired", "registration", "suspected_hack", "unknown")
    plain = [Motive(code) for code in codes]
    return MotiveScreen(stage, MotiveView([plain[0], Motive("blocked", said), *plain[1:]]))


def _messages(stage: Stage) -> QWidget:
    said = _MESSAGES[_language(stage)]
    return MessagesScreen(
        stage, MessagesView([Message(str(number), words) for number, words in enumerate(said)])
    )


def _notice(stage: Stage, *, is_detailed: bool = False) -> QWidget:
    view = NoticeView(
        controller="Université de démonstration", contact="dpo@example.org", is_detailed=is_detailed
    )
    return NoticeScreen(stage, view)


def _ticket(stage: Stage, **changes: object) -> QWidget:
    values: dict[str, object] = {
        "reference": "MK-7F3K-92Q8",
        "filed_at": MORNING,
        "answer_by": MONDAY,
        "office": _office(stage),
        "modules": modules(CODE),
        "can_print": True,
    }
    return TicketScreen(stage, TicketView(**(values | changes)))  # type: ignore[arg-type]  # see TicketView


def _status(stage: Stage, state: str, **more: object) -> QWidget:
    view = StatusView(reference="MK-7F3K-92Q8", state=state, **more)  # type: ignore[arg-type]  # see StatusView
    return StatusScreen(stage, view)


def _staff_call(stage: Stage, call: CallWord) -> QWidget:
    return StaffCallScreen(stage, StaffCallView(_office(stage), call, MORNING))


EXAMPLES: Mapping[str, Example] = {
    "first": Example(_first, is_idle=True),
    "motive": Example(_motive),
    "messages": Example(_messages),
    "forgotten": Example(lambda stage: ForgottenScreen(stage, ForgottenView(LINK, modules(LINK)))),
    "forgotten-no-link": Example(lambda stage: ForgottenScreen(stage, ForgottenView())),
    "registration": Example(
        lambda stage: RegistrationScreen(stage, RegistrationView(_REGISTRAR[_language(stage)]))
    ),
    "way-out": Example(lambda stage: WayOutScreen(stage, WayOutView(office=_office(stage)))),
    "way-out-directed": Example(
        lambda stage: WayOutScreen(
            stage,
            WayOutView(
                office=_office(stage),
                bring=("bring_student_card", "bring_enrolment_certificate"),
                is_directed=True,
            ),
        )
    ),
    "notice": Example(_notice),
    "notice-detailed": Example(lambda stage: _notice(stage, is_detailed=True)),
    "card-opening": Example(lambda stage: CardScreen(stage, CardView())),
    "card": Example(lambda stage: _with_picture(CardScreen(stage, CardView("too_far")))),
    "card-side": Example(lambda stage: _with_picture(CardScreen(stage, CardView("card_side")))),
    "document": Example(lambda stage: _with_picture(DocumentScreen(stage, DocumentView(found=2, wanted=3)))),
    "document-glare": Example(lambda stage: _with_picture(DocumentScreen(stage, DocumentView(hint="glare")))),
    "document-card": Example(
        lambda stage: _with_picture(DocumentScreen(stage, DocumentView(hint="not_the_card")))
    ),
    "number": Example(lambda stage: NumberScreen(stage, NumberView(digits="2160", least=8))),
    "number-full": Example(lambda stage: NumberScreen(stage, NumberView(digits="21604242", least=8))),
    "reference": Example(lambda stage: ReferenceScreen(stage, ReferenceView("7F3K9"))),
    "review": Example(lambda stage: ReviewScreen(stage, ReviewView(initials=("C", "S"), number_end="42"))),
    "review-expired": Example(
        lambda stage: ReviewScreen(
            stage, ReviewView(initials=("C", "S"), number_end="42", is_typed=True, is_expired=True)
        )
    ),
    "submitting": Example(lambda stage: SubmittingScreen(stage, SubmittingView())),
    "ticket": Example(_ticket),
    "ticket-no-printer": Example(lambda stage: _ticket(stage, can_print=False, must_come=False)),
    "ticket-not-printed": Example(lambda stage: _ticket(stage, is_printed=False)),
    "ticket-earlier": Example(lambda stage: _ticket(stage, modules=())),
    "ticket-replaces": Example(lambda stage: _ticket(stage, note="replaces")),
    "ticket-unsent": Example(lambda stage: _ticket(stage, note="unsent")),
    "follow": Example(lambda stage: _with_picture(FollowScreen(stage, FollowView()))),
    "follow-not-found": Example(lambda stage: FollowScreen(stage, FollowView(not_found=True))),
    "follow-unanswered": Example(lambda stage: FollowScreen(stage, FollowView(unanswered=True))),
    "status-waiting": Example(
        lambda stage: _status(stage, "waiting", answer_by=MONDAY, office=_office(stage))
    ),
    "status-unlocked": Example(lambda stage: _status(stage, "unlocked")),
    "status-refused": Example(lambda stage: _status(stage, "refused", office=_office(stage))),
    "status-decided": Example(lambda stage: _status(stage, "decided", office=_office(stage))),
    "prevention": Example(lambda stage: PreventionScreen(stage, PreventionView())),
    "out-of-order": Example(
        lambda stage: OutOfOrderScreen(stage, OutOfOrderView(_office(stage), LINK)), is_idle=True
    ),
    "out-of-order-paused": Example(
        lambda stage: OutOfOrderScreen(stage, OutOfOrderView(_office(stage), LINK, "paused")), is_idle=True
    ),
    "out-of-order-ended": Example(
        lambda stage: OutOfOrderScreen(stage, OutOfOrderView(_office(stage), LINK, "ended")), is_idle=True
    ),
    "time-out": Example(lambda stage: TimeOutScreen(stage, TimeOutView(seconds=21))),
    "comfort": Example(lambda stage: ComfortScreen(stage, ComfortView(has_voice=True))),
    "staff-call": Example(lambda stage: StaffCallScreen(stage, StaffCallView(_office(stage)))),
    "staff-call-sent": Example(lambda stage: _staff_call(stage, "sent")),
    "staff-call-coming": Example(lambda stage: _staff_call(stage, "coming")),
    "staff-call-failed": Example(lambda stage: _staff_call(stage, "failed")),
    **SET_UP,
}
