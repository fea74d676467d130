"""Find patches of parallel bars of any direction, whether they can be read or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import tee

import numpy as np
import numpy.typing as npt

from kiosk.reading.edge_map import CELL, EdgeMap, Plane
from kiosk.reading.opencv import cv2
from kiosk.reading.straight_fit import fit_straight

MOST_PATCHES = 3
WIDE_BOX = 3  # cells: a card's edge is thinner, bars are not
LEAST_STRENGTH = 0.02  # of the picture's light
FAINTEST = 0.3  # of 255
ABOVE_NOISE = 0.25  # of the strength that noise has
SHARE_OF_PEAK = 0.28  # what still belongs to a patch
SHORTEST = 5  # cells
LEAST_ORDER = 0.4  # share of a patch's edges that run one way; letters have less
SPILL = 1.0  # cells by which averaging widens a patch at each side
SAME_WAY = 8.0  # degrees between pieces of one code
GAP = 0.8  # of the longer piece: what a reflection or a wide bar may cut out
ALIKE = 0.5  # height of the lower of two pieces, in shares of the higher
LONG = 1.2  # times as long as high: shorter patches don't tell how their row runs
MOST_LEAN = 0.6

Mask = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Where bars lie, and how they run.

    middle: (2,) x, y. angle: degrees by which the bars are turned, -90 to 90, clockwise as seen.
    length: across the bars, height: along them; all in pixels.
    order: share of the patch's edges that run one way, 0 to 1.
    lean: how far the row of bars falls for each pixel across them: perspective leaves no right angle.
    """

    middle: npt.NDArray[np.float64]
    angle: float
    length: float
    height: float
    order: float
    lean: float = 0.0

    @property
    def along(self) -> npt.NDArray[np.float64]:
        """Return the unit vector across the bars."""
        return np.array([np.cos(np.radians(self.angle)), np.sin(np.radians(self.angle))])

    @property
    def row(self) -> npt.NDArray[np.float64]:
        """Return the vector along the row of bars that goes one pixel across them."""
        return self.along + self.lean * self.down

    @property
    def down(self) -> npt.NDArray[np.float64]:
        """Return the unit vector along the bars."""
        return np.array([-np.sin(np.radians(self.angle)), np.cos(np.radians(self.angle))])

    @property
    def corners(self) -> npt.NDArray[np.float32]:
        """Return (4, 2) corners in pixels, clockwise from the top left of who reads them."""
        half, side = self.row * self.length / 2, self.down * self.height / 2
        return np.array(
            [-half - side, half - side, half + side, side - half], np.float32
        ) + self.middle.astype(np.float32)


class BarMap:
    """The patches of bars among a frame's edges, each looked for once, however many ask, and when it is asked for."""

    def __init__(self, edges: EdgeMap) -> None:
        self.edges = edges
        self._patches = find_patches(edges)

    @property
    def patches(self) -> Iterator[Bars]:
        """Yield the patches of bars, the strongest first."""
        self._patches, again = tee(self._patches)
        return again


def find_bars(marks: BarMap) -> tuple[Bars, ...]:
    """Return the patches of bars, the strongest first; those that lie on one line come joined as well, and first."""
    first, *others = tuple(marks.patches) or (None,)
    if first is None:
        return ()
    # In uneven noise even the strongest patch can look disorderly; among the others that is lettering.
    patches = (first, *(bars for bars in others if bars.order > LEAST_ORDER))
    return tuple(joined(patches)) + patches


def find_patches(edges: EdgeMap) -> Iterator[Bars]:
    """Yield the patches of bars, the strongest first, at most MOST_PATCHES."""
    across, askew = (
        np.asarray(cv2.blur(plane * edges.lift, (WIDE_BOX, WIDE_BOX)), np.float32)
        for plane in (edges.across, edges.askew)
    )
    least = FAINTEST + LEAST_STRENGTH * edges.light + ABOVE_NOISE * edges.floor
    for _ in range(MOST_PATCHES):
        aligned = np.hypot(across, askew)
        row, column = divmod(int(aligned.argmax()), aligned.shape[1])
        if aligned[row, column] < least:
            return
        patch = patch_around(across, askew, row, column)
        way = float(np.arctan2(edges.askew[patch > 0].sum(), edges.across[patch > 0].sum()) / 2)
        gone = cv2.dilate(patch, np.ones((3, 3), np.uint8)) > 0
        across[gone] = askew[gone] = 0
        bars = bars_of(patch, way, order_in(patch, edges))
        if bars.length >= SHORTEST * CELL:
            yield bars


def order_in(patch: Mask, edges: EdgeMap) -> float:
    """Return the share of a patch's edges that run one way, 0 to 1."""
    across, askew, strength = (plane[patch > 0] for plane in (edges.across, edges.askew, edges.strength))
    return float(np.hypot(across.sum(), askew.sum()) / max(float((strength - edges.floor).sum()), 1e-6))


def joined(patches: Sequence[Bars]) -> Iterator[Bars]:
    """Yield the first patch with the others that continue it: a reflection cuts a code in two."""
    whole = patches[0] if patches else None
    for other in patches[1:]:
        if whole is not None and continues(whole, other):
            whole = together(whole, other)
    if whole is not None and whole is not patches[0]:
        yield whole


def continues(bars: Bars, other: Bars) -> bool:
    """Return True if two patches lie on one line, near each other, and are alike."""
    turn = (other.angle - bars.angle + 90) % 180 - 90
    low, high = sorted((bars.height, other.height))
    if abs(turn) > SAME_WAY or low < ALIKE * high:
        return False
    apart = other.middle - bars.middle
    along, across = abs(apart @ bars.along), abs(apart @ bars.down - bars.lean * (apart @ bars.along))
    gap = along - (bars.length + other.length) / 2
    return bool(across < 0.4 * high + 0.05 * along and gap < GAP * max(bars.length, other.length))


def is_a_piece(bars: Bars, patches: Sequence[Bars]) -> bool:
    """Return True if another patch continues these bars: they may be a part of a code."""
    return any(
        continues(bars, other) and abs((other.middle - bars.middle) @ bars.along) > bars.length / 2
        for other in patches
    )


def together(bars: Bars, other: Bars) -> Bars:
    """Return what covers two patches, running as the longer one."""
    guide = max(bars, other, key=lambda each: each.length)
    apart = [(each.middle - guide.middle) @ guide.along for each in (bars, other)]
    ends = [
        (place - each.length / 2, place + each.length / 2)
        for place, each in zip(apart, (bars, other), strict=True)
    ]
    first, last = float(min(low for low, _ in ends)), float(max(high for _, high in ends))
    far = bars.middle + other.middle - 2 * guide.middle  # from the guide to the other one
    lean = float(far @ guide.down / (far @ guide.along)) if abs(far @ guide.along) > 1 else 0.0
    whole = replace(guide, length=last - first, lean=lean)
    return replace(whole, middle=guide.middle + whole.row * (first + last) / 2)


def patch_around(across: Plane, askew: Plane, row: int, column: int) -> Mask:
    """Return the cells around a peak whose edges run its way and are strong enough, as a uint8 mask."""
    peak = float(np.hypot(across[row, column], askew[row, column]))
    same_way = (across * across[row, column] + askew * askew[row, column]) / np.float32(peak)
    marked = (same_way > SHARE_OF_PEAK * peak).astype(np.uint8)
    closed = cv2.morphologyEx(marked, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    _, labels = cv2.connectedComponents(closed)
    return np.asarray(labels == labels[row, column], np.uint8)


def bars_of(patch: Mask, angle: float, order: float) -> Bars:
    """Return where a patch lies; angle in radians."""
    rows, columns = np.nonzero(patch)
    points = np.column_stack([columns + 0.5, rows + 0.5])
    along = np.array([np.cos(angle), np.sin(angle)])
    down = np.array([-along[1], along[0]])
    across, away = points @ along, points @ down
    lean = lean_of(across, away)
    reach, away = np.sort(across), np.sort(away - lean * across)
    few = len(points) // 50  # stray cells
    first, last, top, low = reach[few // 4], reach[-1 - few // 4], away[few], away[-1 - few]
    middle = (along + lean * down) * (first + last) / 2 + down * (top + low) / 2
    length, height = last - first + 1 - SPILL, max(low - top + 1 - SPILL, 1.0)
    return Bars(
        middle * CELL, float(np.degrees(angle)), float(length) * CELL, float(height) * CELL, order, lean
    )


def lean_of(across: npt.NDArray[np.float64], away: npt.NDArray[np.float64]) -> float:
    """Return how far (N,) cells of a patch fall for each one across the bars; 0 if it is too short to tell."""
    slope, _ = fit_straight(across, away)
    if np.ptp(across) < LONG * np.ptp(away - slope * across):
        return 0.0
    return float(np.clip(slope, -MOST_LEAN, MOST_LEAN))
