"""Where each state goes at each event; what isn't named stays where it is."""

from functools import singledispatch

from kiosk.reading.card import CardKind
from kiosk.session import events as on
from kiosk.session.answers import NoRequest, Status, Ticket, Unanswered, Unknown
from kiosk.session.states import (
    Choosing,
    Directed,
    Following,
    Idle,
    LookingUp,
    Matter,
    Notice,
    OutOfOrder,
    Reviewing,
    SelfService,
    ShowingCard,
    ShowingDocument,
    State,
    StatusShown,
    Submitting,
    TicketShown,
    TypedNumber,
    TypingNumber,
    Visit,
    WayOut,
)
from kiosk.triage.advice import advice, what_to_bring
from kiosk.triage.words import Door, Symptom

LONGEST_NUMBER = 14
_WITH_NUMBER = (CardKind.STUDENT_NUMBER, CardKind.CANDIDATE)


@singledispatch
def move(state: State, event: on.Event) -> State:  # noqa: ARG001 - what the moves below take
    """Return the next state. One that has no moves of its own (waiting for an end) stays."""
    return state


@move.register
def _(state: Idle, event: on.Event) -> State:
    match event:
        case on.Touched(visit_id, language):
            return Choosing(Visit(visit_id, state.language or language))
        case on.LanguageChosen(language):
            return Idle(language)
    return state


@move.register
def _(state: OutOfOrder, event: on.Event) -> State:
    return Idle() if isinstance(event, on.Recovered) else state


@move.register
def _(state: Choosing, event: on.Event) -> State:
    match event:
        case on.SymptomChosen(symptom, message, urgent):
            return _by_symptom(state.visit, Matter(symptom, message, urgent))
        case on.FollowChosen():
            return Notice(state.visit, None)
        case on.WentBack():
            return Idle()
    return state


def _by_symptom(visit: Visit, matter: Matter) -> State:
    """A person must look at a suspected hack; the registrar's matters and a forgotten password need no camera."""
    match matter.symptom:
        case Symptom.FORGOTTEN:
            return SelfService(visit)
        case Symptom.REGISTRATION:
            return Directed(visit, Door.REGISTRAR, advice(Door.REGISTRAR))
        case Symptom.SUSPECTED_HACK:
            return Directed(visit, Door.RECEPTION, advice(Door.RECEPTION))
    return Notice(visit, matter)


@move.register
def _(state: SelfService, event: on.Event) -> State:
    match event:
        case on.NothingCame():
            return Notice(state.visit, Matter(Symptom.BLOCKED))
        case on.WentBack():
            return Choosing(state.visit)
    return state


@move.register
def _(state: Directed, event: on.Event) -> State:
    return Choosing(state.visit) if isinstance(event, on.WentBack) else state


@move.register
def _(state: Notice, event: on.Event) -> State:
    match event:
        case on.Acknowledged():
            return ShowingCard(state.visit, state.matter) if state.matter else Following(state.visit)
        case on.WentBack():
            return Choosing(state.visit)
    return state


@move.register
def _(state: ShowingCard, event: on.Event) -> State:
    match event:
        case on.CardAccepted(visit_id, card) if visit_id == state.visit.id and card.kind in _WITH_NUMBER:
            return ShowingDocument(state.visit, state.matter, card)
        case on.TypingChosen():
            return TypingNumber(state.visit, state.matter)
        case on.NotAtHand():
            return Directed(state.visit, Door.RECEPTION, what_to_bring(has_card=False, has_document=True))
        case on.WentBack():
            return Notice(state.visit, state.matter)
    return state


@move.register
def _(state: TypingNumber, event: on.Event) -> State:
    match event:
        case on.NumberTyped(number) if _is_number(number):
            return ShowingDocument(state.visit, state.matter, TypedNumber(number))
        case on.NotAtHand():
            return Directed(state.visit, Door.RECEPTION, what_to_bring(has_card=False, has_document=True))
        case on.WentBack():
            return ShowingCard(state.visit, state.matter)
    return state


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER


@move.register
def _(state: ShowingDocument, event: on.Event) -> State:
    match event:
        case on.DocumentAccepted(visit_id, document) if visit_id == state.visit.id:
            return Reviewing(state.visit, state.matter, state.card, document)
        case on.NotAtHand():
            return Directed(state.visit, Door.RECEPTION, what_to_bring(has_card=True, has_document=False))
        case on.WentBack():
            return ShowingCard(state.visit, state.matter)
    return state


@move.register
def _(state: Reviewing, event: on.Event) -> State:
    match event:
        case on.Confirmed():
            return Submitting(state.visit)
        case on.WentBack():
            return ShowingDocument(state.visit, state.matter, state.card)
    return state


@move.register
def _(state: Submitting, event: on.Event) -> State:
    match event:
        case on.Answered(visit_id, Ticket() as ticket) if visit_id == state.visit.id:
            return TicketShown(state.visit, ticket)
        case on.Answered(visit_id, NoRequest(door)) if visit_id == state.visit.id:
            return WayOut(state.visit, door)
    return state


@move.register
def _(state: TicketShown, event: on.Event) -> State:
    match event:
        case on.PrintChosen():
            return TicketShown(state.visit, state.ticket)
        case on.Printed(visit_id, ok) if visit_id == state.visit.id:
            return TicketShown(state.visit, state.ticket, ok)
    return state


@move.register
def _(state: Following, event: on.Event) -> State:
    match event:
        case on.CardAccepted(visit_id, card) if visit_id == state.visit.id and card.kind is CardKind.TICKET:
            return LookingUp(state.visit)
        case on.ReferenceTyped():
            return LookingUp(state.visit)
        case on.WentBack():
            return Notice(state.visit, None)
    return state


@move.register
def _(state: LookingUp, event: on.Event) -> State:
    match event:
        case on.Answered(visit_id, Status() as status) if visit_id == state.visit.id:
            return StatusShown(state.visit, status)
        case on.Answered(visit_id, Unknown()) if visit_id == state.visit.id:
            return Following(state.visit, not_found=True)
        case on.Answered(visit_id, Unanswered()) if visit_id == state.visit.id:
            return Following(state.visit, unanswered=True)
    return state


@move.register
def _(state: StatusShown, event: on.Event) -> State:
    return Following(state.visit) if isinstance(event, on.WentBack) else state
