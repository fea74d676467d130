"""What the person was asked to show, and how often it must be seen: for whoever waits for it without reading pixels."""

from enum import StrEnum

ENOUGH = 2  # views that agree


class Sought(StrEnum):
    """What the person was asked to show."""

    ANYTHING = "anything"
    CARD = "card"
    DOCUMENT = "document"
