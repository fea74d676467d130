"""Where a visit can be. Each state carries what that moment knows, and nothing of the moments before or after."""

from dataclasses import dataclass, field

from kiosk.reading.card import CardReading
from kiosk.reading.document import DocumentReading
from kiosk.session.answers import Status, Ticket
from kiosk.triage.advice import Advice
from kiosk.triage.words import Door, Symptom


@dataclass(frozen=True, slots=True)
class Visit:
    """One visitor at the screen. id: random, drawn outside; answers that bear another are too late."""

    id: str
    language: str


@dataclass(frozen=True, slots=True)
class Matter:
    """What they came for. message: the code of what the ENT showed them. urgent: they said so."""

    symptom: Symptom
    message: str | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A student number typed where no card was shown."""

    number: str = field(repr=False)


ShownCard = CardReading | TypedNumber


@dataclass(frozen=True, slots=True)
class Idle:
    """Nobody is there. language: touched before anything else; None is the site's first."""

    language: str | None = None


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """A part that the terminal can't do without is away; any visitor was forgotten."""

    part: str


@dataclass(frozen=True, slots=True)
class Choosing:
    """What is happening?"""

    visit: Visit


@dataclass(frozen=True, slots=True)
class SelfService:
    """A forgotten password: the reset link first."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class Directed:
    """Another door, before anything was shown to the camera. advice: what to do and to bring."""

    visit: Visit
    door: Door
    advice: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """How the data is used, before the camera opens. matter None: they follow a request."""

    visit: Visit
    matter: Matter | None


@dataclass(frozen=True, slots=True)
class ShowingCard:
    visit: Visit
    matter: Matter


@dataclass(frozen=True, slots=True)
class TypingNumber:
    """The number by hand: the card is lost, or bears none."""

    visit: Visit
    matter: Matter


@dataclass(frozen=True, slots=True)
class ShowingDocument:
    visit: Visit
    matter: Matter
    card: ShownCard


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Is this you? Nothing has been compared yet."""

    visit: Visit
    matter: Matter
    card: ShownCard
    document: DocumentReading


@dataclass(frozen=True, slots=True)
class Submitting:
    """The readings are with whoever files them; the screen holds none any more."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class TicketShown:
    """is_printed: None while no paper was asked for or it is on its way."""

    visit: Visit
    ticket: Ticket
    is_printed: bool | None = None


@dataclass(frozen=True, slots=True)
class WayOut:
    """No request. door None: the desk, and no reason."""

    visit: Visit
    door: Door | None


@dataclass(frozen=True, slots=True)
class Following:
    """Show the ticket, or type its reference.

    not_found: what was shown or typed is no request's. unanswered: nobody can say now.
    """

    visit: Visit
    not_found: bool = False
    unanswered: bool = False


@dataclass(frozen=True, slots=True)
class LookingUp:
    visit: Visit


@dataclass(frozen=True, slots=True)
class StatusShown:
    visit: Visit
    status: Status


InVisit = (
    Choosing
    | SelfService
    | Directed
    | Notice
    | ShowingCard
    | TypingNumber
    | ShowingDocument
    | Reviewing
    | Submitting
    | TicketShown
    | WayOut
    | Following
    | LookingUp
    | StatusShown
)
State = Idle | OutOfOrder | InVisit

# The camera is open in these and in no other.
WATCHING = (ShowingCard, ShowingDocument, Following)
