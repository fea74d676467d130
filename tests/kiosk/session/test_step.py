"""What holds for every visit, whatever happens in whatever order."""

from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.reading.card import CardReading
from kiosk.reading.document import DocumentReading
from kiosk.session import effects as do
from kiosk.session import events as on
from kiosk.session import step
from kiosk.session.answers import NoRequest
from kiosk.session.states import (
    WATCHING,
    Idle,
    OutOfOrder,
    Reviewing,
    ShowingDocument,
    TypedNumber,
)
from kiosk.triage.words import Symptom
from tests.given import NUMBER
from tests.kiosk.session.given_visit import (
    BEGIN,
    CARD,
    DOCUMENT,
    ESC,
    NOT_FOUND,
    STATUS,
    TICKET,
    TICKET_CARD,
    TO_SUBMITTING,
    UNANSWERED,
    VISIT,
    WAYS,
    after,
)

LATE = "v0"
IDS = st.sampled_from([VISIT, VISIT, VISIT, LATE])
EVENTS = st.one_of(
    st.just(BEGIN),
    st.builds(on.LanguageChosen, st.sampled_from(["fr", "en"])),
    st.builds(on.SymptomChosen, st.sampled_from(Symptom)),
    st.builds(on.CardAccepted, IDS, st.sampled_from([CARD, TICKET_CARD, ESC])),
    st.builds(on.DocumentAccepted, IDS, st.just(DOCUMENT)),
    st.builds(on.NumberTyped, st.sampled_from([NUMBER, "x"])),
    st.builds(
        on.Answered, IDS, st.sampled_from([TICKET, NoRequest(), STATUS, NOT_FOUND.answer, UNANSWERED.answer])
    ),
    st.builds(on.Printed, IDS, st.booleans()),
    st.builds(on.Failed, st.sampled_from(["camera", "store"])),
    st.just(on.ReferenceTyped("MK-2222-2222")),
    st.sampled_from(
        [
            on.NothingCame(),
            on.FollowChosen(),
            on.Acknowledged(),
            on.Acknowledged(),
            on.Confirmed(),
            on.TypingChosen(),
            on.NotAtHand(),
            on.PrintChosen(),
            on.StaffCalled(),
            on.MoreTimeAsked(),
            on.WentBack(),
            on.Recovered(),
        ]
    ),
    st.sampled_from([on.Cancelled(), on.TimedOut()]),
)
# Any way at all, begun on one of the roads that lead somewhere.
HISTORIES = st.tuples(st.sampled_from(list(WAYS.values())), st.lists(EVENTS, max_size=12)).map(
    lambda parts: [*parts[0], *parts[1]]
)


def held(value):
    """Yield everything that a state holds, however deep."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from held(getattr(value, field.name))


def holds_readings(state) -> bool:
    return any(isinstance(part, CardReading | DocumentReading | TypedNumber) for part in held(state))


@pytest.mark.parametrize("name", WAYS)
def test_every_state_can_be_reached(name):
    """The ways of these tests lead where they say."""
    assert name == type(after(*WAYS[name])).__name__


@given(HISTORIES, st.sampled_from([on.TimedOut(), on.Cancelled()]))
def test_an_end_leads_to_an_idle_screen_that_holds_nothing(history, end):
    """From anywhere: the camera is closed and the visitor forgotten. What is out of order stays so."""
    before = after(*history)
    state, effects = step(before, end)
    is_out = isinstance(before, OutOfOrder)
    assert (before if is_out else Idle(), (do.CloseCamera(), do.Forget())) == (state, effects)


@given(HISTORIES)
def test_a_failure_leads_out_of_order_and_holds_nothing(history):
    """From anywhere: the camera is closed and the visitor forgotten."""
    state, effects = step(after(*history), on.Failed("store"))
    assert (OutOfOrder("store"), (do.CloseCamera(), do.Forget())) == (state, effects)


@given(HISTORIES)
def test_only_the_moments_that_need_a_reading_hold_one(history):
    """The document while it is reviewed; the card until then."""
    state = after(*history)
    assert holds_readings(state) is isinstance(state, ShowingDocument | Reviewing)


@given(HISTORIES)
def test_the_camera_is_open_exactly_where_something_is_shown_to_it(history):
    """Opened once, closed once, and never before a notice was acknowledged."""
    state, is_open, acknowledged = Idle(), False, False
    for event in history:
        state, effects = step(state, event)
        acknowledged = (acknowledged or isinstance(event, on.Acknowledged)) and not isinstance(state, Idle)
        for effect in effects:
            assert not (is_open and isinstance(effect, do.OpenCamera))
            is_open = isinstance(effect, do.OpenCamera) or (
                is_open and not isinstance(effect, do.CloseCamera)
            )
        assert is_open is isinstance(state, WATCHING)
        assert acknowledged or not is_open


@given(HISTORIES)
def test_whoever_leaves_is_forgotten(history):
    """Whenever a visit ends, by whatever way, everything that is held elsewhere goes too."""
    state = Idle()
    for event in history:
        before, (state, effects) = state, step(state, event)
        if hasattr(before, "visit") and not hasattr(state, "visit"):
            assert (do.CloseCamera(), do.Forget()) == effects[-2:]


@given(HISTORIES, st.sampled_from([CARD, TICKET_CARD]), st.sampled_from([TICKET, STATUS, NoRequest()]))
def test_what_comes_too_late_is_dropped(history, card, answer):
    """A reading or an answer for another visit changes nothing: it isn't this visitor's."""
    state = after(*history)
    late = (
        on.CardAccepted(LATE, card),
        on.DocumentAccepted(LATE, DOCUMENT),
        on.Answered(LATE, answer),
        on.Printed(LATE, ok=True),
    )
    assert [(state, ())] * 4 == [step(state, event) for event in late]


def test_an_answer_after_the_visitor_left_is_dropped():
    """The next one must not see it."""
    assert Idle() == after(*TO_SUBMITTING, on.TimedOut(), on.Answered(VISIT, TICKET))


@given(HISTORIES, st.sampled_from(["fr", "en"]))
def test_a_language_keeps_the_visit_where_it_is(history, language):
    """Whatever the screen, it says the same in other words."""
    state = after(*history)
    other, effects = step(state, on.LanguageChosen(language))
    assert (type(state), ()) == (type(other), effects)
    if hasattr(state, "visit"):
        assert (state.visit.id, language) == (other.visit.id, other.visit.language)
        assert all(
            getattr(state, field.name) == getattr(other, field.name)
            for field in fields(state)
            if field.name != "visit"
        )


@pytest.mark.parametrize(
    ("event", "effect"), [(on.StaffCalled(), do.CallStaff()), (on.MoreTimeAsked(), do.GiveTime())]
)
@given(HISTORIES)
def test_help_and_time_can_be_had_on_every_screen(event, effect, history):
    """And change nothing else."""
    state = after(*history)
    assert (state, (effect,)) == step(state, event)


@given(HISTORIES)
def test_what_a_visitor_showed_is_not_shown_in_a_log(history):
    """States, events and effects that are printed by mistake tell no number, name or secret."""
    state = Idle()
    for event in history:
        state, effects = step(state, event)
        text = repr((state, event, effects))
        assert not any(secret in text for secret in (NUMBER, "DUPOND", "AMELIE", "20AA00000", "A" * 26))
