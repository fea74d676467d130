"""Is there a second document in the frame: what was read is covered, and the frame is read once more."""

from collections.abc import Callable

import numpy as np

from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2
from kiosk.reading.zone_text import ZoneReader, ZoneText

# Two cards side by side, or one above the other, each have at most half of the frame; any wider zone is alone.
ROOM_FOR_TWO = 0.55  # of the frame's longer side
MARGIN = 0.6  # of the zone's height, covered above and below


def second_zone(
    gray: Pixels, first: ZoneText, zones: ZoneReader, is_document: Callable[[ZoneText], bool]
) -> ZoneText | None:
    """Return another document's zone in the frame, None if there is no room for one or it can't be read."""
    if first.is_alone or width_of(first) > ROOM_FOR_TWO * max(gray.shape):
        return None
    found = zones.look(without(gray, first)).text
    return (
        found if found is not None and list(found.lines) != list(first.lines) and is_document(found) else None
    )


def width_of(text: ZoneText) -> float:
    """Return how long a zone's first line is, in pixels."""
    left, right = text.corners[:2]
    return float(np.hypot(*(right - left)))


def without(gray: Pixels, text: ZoneText) -> Pixels:
    """Return a copy of the frame with the zone painted over."""
    top_left, top_right, bottom_right, bottom_left = text.corners
    down = (bottom_left - top_left + bottom_right - top_right) / 2 * MARGIN
    corners = np.array([top_left - down, top_right - down, bottom_right + down, bottom_left + down])
    covered = gray.copy()
    cv2.fillConvexPoly(covered, np.round(corners).astype(np.int32), int(np.median(gray[::8, ::8])))
    return covered
