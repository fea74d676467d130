"""What a campus accepts: which documents, expired ones, a letter's difference. Settings fill it in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from kiosk.identity.document_kind import DocumentKind


class Rule(StrEnum):
    """What becomes of a kind of document."""

    ACCEPT = "accept"
    REVIEW = "review"
    REFUSE = "refuse"


class Tolerance(StrEnum):
    """What becomes of a doubt; nothing in doubt is ever simply accepted."""

    REVIEW = "review"
    REFUSE = "refuse"


# Identity cards and passports are what the campus announces; a driving licence shows eight letters of the
# surname and no birth date, a visa is no identity document.
DEFAULT_DOCUMENTS: Mapping[DocumentKind, Rule] = MappingProxyType(
    {
        DocumentKind.NATIONAL_IDENTITY_CARD: Rule.ACCEPT,
        DocumentKind.PASSPORT: Rule.ACCEPT,
        DocumentKind.RESIDENCE_PERMIT: Rule.REVIEW,
        DocumentKind.OTHER_IDENTITY_CARD: Rule.REVIEW,
        DocumentKind.OTHER_DOCUMENT: Rule.REVIEW,
        DocumentKind.DRIVING_LICENCE: Rule.REFUSE,
        DocumentKind.VISA: Rule.REFUSE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The campus' choices. A kind that `documents` doesn't name is refused.

    specimens: take documents of Utopia, on a demonstration store only.
    """

    documents: Mapping[DocumentKind, Rule] = field(default_factory=lambda: DEFAULT_DOCUMENTS)
    expired: Tolerance = Tolerance.REVIEW
    one_letter: Tolerance = Tolerance.REVIEW
    specimens: bool = False

    def rule_for(self, kind: DocumentKind) -> Rule:
        return self.documents.get(kind, Rule.REFUSE)


DEFAULT_POLICY = Policy()
