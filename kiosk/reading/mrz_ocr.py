"""Read a machine-readable zone from the pixels of one frame: the door to finding, measuring and reading."""

from dataclasses import dataclass, replace

import numpy as np

from kiosk.reading.models import Models, load_models
from kiosk.reading.mrz_confidence import confidence
from kiosk.reading.mrz_decode import Decoded
from kiosk.reading.mrz_in_sight import is_all_in_sight
from kiosk.reading.mrz_lines import ReadLine
from kiosk.reading.mrz_look import Look, glance_at, look_again, look_at, look_beside, look_there, say_the_same
from kiosk.reading.mrz_neighbours import is_cut, may_be_cut
from kiosk.reading.mrz_network import Network
from kiosk.reading.mrz_picture import SmallPicture, even_out, make_small
from kiosk.reading.mrz_places import Places
from kiosk.reading.mrz_repair import repair
from kiosk.reading.mrz_strips import TextLine
from kiosk.reading.mrz_tipped import SetStraight
from kiosk.reading.shrinking import shrunk
from kiosk.reading.zone_text import Sighting, ZoneText

SHORTEST_SIDE = 40
LONGEST_SIDE = 2600
LEAST_CERTAINTY = 0.6
LEAST_ALONE = 0.85  # sense of one line without neighbours; other print seldom has as much
CLEAR = 0.8  # certainty: no zone that a second look made right was below 0.86, pages of text reach 0.76
PLAIN = 0.95  # certainty: below it one of the lines may not be where it was cut
SURE = 0.99  # the quick network's least confidence; below it the careful one reads, and decides


@dataclass(frozen=True, slots=True, eq=False)
class MrzText:
    """What one frame's machine-readable zone says.

    lines: 1 to 3 strings, each of a length that a format has (3x30, 2x36, 2x44, 1x30).
    posteriors: one (len(line), 37) float32 array a line, rows sum to 1, columns in ALPHABET order.
    corners: (4, 2) float32, the zone's corners in frame pixels, clockwise from the text's own top left.
    repaired: True if a check digit was used to change a character.
    is_alone: True if the finder marks next to nothing beside this zone.
    """

    lines: tuple[str, ...]
    posteriors: tuple[np.ndarray, ...]
    corners: np.ndarray
    repaired: bool = False
    is_alone: bool = False


class MrzReader:
    """Reads zones; holds the networks, so make one and keep it. Used from one thread at a time."""

    def __init__(self, models: Models | None = None, threads: int = 1) -> None:
        """Load the networks. Raises ModelAway if they are missing or altered."""
        models = models or load_models()
        self._finder = Network(models.finder, threads)
        self._quick = ZoneSight(Network(models.reader, threads))
        self._careful = Network(models.wide_reader, threads)

    def look(self, gray: np.ndarray) -> Sighting:
        """Return what a (H, W) uint8 picture shows of a zone."""
        if not is_picture(gray):
            return Sighting(None)
        frame, zoom = bounded(gray)
        best, places = self._read(frame)
        if best is None or best.decoded.certainty < LEAST_CERTAINTY:
            return Sighting(None, is_cut=self._quick.sees_cut_lines(places))
        if not is_all_in_sight(frame, best):
            return Sighting(None, is_cut=True)
        return Sighting(text_of(best, zoom, is_alone=places.are_unmarked_beside(best.corners)))

    def read(self, gray: np.ndarray) -> ZoneText | None:
        """Return the zone's text in a (H, W) uint8 picture, or None if no zone is seen, or not all of it."""
        return self.look(gray).text

    def _read(self, frame: np.ndarray) -> tuple[Look | None, Places]:
        """Read at a glance; where that doesn't settle what it says, look closer, and in every way."""
        places = self._find(frame, make_small(frame))
        best, is_settled = with_care(frame, self._quick.glance(places), self._careful)
        if not is_settled and (closer := places.closer):
            places = self._find(frame, closer)
            best = better(best, with_care(frame, self._quick.search(places), self._careful)[0])
        return best, places

    def _find(self, frame: np.ndarray, small: SmallPicture) -> Places:
        return Places(frame, small, self._finder.run(even_out(small.gray)[None, None])[0, 0])


@dataclass(frozen=True, slots=True, eq=False)
class ZoneSight:
    """Reads a zone where its lines may be, with one of the networks that read lines."""

    network: Network

    def glance(self, places: Places) -> Look | None:
        """Look once where the finder marked lines."""
        block = self._block(places.frame, places.marked)
        return None if block is None else look_at(places.frame, block, self.network)

    def search(self, places: Places) -> Look | None:
        """Look where the finder marked lines, first one block, then another; only where it did, also by edges."""
        if not places.marked:
            return None
        block = self._block(places.frame, places.marked)
        first = self._read_zone(places.frame, block)
        if not is_sound(first) and places.tipped is not None:
            first = better(first, self._look_straight(places.tipped))
        if not is_sound(first):
            first = better(first, self._look_at(places.frame, places.apart))
        if not is_sound(first):
            first = better(first, self._look_at(places.frame, places.beside))
        if not is_sound(first):
            first = better(first, self._look_at(places.frame, places.parted))
        if is_sound(first):
            return first
        if first is None and (block is None or (len(block) == 1 and block[0].sense < LEAST_ALONE)):
            return None  # print that the network was wrong about; a zone beside it was never found by edges
        return better(first, self._look_at(places.frame, places.by_edges))

    def sees_cut_lines(self, places: Places) -> bool:
        """Say whether the finder marked lines of a zone that run out of the frame, or whose neighbours lie off it."""
        if not places.marked or not may_be_cut(places.marked, places.frame.shape):
            return False
        block = self._block(places.frame, places.marked)
        return block is not None and is_cut(block, places.frame.shape)

    def _look_at(self, frame: np.ndarray, lines: list[TextLine]) -> Look | None:
        return self._read_zone(frame, self._block(frame, lines))

    def _look_straight(self, tipped: SetStraight) -> Look | None:
        look = self._look_at(tipped.gray, tipped.lines)
        return look and replace(look, lines=tuple(tipped.in_frame(line) for line in look.lines))

    def _block(self, frame: np.ndarray, lines: list[TextLine]) -> list[ReadLine] | None:
        return glance_at(frame, lines, self.network) if lines else None

    def _read_zone(self, frame: np.ndarray, block: list[ReadLine] | None) -> Look | None:
        """Read lines; if a check digit fails, also beside the plain ones, and where the characters were seen."""
        if block is None:
            return None
        first = look_at(frame, block, self.network)
        if first is None or not (is_sound(first) and first.decoded.certainty > PLAIN):
            beside = look_beside(frame, block, self.network)
            if first is None or is_sound(beside):
                first = better(first, beside)
        if first is None or is_sound(first) or not is_clear(first):
            return first
        return look_again(frame, first, self.network)


def with_care(frame: np.ndarray, quick: Look | None, network: Network) -> tuple[Look | None, bool]:
    """Return a quick look, or a careful network's there where it is in doubt; and whether that settles what is printed.

    What both networks read alike is printed so, even if a check digit fails.
    """
    if quick is None or not is_clear(quick) or is_sure(quick):
        return quick, is_sound(quick)
    careful = look_there(frame, quick, network)
    if careful is None:  # no zone to it
        return (quick, True) if is_sound(quick) else (None, False)
    best = max(careful, quick, key=is_sound)  # of two alike the careful one
    return best, is_sound(best) or say_the_same(careful, quick)


def is_sound(look: Look | None) -> bool:
    """Say whether all check digits of what was read hold."""
    return look is not None and look.decoded.holds


def is_clear(look: Look) -> bool:
    """Say whether what was read may be a zone's: pages of text and other print never are."""
    return look.decoded.certainty > CLEAR


def is_sure(look: Look) -> bool:
    """Say whether a quick look needs no careful one."""
    decoded = look.decoded
    posteriors = [slots.posteriors for slots in decoded.slots]
    return decoded.holds and confidence(decoded.layout, decoded.lines, posteriors) >= SURE


def better(first: Look | None, second: Look | None) -> Look | None:
    """Return the likelier of two looks."""
    return max(filter(None, (first, second)), key=lambda look: look.decoded.rank, default=None)


def is_picture(gray: np.ndarray) -> bool:
    """Say whether something is a grey picture large enough to hold a zone."""
    return gray.ndim == 2 and gray.dtype == np.uint8 and min(gray.shape) >= SHORTEST_SIDE


def bounded(gray: np.ndarray) -> tuple[np.ndarray, float]:
    """Return a picture of bounded size, and its pixels for each of the given one's."""
    zoom = LONGEST_SIDE / max(gray.shape)
    if zoom >= 1:
        return gray, 1.0
    rows, columns = (max(1, round(side * zoom)) for side in gray.shape)
    return shrunk(gray, rows, columns), zoom


def text_of(look: Look, zoom: float, *, is_alone: bool) -> MrzText:
    """Return a look's result in the given picture's pixels."""
    decoded: Decoded = repair(look.decoded)
    posteriors = tuple(slots.posteriors.astype(np.float32) for slots in decoded.slots)
    corners = (look.corners / zoom).astype(np.float32)
    return MrzText(decoded.lines, posteriors, corners, decoded.repaired, is_alone)
