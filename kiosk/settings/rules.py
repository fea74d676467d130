"""Settings of the rules: what is accepted, who may decide alone, how long things are kept."""

from dataclasses import dataclass
from typing import Annotated, Literal

from kiosk.settings.allowed import Between, NoneTwice, RegularExpression

Symbology = Literal["Code128", "Code39", "ITF", "Codabar", "EAN13", "QRCode", "DataMatrix", "PDF417", "Aztec"]
Document = Literal[
    "national_identity_card",
    "passport",
    "residence_permit",
    "other_identity_card",
    "other_document",
    "driving_licence",
    "visa",
]
Kinds = Annotated[tuple[Document, ...], NoneTwice()]

# Interleaved 2 of 5 (ITF) has a rule of its own: read in part it looks whole, so two lengths count, neither surely.
CHECKED: tuple[Symbology, ...] = ("Code128", "Code39", "Codabar", "QRCode")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRule:
    """What a code of these symbologies is when all of it fits; group 1, else the whole, is the number."""

    symbologies: Annotated[tuple[Symbology, ...], NoneTwice(1)]
    pattern: Annotated[str, RegularExpression()]
    kind: Literal["student_number", "candidate", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The first rule that fits wins; a code that none fits is "other"."""

    rules: tuple[CardRule, ...] = (
        CardRule(symbologies=CHECKED, pattern="[0-9]{8}", kind="student_number"),
        CardRule(symbologies=(*CHECKED, "EAN13"), pattern="[0-9]{1,6}([0-9]{8})", kind="candidate"),
        CardRule(symbologies=("ITF",), pattern="(?:[0-9]{6})?([0-9]{8})", kind="candidate"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """Every kind of document stands in one of accept, review and refuse."""

    accept: Kinds = ("national_identity_card", "passport")
    review: Kinds = ("residence_permit", "other_identity_card", "other_document")
    refuse: Kinds = ("driving_licence", "visa")
    expired: Literal["review", "refuse"] = "review"
    one_letter: Literal["review", "refuse"] = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    four_eyes: Literal["off", "in_person"] = "off"
    unattended_match: Literal["come_to_desk", "approve"] = "come_to_desk"
    minimum_answer_seconds: Annotated[float, Between(0, 30)] = 2.0
    failures_per_day: Annotated[int, Between(1, 20)] = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlock:
    one_time_secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    holder_days: Annotated[int, Between(1, 3650)] = 30
    record_days: Annotated[int, Between(1, 3650)] = 365
    lapse_days: Annotated[int, Between(1, 365)] = 30
