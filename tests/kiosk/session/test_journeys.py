"""The journeys of students at the terminal, step by step."""

import pytest

from kiosk.session import effects as do
from kiosk.session import events as on
from kiosk.session import step
from kiosk.session.answers import NoRequest
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
    StatusShown,
    Submitting,
    TicketShown,
    TypedNumber,
    TypingNumber,
    Visit,
    WayOut,
)
from kiosk.triage.advice import Advice
from kiosk.triage.words import Door, Symptom
from tests.given import NUMBER
from tests.kiosk.session.given_visit import (
    BEGIN,
    BLOCKED,
    CANDIDATE,
    CARD,
    DOCUMENT,
    ESC,
    NOT_FOUND,
    STATUS,
    TICKET,
    TICKET_CARD,
    TO_CARD,
    TO_DOCUMENT,
    TO_FOLLOWING,
    TO_LOOKING_UP,
    TO_REVIEW,
    TO_SUBMITTING,
    TO_TICKET,
    UNANSWERED,
    VISIT,
    WAYS,
    after,
)

FRENCH = Visit(VISIT, "fr")
MATTER = Matter(Symptom.BLOCKED, "account_locked", urgent=True)


def test_a_touch_begins_a_visit():
    """With an id that was drawn for it."""
    assert (Choosing(FRENCH), ()) == step(Idle(), BEGIN)


def test_a_language_touched_first_is_that_of_the_visit():
    """On the welcome screen."""
    assert Choosing(Visit(VISIT, "en")) == after(on.LanguageChosen("en"), BEGIN)


def test_a_forgotten_password_is_tried_by_oneself_first():
    """Nothing is shown to any camera."""
    assert SelfService(FRENCH) == after(BEGIN, on.SymptomChosen(Symptom.FORGOTTEN))


def test_a_reset_link_that_never_came_means_a_blocked_account():
    """Self-service is closed to those."""
    begun = (BEGIN, on.SymptomChosen(Symptom.FORGOTTEN), on.NothingCame())
    assert Notice(FRENCH, Matter(Symptom.BLOCKED)) == after(*begun)


@pytest.mark.parametrize(
    ("symptom", "door"), [(Symptom.REGISTRATION, Door.REGISTRAR), (Symptom.SUSPECTED_HACK, Door.RECEPTION)]
)
def test_some_symptoms_lead_to_another_door_at_once(symptom, door):
    """The registrar's matters, and what a person must look at."""
    state = after(BEGIN, on.SymptomChosen(symptom))
    assert isinstance(state, Directed)
    assert door is state.door


@pytest.mark.parametrize("symptom", [Symptom.BLOCKED, Symptom.EXPIRED, Symptom.UNKNOWN])
def test_the_notice_stands_before_the_camera(symptom):
    """Nothing is looked at before it was read."""
    assert Notice(FRENCH, Matter(symptom)) == after(BEGIN, on.SymptomChosen(symptom))


def test_the_camera_opens_once_the_notice_is_acknowledged():
    """And not a moment before."""
    assert (ShowingCard(FRENCH, MATTER), (do.OpenCamera(VISIT),)) == step(
        after(BEGIN, BLOCKED), on.Acknowledged()
    )


@pytest.mark.parametrize("card", [CARD, CANDIDATE])
def test_a_card_leads_to_the_document(card):
    """Without a button; the camera stays open."""
    assert (ShowingDocument(FRENCH, MATTER, card), ()) == step(after(*TO_CARD), on.CardAccepted(VISIT, card))


@pytest.mark.parametrize("card", [ESC, TICKET_CARD])
def test_a_code_without_a_student_number_is_no_card(card):
    """The screen goes on looking."""
    assert after(*TO_CARD) == after(*TO_CARD, on.CardAccepted(VISIT, card))


def test_a_number_may_be_typed_instead():
    """The card is lost; the camera rests meanwhile."""
    state, effects = step(after(*TO_CARD), on.TypingChosen())
    assert (TypingNumber(FRENCH, MATTER), (do.CloseCamera(),)) == (state, effects)
    state, effects = step(state, on.NumberTyped(NUMBER))
    assert (ShowingDocument(FRENCH, MATTER, TypedNumber(NUMBER)), (do.OpenCamera(VISIT),)) == (state, effects)


@pytest.mark.parametrize("text", ["", "2190001a", "２１９００００１", "1" * 15])
def test_what_is_typed_must_be_digits(text):
    """As the number pad gives them."""
    typing = WAYS["TypingNumber"]
    assert after(*typing) == after(*typing, on.NumberTyped(text))


def test_a_document_is_reviewed_with_the_camera_closed():
    """Both are read; the visitor confirms."""
    state, effects = step(after(*TO_DOCUMENT), on.DocumentAccepted(VISIT, DOCUMENT))
    assert (Reviewing(FRENCH, MATTER, CARD, DOCUMENT), (do.CloseCamera(),)) == (state, effects)


def test_confirming_submits_what_was_read():
    """The readings leave the screen with it."""
    state, effects = step(after(*TO_REVIEW), on.Confirmed())
    submit = do.Submit(visit_id=VISIT, language="fr", matter=MATTER, card=CARD, document=DOCUMENT)
    assert (Submitting(FRENCH), (submit,)) == (state, effects)


def test_a_filed_request_is_a_ticket():
    """With its number and its day."""
    assert TicketShown(FRENCH, TICKET) == after(*TO_TICKET)


def test_a_refusal_is_a_way_out():
    """To the desk, and no reason."""
    assert WayOut(FRENCH, None) == after(*TO_SUBMITTING, on.Answered(VISIT, NoRequest()))


def test_a_ticket_is_printed_when_asked_for():
    """In the visit's language."""
    _, effects = step(after(*TO_TICKET), on.PrintChosen())
    assert (do.PrintTicket(VISIT, "fr", TICKET),) == effects


def test_a_printer_that_is_away_leaves_the_ticket_on_the_screen():
    """The number can be noted."""
    state = after(*TO_TICKET, on.PrintChosen(), on.Printed(VISIT, ok=False))
    assert TicketShown(FRENCH, TICKET, is_printed=False) == state


def test_a_document_before_its_time_is_ignored():
    """The card comes first."""
    assert after(*TO_CARD) == after(*TO_CARD, on.DocumentAccepted(VISIT, DOCUMENT))


@pytest.mark.parametrize(
    ("way", "missing"),
    [
        (TO_CARD, Advice.BRING_ENROLMENT_CERTIFICATE),
        (WAYS["TypingNumber"], Advice.BRING_STUDENT_CARD),
        (TO_DOCUMENT, Advice.BRING_IDENTITY_DOCUMENT),
    ],
)
def test_who_has_not_got_the_papers_is_told_what_to_bring(way, missing):
    """No papers, no request."""
    state, effects = step(after(*way), on.NotAtHand())
    assert isinstance(state, Directed)
    assert missing in state.advice
    assert do.OpenCamera(VISIT) not in effects


def test_following_a_request_passes_the_notice_too():
    """The camera has one door."""
    assert Notice(FRENCH, None) == after(BEGIN, on.FollowChosen())
    assert Following(FRENCH) == after(*TO_FOLLOWING)


def test_a_ticket_shown_is_looked_up():
    """By its secret."""
    state, effects = step(after(*TO_FOLLOWING), on.CardAccepted(VISIT, TICKET_CARD))
    assert (LookingUp(FRENCH), (do.LookUp(VISIT, TICKET_CARD.text), do.CloseCamera())) == (state, effects)


def test_a_reference_typed_is_looked_up():
    """It will tell less."""
    state, effects = step(after(*TO_FOLLOWING), on.ReferenceTyped("mk 2222 2222"))
    assert (LookingUp(FRENCH), (do.LookUp(VISIT, "mk 2222 2222"), do.CloseCamera())) == (state, effects)


def test_a_second_touch_does_not_look_up_twice():
    """One question at a time."""
    assert (LookingUp(FRENCH), ()) == step(after(*TO_LOOKING_UP), on.ReferenceTyped("MK-2222-2222"))


def test_a_status_is_shown():
    """To whoever holds the ticket."""
    assert StatusShown(FRENCH, STATUS) == after(*TO_LOOKING_UP, on.Answered(VISIT, STATUS))


def test_a_ticket_that_is_none_may_be_shown_again():
    """The camera opens once more."""
    state, effects = step(after(*TO_LOOKING_UP), NOT_FOUND)
    assert (Following(FRENCH, not_found=True), (do.OpenCamera(VISIT),)) == (state, effects)


def test_a_ticket_that_can_t_be_looked_up_now_ends_no_visit():
    """The terminal goes on: only this can't be answered."""
    assert Following(FRENCH, unanswered=True) == after(*TO_LOOKING_UP, UNANSWERED)


@pytest.mark.parametrize(
    ("here", "back"),
    [
        ("Choosing", "Idle"),
        ("SelfService", "Choosing"),
        ("Directed", "Choosing"),
        ("Notice", "Choosing"),
        ("ShowingCard", "Notice"),
        ("TypingNumber", "ShowingCard"),
        ("ShowingDocument", "ShowingCard"),
        ("Reviewing", "ShowingDocument"),
        ("Submitting", "Submitting"),
        ("TicketShown", "TicketShown"),
        ("WayOut", "WayOut"),
        ("LookingUp", "LookingUp"),
        ("StatusShown", "Following"),
    ],
)
def test_back_goes_one_step_back_until_it_is_submitted(here, back):
    """And drops what the later step knew."""
    assert back == type(after(*WAYS[here], on.WentBack())).__name__


def test_a_part_that_failed_and_recovers_serves_the_next_visitor():
    """Not the one who was forgotten."""
    assert OutOfOrder("camera") == after(*TO_REVIEW, on.Failed("camera"))
    assert Idle() == after(*TO_REVIEW, on.Failed("camera"), on.Recovered())
