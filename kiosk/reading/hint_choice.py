"""The one thing to ask of the person who holds something to the camera."""

from dataclasses import dataclass

import numpy as np

from kiosk.reading.card import CardReading, student_numbers
from kiosk.reading.document import DocumentFormat, DocumentReading
from kiosk.reading.hint import Hint
from kiosk.reading.print_finder import Print
from kiosk.reading.quality import Quality
from kiosk.reading.shine import Shine
from kiosk.reading.sought import Sought, is_read
from kiosk.reading.zone_text import ZoneText

DARK = 26.0  # mean of 255; a drawn frame of a card at 34 is still read
OVEREXPOSED = 0.45  # share of what is printed
BRIGHT = 225.0  # mean of 255; with that, white patches are no reflection
GLARE = 0.04
WHITE_PAPER = 205.0  # pages and screens that shine are lighter where not clipped; beside reflections few are
PRINTED = 0.35  # share of ink between the white: nothing is hidden; reflections leave less
SOFT = 0.5  # a blur of three pixels; hardly any bars or zones were read beyond
MOVED = 7.0  # mean change, of 255, between two small copies
TREMBLES = (
    0.25  # the same, of what is held; of a room where nobody moves 0.1 or less, from the sensor's noise
)
NARROW_CHARACTERS = 13.0  # pixels from one character to the next; below 14 nearly none is read
NARROW_BARS = 0.15  # of the frame's width; Code 39, which takes the most room, is read from there on
SMALL_PRINT = 0.20  # of the frame's width
SMALL_DOCUMENT = 0.27  # no zone is read in so little: 30 characters take 0.3
NOT_ACCEPTED = (DocumentFormat.MRVA, DocumentFormat.MRVB, DocumentFormat.LICENCE)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What was found in a frame. width: of the frame in pixels. is_cut: a zone's lines run out of it."""

    width: int
    shown: Print
    codes: tuple[CardReading, ...] = ()
    text: ZoneText | None = None
    document: DocumentReading | None = None
    is_cut: bool = False

    @property
    def zone(self) -> ZoneText | None:
        """Return the text if it is that of some document, read well or not: lines of a page seem lines of a zone."""
        return None if self.document is None else self.text


def choose_hint(seen: Seen, quality: Quality, sought: Sought = Sought.ANYTHING) -> Hint | None:
    """Return the one thing to ask, or None when nothing is amiss or nothing is shown.

    What can't be put right by holding it better comes first; light before distance before steadiness, since
    each makes the next look worse than it is.
    """
    if len(student_numbers(seen.codes)) > 1:
        return Hint.TWO_DOCUMENTS
    if seen.document is not None and seen.document.format in NOT_ACCEPTED:
        return Hint.NOT_ACCEPTED
    if is_read(seen.codes, seen.document, sought):
        return None
    if seen.is_cut and sought is Sought.DOCUMENT:
        return Hint.NOT_WHOLE
    return light_hint(seen, quality) or (
        None if seen.shown.region is None else holding_hint(seen, quality, sought)
    )


def light_hint(seen: Seen, quality: Quality) -> Hint | None:
    """Return what is wrong with the light. Out of focus, ink is lost without any reflection.

    A dark room says nothing of what is held before it.
    """
    if max(quality.light, quality.shown) < DARK:
        return Hint.TOO_DARK
    if quality.light > BRIGHT and quality.shine.clipped > GLARE:
        return Hint.TOO_BRIGHT
    if seen.shown.is_soft or not is_burnt(quality.shine):
        return None
    if quality.shine.clipped > OVEREXPOSED:
        return Hint.TOO_BRIGHT
    return Hint.GLARE if quality.shine.paper < WHITE_PAPER else None


def is_burnt(shine: Shine) -> bool:
    """Return True if print may have been lost in white: on white pages and screens it stands out all the more."""
    return shine.clipped > GLARE and shine.ink < PRINTED


def holding_hint(seen: Seen, quality: Quality, sought: Sought) -> Hint | None:
    """Return how to hold what is shown. A zone that was found tells its size; all else looks smaller blurred."""
    is_moving = quality.motion > MOVED
    if seen.zone is not None and is_narrow(seen.zone):
        return Hint.TOO_FAR
    if quality.sharpness < SOFT:
        return Hint.HOLD_STILL if is_moving else Hint.BLURRED
    if seen.zone is None and is_small(seen, sought):
        return Hint.TOO_FAR
    if is_moving:
        return Hint.HOLD_STILL
    if seen.shown.is_soft or is_burnt(quality.shine) or is_expected(seen, sought):
        return None
    return Hint.CARD_SIDE if sought is Sought.CARD else Hint.OTHER_SIDE


def is_narrow(text: ZoneText) -> bool:
    """Return True if a zone has too few pixels for each character to be read."""
    top_left, top_right = text.corners[:2]
    return float(np.hypot(*(top_right - top_left))) < NARROW_CHARACTERS * max(map(len, text.lines), default=0)


def is_small(seen: Seen, sought: Sought) -> bool:
    """Return True if the bars, or else all print that is seen, take too small a part of the frame."""
    if seen.shown.bars is not None and sought is not Sought.DOCUMENT:
        return seen.shown.bars.length < NARROW_BARS * seen.width
    extent, least = seen.shown.extent, SMALL_DOCUMENT if sought is Sought.DOCUMENT else SMALL_PRINT
    return extent is not None and max(extent.width, extent.height) < least * seen.width


def is_expected(seen: Seen, sought: Sought) -> bool:
    """Return True if the side that is shown has what was sought: a zone, bars or a code."""
    shows_card = seen.shown.bars is not None or bool(seen.codes)
    shows_document = seen.zone is not None
    return (shows_card and sought is not Sought.DOCUMENT) or (shows_document and sought is not Sought.CARD)
