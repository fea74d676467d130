"""The one thing to ask of the person who holds a card or document to the camera."""

from enum import StrEnum


class Hint(StrEnum):
    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    GLARE = "glare"
    BLURRED = "blurred"
    TOO_FAR = "too_far"
    HOLD_STILL = "hold_still"
    OTHER_SIDE = "other_side"
    CARD_SIDE = "card_side"  # only where a card is sought: this side, or this thing, has no bars
    NOT_THE_CARD = "not_the_card"  # only where a document is sought: it is the card from the step before
    NOT_WHOLE = "not_whole"  # only where a document is sought: its lines run out of the picture
    NOT_ACCEPTED = "not_accepted"
    TWO_DOCUMENTS = "two_documents"
