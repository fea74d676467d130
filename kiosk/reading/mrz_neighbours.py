"""What a zone must have: as many lines as such lines come in, and lines with both their ends.

What was not found is looked for, what is too much is dropped.
"""

from collections.abc import Sequence

import numpy as np

from kiosk.reading.mrz.layout import Layout
from kiosk.reading.mrz_lines import FEWEST_PLACES, LEAST_SENSE, PLAIN_SENSE, ReadLine, read_lines
from kiosk.reading.mrz_measure import measure_line
from kiosk.reading.mrz_network import Network
from kiosk.reading.mrz_strips import TextLine
from kiosk.reading.mrz_zone import offset

LINES_OF = {30: 3, 36: 2, 44: 2}
WIDEST_MISS = 4
EDGE_STEPS = 5.0
SPARE = 2  # characters: the last one must be seen to end
SPACING_CAPS = 2.55  # lines are 6.35 mm apart, capitals about 2.5 mm high
CLOSEST_CAPS = 1.4  # on some cards
AT_EDGE_CAPS = 2.0  # no document has its text so near its own edge


def lines_wanted(lines: Sequence[ReadLine]) -> int | None:
    """Return how many lines a zone with lines of this length has, or None if no zone has such lines."""
    count = float(np.median([line.count for line in lines]))
    length = nearest_length(count)
    return LINES_OF[length] if abs(length - count) <= WIDEST_MISS else None


def nearest_length(count: float) -> int:
    """Return the length of a zone's lines that is nearest to a count of characters."""
    return min(LINES_OF, key=lambda known: abs(known - count))


def without_strangers(lines: list[ReadLine], wanted: int) -> list[ReadLine]:
    """Return the neighbouring lines, as many as wanted, that make most sense as lines of one length."""
    length = nearest_length(float(np.median([line.count for line in lines])))
    sense = [line.sense if abs(line.count - length) <= WIDEST_MISS else 0.0 for line in lines]
    starts = range(len(lines) - wanted + 1)
    best = max(starts, key=lambda start: sum(sense[start : start + wanted]))
    return lines[best : best + wanted]


def runs_on(lines: Sequence[ReadLine]) -> tuple[int, int] | None:
    """Return how many characters lines may lack before and after, or None if they end inside their strips."""
    places = np.concatenate([line.slots.places for line in lines])
    complete = sum(line.count in LINES_OF and is_whole(line) for line in lines)
    count = max(line.count for line in lines)
    if not len(places) or 2 * complete >= len(lines) or count > max(LINES_OF):
        return None
    before, after = places.min() < EDGE_STEPS, places.max() > lines[0].chances.shape[1] - 1 - EDGE_STEPS
    if not (before or after):
        return None
    lacking = longest_of(len(lines), count) - count + SPARE
    return lacking * int(before), lacking * int(after)


def longest_of(lines: int, count: int) -> int:
    """Return how long lines may be of which so many, with so many characters, were found: three are a card's."""
    shortest = min(LINES_OF)
    return shortest if lines == LINES_OF[shortest] and count <= shortest else max(LINES_OF)


def may_be_a_piece(layout: Layout) -> bool:
    """Say whether lines of this layout may be the beginning of a longer document's: no longer one has three lines."""
    return layout.line_length < max(LINES_OF) and layout.line_count < 3


def has_more(lines: Sequence[ReadLine], layout: Layout) -> bool:
    """Say whether lines of a layout that may be a piece have more characters, all of them: other print ends one."""
    return may_be_a_piece(layout) and all(line.count > layout.line_length for line in lines)


def are_whole(lines: Sequence[ReadLine]) -> bool:
    """Say whether every line begins and ends inside its strip: what runs on is a piece, however long."""
    return all(is_whole(line) for line in lines if len(line.slots.places))


def is_whole(line: ReadLine) -> bool:
    """Say whether a line begins and ends inside its strip."""
    places, last = line.slots.places, line.chances.shape[1] - 1
    return bool(places[0] >= EDGE_STEPS and places[-1] <= last - EDGE_STEPS)


def lengthened(line: TextLine, before: float, after: float) -> TextLine:
    """Return a line made longer at both ends by frame pixels."""
    return TextLine(line.start - line.along * before, line.end + line.along * after, line.cap)


def room_beyond(lines: Sequence[TextLine], shape: tuple[int, ...]) -> tuple[float, float]:
    """Return how far the lines may be lengthened at their starts, and at their ends, within a frame of (H, W)."""
    far = np.array([shape[1], shape[0]])
    starts = [room(line.start, -line.along, far) for line in lines]
    return min(starts), min(room(line.end, line.along, far) for line in lines)


def room(point: np.ndarray, along: np.ndarray, far: np.ndarray) -> float:
    """Return how far it is from a point along a unit vector to the edges of what reaches from (0, 0) to `far`."""
    reach = np.where(along > 0, far - point, point) / np.maximum(np.abs(along), 1e-9)
    return max(float(reach.min()), 0.0)


def may_be_cut(lines: Sequence[TextLine], shape: tuple[int, ...]) -> bool:
    """Say whether lines end at the edge of a frame of (H, W), or a line beside them would lie off it."""
    return end_at_edge(lines, shape) or lie_at_edge(lines, shape)


def is_cut(block: Sequence[ReadLine], shape: tuple[int, ...]) -> bool:
    """Say whether a block is of a zone that is partly off a frame of (H, W)."""
    if not any(line.count >= FEWEST_PLACES and line.slots.certainty > PLAIN_SENSE for line in block):
        return False
    lines = [line.line for line in block]
    if end_at_edge(lines, shape):
        return True
    wanted = lines_wanted(block)
    return wanted is not None and len(block) < wanted and lie_at_edge(lines, shape)


def end_at_edge(lines: Sequence[TextLine], shape: tuple[int, ...]) -> bool:
    """Say whether lines begin or end where a frame of (H, W) does."""
    return min(room_beyond(lines, shape)) < AT_EDGE_CAPS * lines[0].cap


def lie_at_edge(lines: Sequence[TextLine], shape: tuple[int, ...]) -> bool:
    """Say whether another line above or below would lie off a frame of (H, W)."""
    far = np.array([shape[1], shape[0]])
    middles = [(line.start + line.end) / 2 for _, line in places_beside(lines)]
    return any(bool((middle < 0).any() or (middle > far).any()) for middle in middles)


def with_neighbours(
    gray: np.ndarray, block: list[ReadLine], wanted: int, expected: int, network: Network
) -> list[ReadLine]:
    """Return a block with the lines above, below and within it that make sense, up to the number wanted."""
    while len(block) < wanted:
        places = [
            (at, measured)
            for at, line in places_beside([line.line for line in block])
            if not is_taken(measured := measure_line(gray, line), line, block)
        ]
        if not places:
            break
        read = read_lines(gray, [line for _, line in places], expected, network)
        at, best = max(zip((at for at, _ in places), read, strict=True), key=lambda one: one[1].sense)
        if best.sense < LEAST_SENSE:
            break
        block = [*block[:at], best, *block[at:]]
    return block


def places_beside(lines: Sequence[TextLine]) -> list[tuple[int, TextLine]]:
    """Return where another line of a block may run, and which place in the block it would have."""
    top, low = lines[0], lines[-1]
    if len(lines) > 1:
        above, below = lines[0].start - lines[1].start, lines[-1].start - lines[-2].start
    else:
        above, below = -top.down * SPACING_CAPS * top.cap, low.down * SPACING_CAPS * low.cap
    places = [(0, moved(top, above)), (len(lines), moved(low, below))]
    if len(lines) == 2 and offset(top, low) > 2 * CLOSEST_CAPS * top.cap:
        places.append((1, TextLine((top.start + low.start) / 2, (top.end + low.end) / 2, top.cap)))
    return places


def moved(line: TextLine, way: np.ndarray) -> TextLine:
    """Return a line moved by (2,) frame pixels."""
    return TextLine(line.start + way, line.end + way, line.cap)


def is_taken(measured: TextLine, looked_for: TextLine, block: Sequence[ReadLine]) -> bool:
    """Say whether a line looked for beside a block turned out, once measured, to be one of the block's own."""
    return any(abs(offset(own.line, measured)) < 0.5 * abs(offset(own.line, looked_for)) for own in block)
