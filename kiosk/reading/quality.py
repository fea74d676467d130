"""What a frame is like, cheaply measured, and the one thing to ask of the person who holds something to it."""

from dataclasses import dataclass

import numpy as np

from kiosk.reading.card import CardKind, CardReading
from kiosk.reading.document import DocumentFormat, DocumentReading
from kiosk.reading.frame import Pixels
from kiosk.reading.hint import Hint
from kiosk.reading.opencv import cv2
from kiosk.reading.print_finder import Print
from kiosk.reading.region import Region
from kiosk.reading.sought import Sought
from kiosk.reading.zone_text import ZoneText

DARK = 26.0  # mean of 255; a drawn frame of a card at 34 is still read
CLIPPED = 253.0  # mean around a pixel: white paper stays below, what shines or is overexposed does not
OVEREXPOSED = 0.45  # share of what is printed
BRIGHT = 225.0  # mean of 255; with that, white patches are no reflection
GLARE = 0.04
SOFT = 0.5  # a blur of three pixels; hardly any bars or zones were read beyond
REACH = 15  # pixels of half the size: wider than an edge that is still worth measuring
MOVED = 7.0  # mean change, of 255, between two small copies
NARROW_CHARACTERS = 13.0  # pixels from one character to the next; below 14 nearly none is read
NARROW_BARS = 0.10  # of the frame's width
SMALL_PRINT = 0.22
NOT_ACCEPTED = (DocumentFormat.MRVA, DocumentFormat.MRVB, DocumentFormat.LICENCE)


@dataclass(frozen=True, slots=True)
class Quality:
    """How a frame is.

    light: mean, 0 to 255. clipped: share of the printed patch that is all white. sharpness: how steep its edges
    are, 1 where dark turns to light from one pixel to the next. motion: mean change since the frame before, 0 to 255.
    """

    light: float
    clipped: float = 0.0
    sharpness: float = 1.0
    motion: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What was found in a frame. width: of the frame in pixels."""

    width: int
    shown: Print
    codes: tuple[CardReading, ...] = ()
    text: ZoneText | None = None
    document: DocumentReading | None = None


def measure(gray: Pixels, region: Region | None, motion: float = 0.0) -> Quality:
    """Return a frame's measures; clipping and sharpness are those of the printed patch, if there is one."""
    light = float(gray[::4, ::4].mean()) if gray.size else 0.0
    if region is None or min(region.width, region.height) < 8:
        return Quality(light, motion=motion)
    part = region.of(gray)
    half = cv2.resize(part, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    white = np.asarray(cv2.blur(part.astype(np.float32), (9, 9))) >= CLIPPED
    return Quality(light, float(white.mean()), sharpness_of(np.asarray(half, np.uint8)), motion)


def sharpness_of(half: Pixels) -> float:
    """Return how much of the contrast around the strongest edges they take in two pixels, thick print or thin."""
    window = np.ones((REACH, REACH), np.uint8)
    contrast = cv2.subtract(cv2.dilate(half, window), cv2.erode(half, window)).astype(np.float32)
    steepness = np.maximum(
        *(np.abs(np.asarray(cv2.Sobel(half, cv2.CV_16S, *way, ksize=1))) for way in ((1, 0), (0, 1)))
    )
    steepest = cv2.dilate(steepness, window)
    strong = contrast > 0.5 * float(contrast.max())
    return float(np.median(steepest[strong] / np.maximum(contrast[strong], 8))) if strong.any() else 0.0


def thumbnail(gray: Pixels) -> Pixels:
    """Return a (36, 64) copy, to tell by how much two frames differ."""
    return cv2.resize(gray, (64, 36), interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)


def motion_between(before: Pixels | None, now: Pixels) -> float:
    """Return the mean change between two thumbnails, 0 if there is none before."""
    if before is None:
        return 0.0
    return float(np.abs(before.astype(np.int16) - now.astype(np.int16)).mean())


def choose_hint(seen: Seen, quality: Quality, sought: Sought = Sought.ANYTHING) -> Hint | None:
    """Return the one thing to ask, or None when nothing is amiss or nothing is shown.

    What can't be put right by holding it better comes first; light before distance before steadiness, since
    each makes the next look worse than it is.
    """
    if len(student_numbers(seen.codes)) > 1:
        return Hint.TWO_DOCUMENTS
    if seen.document is not None and seen.document.format in NOT_ACCEPTED:
        return Hint.NOT_ACCEPTED
    if is_read(seen, sought):
        return None
    return light_hint(quality) or (None if seen.shown.region is None else holding_hint(seen, quality, sought))


def student_numbers(codes: tuple[CardReading, ...]) -> set[str]:
    """Return the different student numbers that were read for certain."""
    return {
        code.student_number
        for code in codes
        if code.kind is CardKind.STUDENT_NUMBER and code.student_number is not None
    }


def is_read(seen: Seen, sought: Sought) -> bool:
    """Return True if the frame holds what was sought."""
    has_card = any(code.kind is not CardKind.OTHER for code in seen.codes)
    has_document = seen.document is not None and seen.document.valid
    return (has_card and sought is not Sought.DOCUMENT) or (has_document and sought is not Sought.CARD)


def light_hint(quality: Quality) -> Hint | None:
    """Return what is wrong with the light."""
    if quality.light < DARK:
        return Hint.TOO_DARK
    if quality.clipped <= GLARE:
        return None
    is_all_white = quality.clipped > OVEREXPOSED or quality.light > BRIGHT
    return Hint.TOO_BRIGHT if is_all_white else Hint.GLARE


def holding_hint(seen: Seen, quality: Quality, sought: Sought) -> Hint | None:
    """Return how to hold what is shown. A zone that was found tells its size; all else looks smaller blurred."""
    is_moving = quality.motion > MOVED
    if seen.text is not None and is_narrow(seen.text):
        return Hint.TOO_FAR
    if quality.sharpness < SOFT:
        return Hint.HOLD_STILL if is_moving else Hint.BLURRED
    if seen.text is None and is_small(seen, sought):
        return Hint.TOO_FAR
    if is_expected(seen, sought):
        return Hint.HOLD_STILL if is_moving else None
    return Hint.CARD_SIDE if sought is Sought.CARD else Hint.OTHER_SIDE


def is_narrow(text: ZoneText) -> bool:
    """Return True if a zone has too few pixels for each character to be read."""
    top_left, top_right = text.corners[:2]
    return float(np.hypot(*(top_right - top_left))) < NARROW_CHARACTERS * max(map(len, text.lines), default=0)


def is_small(seen: Seen, sought: Sought) -> bool:
    """Return True if the bars, or else all print that is seen, take too small a part of the frame."""
    if seen.shown.bars is not None and sought is not Sought.DOCUMENT:
        return seen.shown.bars.length < NARROW_BARS * seen.width
    extent = seen.shown.extent
    return extent is not None and max(extent.width, extent.height) < SMALL_PRINT * seen.width


def is_expected(seen: Seen, sought: Sought) -> bool:
    """Return True if the side that is shown has what was sought: a zone, bars or a code."""
    shows_card = seen.shown.bars is not None or bool(seen.codes)
    shows_document = seen.text is not None
    return (shows_card and sought is not Sought.DOCUMENT) or (shows_document and sought is not Sought.CARD)
