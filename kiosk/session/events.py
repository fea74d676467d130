"""What can happen to a visit: a touch, a reading, an answer, a clock, a failure."""

from dataclasses import dataclass, field

from kiosk.reading.card import CardReading
from kiosk.reading.document import DocumentReading
from kiosk.session.answers import Answer
from kiosk.triage.words import Symptom


@dataclass(frozen=True, slots=True)
class Touched:
    """Someone is there. visit_id: drawn for this visit. language: the site's first."""

    visit_id: str
    language: str


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    language: str


@dataclass(frozen=True, slots=True)
class SymptomChosen:
    symptom: Symptom
    message: str | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class NothingCame:
    """The reset link was tried, and no mail came: the account is blocked."""


@dataclass(frozen=True, slots=True)
class FollowChosen:
    pass


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The notice was read."""


@dataclass(frozen=True, slots=True)
class CardAccepted:
    visit_id: str
    card: CardReading


@dataclass(frozen=True, slots=True)
class TypingChosen:
    pass


@dataclass(frozen=True, slots=True)
class NumberTyped:
    number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DocumentAccepted:
    visit_id: str
    document: DocumentReading


@dataclass(frozen=True, slots=True)
class NotAtHand:
    """They don't have with them what the screen asks for."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    pass


@dataclass(frozen=True, slots=True)
class ReferenceTyped:
    reference: str


@dataclass(frozen=True, slots=True)
class Answered:
    visit_id: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class PrintChosen:
    pass


@dataclass(frozen=True, slots=True)
class Printed:
    """What the printer came to; one that is away doesn't take the ticket off the screen."""

    visit_id: str
    ok: bool


@dataclass(frozen=True, slots=True)
class StaffCalled:
    pass


@dataclass(frozen=True, slots=True)
class MoreTimeAsked:
    pass


@dataclass(frozen=True, slots=True)
class WentBack:
    pass


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Finish and erase."""


@dataclass(frozen=True, slots=True)
class TimedOut:
    """Nobody touched anything for too long."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A part failed: "camera", "store", "directory", or "program" for a bug."""

    part: str


@dataclass(frozen=True, slots=True)
class Recovered:
    """The part that failed is back."""


Event = (
    Touched
    | LanguageChosen
    | SymptomChosen
    | NothingCame
    | FollowChosen
    | Acknowledged
    | CardAccepted
    | TypingChosen
    | NumberTyped
    | DocumentAccepted
    | NotAtHand
    | Confirmed
    | ReferenceTyped
    | Answered
    | PrintChosen
    | Printed
    | StaffCalled
    | MoreTimeAsked
    | WentBack
    | Cancelled
    | TimedOut
    | Failed
    | Recovered
)
