"""The pages at the end: the ticket, a way out, following a request, out of order."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kiosk.errors import TerminalRevoked, TerminalStopped
from kiosk.printer.qr import modules
from kiosk.request.request import State as RequestState
from kiosk.session import events as on
from kiosk.session.answers import Status
from kiosk.session.states import Following, OutOfOrder, StatusShown, TicketShown, WayOut
from kiosk.triage.advice import NOT_VERIFIED, advice
from kiosk.triage.words import Door
from ui.parts.door_facts import OfficeView
from ui.screens.follow import FollowScreen, FollowView
from ui.screens.out_of_order import OutOfOrderScreen, OutOfOrderView
from ui.screens.reference import ReferenceScreen, ReferenceView
from ui.screens.status import StatusScreen, StatusView
from ui.screens.ticket import TicketScreen, TicketView
from ui.screens.way_out import WayOutScreen, WayOutView
from ui.session_controller.arriving import PREVENTION, prevention, registrar
from ui.session_controller.scene import Scene, screen_of

REFERENCE = "reference"
DECIDED = "decided"
STOPS = {TerminalStopped.part: "paused", TerminalRevoked.part: "ended"}


@screen_of.register
def _(state: TicketShown, scene: Scene) -> QWidget:
    if scene.aside.page == PREVENTION:
        return prevention(scene)
    ticket = state.ticket
    view = TicketView(
        reference=ticket.reference,
        filed_at=scene.local(scene.aside.since),
        answer_by=scene.local(ticket.answer_by),
        office=scene.office(Door.RECEPTION if ticket.must_come else ticket.door),
        modules=modules(ticket.qr) if ticket.qr else (),
        note="replaces" if ticket.replaces else "" if ticket.is_sent else "unsent",
        must_come=ticket.must_come,
        can_print=scene.campus.can_print,
        is_printing=scene.aside.is_printing and state.is_printed is None,
        is_printed=state.is_printed,
    )
    screen = TicketScreen(scene.stage, view)
    screen.print_asked.connect(lambda: _print(scene))
    screen.finished.connect(scene.turns(PREVENTION))
    return screen


def _print(scene: Scene) -> None:
    scene.send(on.PrintChosen())
    scene.turn(replace(scene.aside, is_printing=True))


@screen_of.register
def _(state: WayOut, scene: Scene) -> QWidget:
    """Without a door every failure reads the same."""
    if state.door is Door.REGISTRAR:
        screen = registrar(scene)
        screen.went_back.connect(lambda: _again(scene))
        return screen
    bring = NOT_VERIFIED if state.door is None else advice(state.door)
    view = WayOutView(
        office=scene.office(state.door or Door.RECEPTION),
        bring=[str(code) for code in bring],
        is_directed=state.door is not None,
    )
    way_out = WayOutScreen(scene.stage, view)
    way_out.finished.connect(scene.sends(on.Cancelled()))
    way_out.again.connect(lambda: _again(scene))
    way_out.went_back.connect(lambda: _again(scene))
    return way_out


def _again(scene: Scene) -> None:
    """Forget this visit and start another, in the same language."""
    scene.send(on.Cancelled())
    scene.send(on.LanguageChosen(scene.language))
    scene.begin(scene.language)


@screen_of.register
def _(state: Following, scene: Scene) -> QWidget:
    if scene.aside.page == REFERENCE:
        return _reference(scene)
    screen = FollowScreen(scene.stage, FollowView(state.not_found, state.unanswered))
    screen.typing_asked.connect(scene.turns(REFERENCE))
    screen.went_back.connect(scene.sends(on.WentBack()))
    return screen


def _reference(scene: Scene) -> QWidget:
    screen = ReferenceScreen(scene.stage, ReferenceView(scene.aside.typed))
    screen.typed.connect(lambda typed: scene.note(replace(scene.aside, typed=typed)))
    screen.done.connect(lambda typed: scene.send(on.ReferenceTyped(typed)))
    screen.went_back.connect(scene.turns(""))
    return screen


@screen_of.register
def _(state: StatusShown, scene: Scene) -> QWidget:
    if scene.aside.page == PREVENTION:
        return prevention(scene)
    status = state.status
    view = StatusView(
        reference=status.reference,
        state=_word(status),
        answer_by=scene.local(status.answer_by) if status.answer_by else None,
        office=_office(status, scene),
    )
    screen = StatusScreen(scene.stage, view)
    screen.finished.connect(scene.turns(PREVENTION))
    screen.went_back.connect(scene.sends(on.WentBack()))
    return screen


def _office(status: Status, scene: Scene) -> OfficeView | None:
    """Return where to go or to ask; nowhere once the account is open again."""
    if status.state in (RequestState.UNLOCKED, RequestState.HANDED_OVER):
        return None
    return scene.office(status.door or Door.RECEPTION)


def _word(status: Status) -> str:
    if status.state is not None:
        return str(status.state)
    return DECIDED if status.is_decided else str(RequestState.WAITING)


@screen_of.register
def _(state: OutOfOrder, scene: Scene) -> QWidget:
    view = OutOfOrderView(scene.office(Door.RECEPTION), scene.campus.reset_link, STOPS.get(state.part, ""))
    return OutOfOrderScreen(scene.stage, view)
