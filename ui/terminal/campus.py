"""What the campus says to its visitors, in each language; made from the settings by ui.starting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.triage.words import Door, Symptom
from ui.parts.door_facts import OfficeView
from ui.screens.messages import Message

Language = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Campus:
    """languages: offered, the site's first one first. contact: of the data protection officer, "" where none is given.

    reset_link: "" where there is none. documents: of ui.parts.side_view.KINDS, the likeliest first.
    """

    languages: Sequence[Language] = ("fr", "en")
    names: Mapping[Language, str]
    offices: Mapping[tuple[Door, Language], OfficeView] = field(repr=False)
    messages: Mapping[tuple[Symptom, Language], Sequence[Message]] = field(repr=False)
    controller: Mapping[Language, str]
    contact: str
    reset_link: str = ""
    documents: Sequence[str] = ("national_identity_card", "passport", "old_french_card")
    holder_days: int = 30
    record_days: int = 365
    can_print: bool = False
    less_motion: bool = False
