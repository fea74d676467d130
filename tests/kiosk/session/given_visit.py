"""A visitor, what they show and touch, and visits that have come some way."""

from kiosk.reading.card import CardKind, CardReading
from kiosk.request.request import State as RequestState
from kiosk.session import events as on
from kiosk.session import step
from kiosk.session.answers import NoRequest, Status, Ticket, Unanswered, Unknown
from kiosk.session.states import Idle, State
from kiosk.triage.words import Door, Symptom
from tests.given import NOW, NUMBER, a_document

VISIT = "v1"
CARD = CardReading("Code128", NUMBER, CardKind.STUDENT_NUMBER, NUMBER)
CANDIDATE = CardReading("Code128", "6" + NUMBER, CardKind.CANDIDATE, NUMBER)
TICKET_CARD = CardReading("QRCode", "MK1:" + "A" * 26, CardKind.TICKET)
ESC = CardReading("QRCode", "https://esc.gg/x", CardKind.ESC)
DOCUMENT = a_document()
TICKET = Ticket(
    reference="MK-2222-2222", answer_by=NOW, door=Door.RECEPTION, must_come=True, qr="MK1:" + "A" * 26
)
STATUS = Status(reference="MK-2222-2222", is_decided=True, state=RequestState.UNLOCKED)

BEGIN = on.Touched(VISIT, "fr")
BLOCKED = on.SymptomChosen(Symptom.BLOCKED, "account_locked", urgent=True)
TO_CARD = (BEGIN, BLOCKED, on.Acknowledged())
TO_DOCUMENT = (*TO_CARD, on.CardAccepted(VISIT, CARD))
TO_REVIEW = (*TO_DOCUMENT, on.DocumentAccepted(VISIT, DOCUMENT))
TO_SUBMITTING = (*TO_REVIEW, on.Confirmed())
TO_TICKET = (*TO_SUBMITTING, on.Answered(VISIT, TICKET))
TO_FOLLOWING = (BEGIN, on.FollowChosen(), on.Acknowledged())
TO_LOOKING_UP = (*TO_FOLLOWING, on.CardAccepted(VISIT, TICKET_CARD))

# A way to every state.
WAYS: dict[str, tuple[on.Event, ...]] = {
    "Idle": (),
    "OutOfOrder": (on.Failed("camera"),),
    "Choosing": (BEGIN,),
    "SelfService": (BEGIN, on.SymptomChosen(Symptom.FORGOTTEN)),
    "Directed": (BEGIN, on.SymptomChosen(Symptom.REGISTRATION)),
    "Notice": (BEGIN, BLOCKED),
    "ShowingCard": TO_CARD,
    "TypingNumber": (*TO_CARD, on.TypingChosen()),
    "ShowingDocument": TO_DOCUMENT,
    "Reviewing": TO_REVIEW,
    "Submitting": TO_SUBMITTING,
    "TicketShown": TO_TICKET,
    "WayOut": (*TO_SUBMITTING, on.Answered(VISIT, NoRequest())),
    "Following": TO_FOLLOWING,
    "LookingUp": TO_LOOKING_UP,
    "StatusShown": (*TO_LOOKING_UP, on.Answered(VISIT, STATUS)),
}
NOT_FOUND = on.Answered(VISIT, Unknown())
UNANSWERED = on.Answered(VISIT, Unanswered())


def after(*events: on.Event) -> State:
    """Return where these events lead from an idle screen."""
    state: State = Idle()
    for event in events:
        state, _ = step(state, event)
    return state
