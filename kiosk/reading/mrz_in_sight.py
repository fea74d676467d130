"""Whether a frame shows all of a zone: what is cut off can only be guessed.

No check digit covers a visa whole, and a long one begins as a short one does: it must be seen that this one ends.
"""

import numpy as np

from kiosk.reading.document import Field
from kiosk.reading.mrz_look import Look
from kiosk.reading.mrz_neighbours import may_be_a_piece, room_beyond
from kiosk.reading.mrz_strips import TextLine, cut

SPARE_CAPS = 0.35
ROOM_CAPS = 0.6  # behind the last character; of 141 short visas two had less
STEPS = 8  # a character
FROM = 48  # steps before the end
BEFORE, BEHIND = slice(0, 44), slice(50, 60)  # of these steps: what lies before the end, and just behind it
ROWS = 8
LEADING_CAPS = 1.25  # what capitals and blur take of the distance from line to line
MOST_STEP = 0.2  # of the print's contrast: of 236 short visas three had more
FAINTEST = 8  # of 255


def is_all_in_sight(gray: np.ndarray, look: Look) -> bool:
    """Say whether all of a zone lies in a (H, W) uint8 frame, its ends too."""
    return is_within(look, gray.shape) and ends_in_sight(gray, look)


def is_within(look: Look, shape: tuple[int, ...]) -> bool:
    """Say whether a zone's corners lie in a frame of (H, W)."""
    spare = SPARE_CAPS * look.lines[0].cap
    far = np.array([shape[1], shape[0]]) + spare
    corners = look.corners
    return bool((corners > -spare).all() and (corners < far).all())


def ends_in_sight(gray: np.ndarray, look: Look) -> bool:
    """Say whether a zone's lines end where they were read to, as far as a (H, W) uint8 frame shows.

    Only a short visa may go on, beyond the frame's edge or under a finger. Between its lines, where no ink is, what
    lies just behind their ends must be as light as the paper before.
    """
    layout = look.decoded.layout
    if not may_be_a_piece(layout) or Field.COMPOSITE in {group.field for group in layout.checks}:
        return True
    lines = look.seen
    if room_beyond(lines, gray.shape)[1] < ROOM_CAPS * look.lines[0].cap:
        return False
    top, low = lines
    between = TextLine((top.start + low.start) / 2, (top.end + low.end) / 2, (top.cap + low.cap) / 2)
    step = between.along * between.length / (layout.line_length * STEPS)
    leading = abs(float((low.end - top.end) @ between.down)) - LEADING_CAPS * between.cap
    drop = between.down * max(leading, 2.0) / ROWS
    corner = between.end - step * FROM - drop * ROWS / 2
    paper = cut(gray, corner, step, drop, BEHIND.stop, ROWS)
    change = abs(float(paper[:, BEHIND].mean()) - float(paper[:, BEFORE].mean()))
    return change < MOST_STEP * (contrast(gray, top, layout.line_length) + FAINTEST)


def contrast(gray: np.ndarray, line: TextLine, characters: int) -> float:
    """Return how much darker a line's ink is than its paper, of 255."""
    step, drop = line.along * line.length / (characters * STEPS), line.down * line.cap / ROWS
    strip = cut(gray, line.start - drop * ROWS / 2, step, drop, characters * STEPS, ROWS)
    ink, light = np.percentile(strip, (5, 90))
    return float(light - ink)
