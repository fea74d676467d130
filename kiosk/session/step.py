"""One step of a visit: the next state, and what to do about it."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.session import effects as do
from kiosk.session import events as on
from kiosk.session.moves import move
from kiosk.session.states import (
    WATCHING,
    Following,
    Idle,
    LookingUp,
    OutOfOrder,
    Reviewing,
    State,
    Submitting,
    TicketShown,
)


def step(state: State, event: on.Event) -> tuple[State, tuple[do.Effect, ...]]:
    """Return where the visit goes and the effects, in order. Pure; every event is allowed in every state."""
    after = _after(state, event)
    return after, tuple(_effects(state, event, after))


def _after(state: State, event: on.Event) -> State:
    """Endings come first, and are the same everywhere. Nobody's leaving mends what is out of order."""
    match event:
        case on.TimedOut() | on.Cancelled():
            return state if isinstance(state, OutOfOrder) else Idle()
        case on.Failed(part):
            return OutOfOrder(part)
        case on.LanguageChosen(language) if not isinstance(state, Idle | OutOfOrder):
            return replace(state, visit=replace(state.visit, language=language))
    return move(state, event)


def _effects(state: State, event: on.Event, after: State) -> Iterator[do.Effect]:
    yield from _asked(state, event)
    yield from _work(state, event, after)
    if _is_over(state, event, after):
        yield do.CloseCamera()
        yield do.Forget()
    else:
        yield from _camera(state, after)


def _asked(state: State, event: on.Event) -> Iterator[do.Effect]:
    match event:
        case on.StaffCalled():
            yield do.CallStaff()
        case on.MoreTimeAsked():
            yield do.GiveTime()
        case on.PrintChosen() if isinstance(state, TicketShown):
            yield do.PrintTicket(state.visit.id, state.visit.language, state.ticket)


def _work(state: State, event: on.Event, after: State) -> Iterator[do.Effect]:
    if isinstance(state, Reviewing) and isinstance(after, Submitting):
        visit, matter, card, document = state.visit, state.matter, state.card, state.document
        yield do.Submit(
            visit_id=visit.id, language=visit.language, matter=matter, card=card, document=document
        )
    if isinstance(state, Following) and isinstance(after, LookingUp):
        yield do.LookUp(after.visit.id, _sought(event))


def _sought(event: on.Event) -> str:
    """Return what led to looking up: the ticket's code, or a typed reference."""
    match event:
        case on.CardAccepted(card=card):
            return card.text
        case on.ReferenceTyped(reference):
            return reference
    raise TypeError(f"nothing to look up in {type(event).__name__}")


def _is_over(state: State, event: on.Event, after: State) -> bool:
    """An ending is carried out even where there seems to be nobody: erasing twice does no harm."""
    is_ending = isinstance(event, on.TimedOut | on.Cancelled | on.Failed)
    return is_ending or (isinstance(after, Idle | OutOfOrder) and not isinstance(state, Idle | OutOfOrder))


def _camera(state: State, after: State) -> Iterator[do.Effect]:
    if isinstance(after, WATCHING) and not isinstance(state, WATCHING):
        yield do.OpenCamera(after.visit.id)
    if isinstance(state, WATCHING) and not isinstance(after, WATCHING):
        yield do.CloseCamera()
