"""A look at a zone's lines: cut strips, run the network, decode; and a second look with what the first taught."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kiosk.reading.mrz_decode import Decoded, decode, decode_as
from kiosk.reading.mrz_lines import (
    PLAIN_SENSE,
    STRIDE,
    ReadLine,
    columns_for,
    read_both_ways,
    read_lines,
)
from kiosk.reading.mrz_measure import measure_line, share_ends
from kiosk.reading.mrz_neighbours import (
    are_whole,
    has_more,
    lengthened,
    lines_wanted,
    may_be_a_piece,
    room_beyond,
    runs_on,
    with_neighbours,
    without_strangers,
)
from kiosk.reading.mrz_network import Network
from kiosk.reading.mrz_slots import Slots
from kiosk.reading.mrz_strips import PITCH_PX, TextLine

EXPECTED = {1: 38, 2: 40, 3: 30}
FEWEST, MOST = 12, 44
MOST_LENGTHENINGS = 3
MOST_UNEVEN = 0.33  # of a character: of 964 zones read rightly none had more than 0.18, a shift has 0.5
LICENCE_CODE = "D"


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What was cut, where, and what it says.

    lines: where the strips were cut. expected: characters between their ends. decoded: their text.
    """

    lines: tuple[TextLine, ...]
    expected: int
    decoded: Decoded

    @property
    def seen(self) -> list[TextLine]:
        """Return the lines from where their first characters begin to where their last ones end."""
        return [
            seen_part(line, slots, self.expected)
            for line, slots in zip(self.lines, self.decoded.slots, strict=True)
        ]

    @property
    def corners(self) -> np.ndarray:
        """Return the zone's corners in frame pixels, (4, 2), clockwise from the text's own top left."""
        seen = self.seen
        first, last, top, low = seen[0], seen[-1], self.lines[0], self.lines[-1]
        rise, fall = top.down * top.cap / 2, low.down * low.cap / 2
        return np.array([first.start - rise, first.end - rise, last.end + fall, last.start + fall])

    @property
    def is_even(self) -> bool:
        """Say whether the lines begin, or end, one below the other: one of them shifted by a character does neither."""
        seen = self.seen
        along = seen[0].along
        pitch = float(np.median([line.length for line in seen])) / self.decoded.layout.line_length
        starts = unevenness([float(line.start @ along) for line in seen])
        ends = unevenness([float(line.end @ along) for line in seen])
        return min(starts, ends) < MOST_UNEVEN * pitch


def glance_at(gray: np.ndarray, lines: Sequence[TextLine], network: Network) -> list[ReadLine] | None:
    """Return lines read in the direction that makes sense, or None if neither does."""
    return read_both_ways(gray, lines, expected_of(lines), network)


def look_at(gray: np.ndarray, block: list[ReadLine], network: Network) -> Look | None:
    """Return what lines say that make sense at a glance, or None if they are no zone's."""
    expected = expected_of([line.line for line in block])
    is_followed = False
    for _ in range(MOST_LENGTHENINGS):
        lacking = runs_on(block)
        if lacking is None:
            break
        is_followed = True
        lines, expected = followed(gray.shape, block, expected, lacking)
        block = read_lines(gray, lines, expected, network)
    count = round(float(np.median([line.count for line in block])))
    if not 0.7 < expected / max(count, FEWEST) < 1.45:
        lines = [line.line for line in block]
        if is_followed:
            lines = as_far_as_seen(gray, block, expected)
        expected = int(np.clip(count, FEWEST, MOST))
        block = read_lines(gray, lines, expected, network)
    return look_of(gray, block, expected, network)


def followed(
    shape: tuple[int, ...], block: Sequence[ReadLine], expected: int, lacking: tuple[int, int]
) -> tuple[list[TextLine], int]:
    """Return a block's lines made longer by the characters they may lack, and how many these lines have at most."""
    lines = [line.line for line in block]
    length = float(np.median([line.length for line in lines]))
    pitch = float(np.median([line.slots.pitch for line in block])) * STRIDE / PITCH_PX * length / expected
    before, after = (
        min(characters * pitch, room)
        for characters, room in zip(lacking, room_beyond(lines, shape), strict=True)
    )
    return [lengthened(line, before, after) for line in lines], round((length + before + after) / pitch)


def as_far_as_seen(gray: np.ndarray, block: Sequence[ReadLine], expected: int) -> list[TextLine]:
    """Return lines measured anew from where their first characters begin to where their last ones end."""
    lines = [measure_line(gray, seen_part(line.line, line.slots, expected)) for line in block]
    return share_ends(lines, float(np.median([line.cap for line in lines])))


def look_beside(gray: np.ndarray, block: Sequence[ReadLine], network: Network) -> Look | None:
    """Return what the plain lines of a block say with what stands beside them; None if all are plain, or none is.

    Print that touches a line spoils its height and slope, and by what they share those of its neighbours.
    """
    plain = [line for line in block if line.sense > PLAIN_SENSE]
    if not plain or len(plain) == len(block):
        return None
    expected = expected_of([line.line for line in block])
    lines = [measure_line(gray, seen_part(line.line, line.slots, expected)) for line in plain]
    return look_at(gray, read_lines(gray, lines, expected_of(lines), network), network)


def expected_of(lines: Sequence[TextLine]) -> int:
    """Return how many characters to expect: what such zones have, unless the lines are far too short for that."""
    usual = EXPECTED[len(lines)]
    by_shape = float(np.median([line.length / line.cap for line in lines]))
    return usual if by_shape > 0.72 * usual else max(FEWEST, round(by_shape))


def look_there(gray: np.ndarray, first: Look, network: Network) -> Look | None:
    """Return what a network says where another one's look ended; if it says something else, unsound, looking again."""
    block = read_lines(gray, first.lines, first.expected, network)
    look = look_of(gray, block, first.expected, network)
    if look is None or look.decoded.holds or say_the_same(look, first):
        return look
    return look_again(gray, look, network)


def say_the_same(one: Look, other: Look) -> bool:
    """Say whether two looks have one text: if a check digit of it fails all the same, it is printed so."""
    return one.decoded.lines == other.decoded.lines


def look_of(gray: np.ndarray, block: list[ReadLine], expected: int, network: Network) -> Look | None:
    """Return what a block says once it has as many lines as such a zone must have."""
    if (wanted := lines_wanted(block)) is None:
        return None
    if is_licence(block):
        wanted = 1
    if len(block) > wanted:
        block = without_strangers(block, wanted)
    elif len(block) < wanted:
        block = with_neighbours(gray, block, wanted, expected, network)
    decoded = decode_block(block)
    if decoded is None or has_more(block, decoded.layout):
        return None
    if not (are_whole(block) or is_zone_all_the_same(decoded)):
        return None
    look = Look(tuple(line.line for line in block), expected, decoded)
    return look if look.is_even else None


def unevenness(places: Sequence[float]) -> float:
    """Return how far one to three places, one a line, are from where evenly leaning lines would have them."""
    if len(places) < 3:
        return abs(places[0] - places[-1]) / 2
    return abs(places[1] - (places[0] + places[2]) / 2)


def is_zone_all_the_same(decoded: Decoded) -> bool:
    """Say whether text is a whole zone's though something beside it was read as more of its lines."""
    return not may_be_a_piece(decoded.layout) and decoded.certainty > PLAIN_SENSE


def decode_block(block: Sequence[ReadLine]) -> Decoded | None:
    """Return the text of lines that were read, or None if they are not the lines of a zone."""
    return decode([line.chances for line in block], [line.slots for line in block])


def is_licence(block: Sequence[ReadLine]) -> bool:
    """Say whether a line is a driving licence's, the only one that comes alone: both its check digits hold."""
    decoded = decode_block(block) if len(block) == 1 else None
    return decoded is not None and decoded.holds and decoded.lines[0].startswith(LICENCE_CODE)


def look_again(gray: np.ndarray, first: Look, network: Network) -> Look:
    """Cut the lines anew from where their characters were seen; return the best of both looks and their mean."""
    count = first.decoded.layout.line_length
    lines = first.seen
    block = read_lines(gray, lines, count, network)
    decoded = decode_block(block)
    if decoded is None:
        return first
    second = Look(tuple(lines), count, decoded)
    if not second.is_even:
        return first
    if decoded.holds or decoded.layout is not first.decoded.layout:
        return max(first, second, key=lambda look: look.decoded.rank)
    mean = replace(second, decoded=agree(first.decoded, decoded))
    return max(first, second, mean, key=lambda look: look.decoded.rank)


def agree(one: Decoded, other: Decoded) -> Decoded:
    """Return what two decodings of the same lines say together."""
    slots = [
        replace(ours, posteriors=together(ours.posteriors, theirs.posteriors))
        for ours, theirs in zip(other.slots, one.slots, strict=True)
    ]
    return decode_as(one.layout, slots)


def together(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the geometric mean of (N, 37) posteriors."""
    product = np.sqrt(one * other) + 1e-9
    mean: np.ndarray = product / product.sum(1, keepdims=True)
    return mean


def seen_part(line: TextLine, slots: Slots, expected: int) -> TextLine:
    """Return a line from where its first character begins to where its last one ends."""
    step = line.along * line.length / (expected * PITCH_PX)
    before = (columns_for(expected) - expected * PITCH_PX) / 2
    first, last = edges(slots)
    return TextLine(line.start + step * (first - before), line.start + step * (last - before), line.cap)


def edges(slots: Slots) -> tuple[float, float]:
    """Return the strip columns where the first character begins and the last one ends."""
    first, last = float(slots.places[0]) - slots.pitch / 2, float(slots.places[-1]) + slots.pitch / 2
    return (first + 0.5) * STRIDE - 0.5, (last + 0.5) * STRIDE - 0.5
