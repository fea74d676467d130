"""What the person was asked to show, and how often it must be seen: for whoever waits for it without reading pixels."""

from collections.abc import Sequence
from enum import StrEnum

from kiosk.reading.card import CardKind, CardReading
from kiosk.reading.document import DocumentReading

ENOUGH = 2  # views that agree


class Sought(StrEnum):
    """What the person was asked to show."""

    ANYTHING = "anything"
    CARD = "card"
    DOCUMENT = "document"


def is_read(codes: Sequence[CardReading], document: DocumentReading | None, sought: Sought) -> bool:
    """Return True if what a frame says holds what was sought."""
    has_card = any(code.kind is not CardKind.OTHER for code in codes)
    has_document = document is not None and document.valid
    return (has_card and sought is not Sought.DOCUMENT) or (has_document and sought is not Sought.CARD)
