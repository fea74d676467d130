"""From the finder network's mask to line candidates: connected pieces, straightened, joined end to end."""

from dataclasses import dataclass
from math import atan2, cos, hypot, sin, sqrt

import numpy as np

from kiosk.reading.mrz_picture import ORIGIN
from kiosk.reading.mrz_strips import TextLine
from kiosk.reading.mrz_zone import Candidate
from kiosk.reading.opencv import cv2
from kiosk.reading.straight_fit import fit_straight

THRESHOLD = 0.5  # from 0.35 on small print of other kinds is marked
FINENESS = 2
AROUND = 5  # cells around all that is marked: farther off nothing is looked at
CORE = 0.6
SIDE = 6
RIDGE = 0.05
MOST_PIECES = 24
WIDE_GAP, NARROW_GAP = 0.45, 0.12
SPILL = 4  # cells of the mask by which a zone's marks may reach over its corners
SHORTEST = 40  # an eighth of the picture


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Some marked cells: points (N, 2) and weights (N,), and the straight line through them.

    middle, along: (2,). first, last: where it begins and ends along that line. thickness: deviation across.
    """

    points: np.ndarray
    weights: np.ndarray
    middle: np.ndarray
    along: np.ndarray
    first: float
    last: float
    thickness: float

    @property
    def length(self) -> float:
        """Return the piece's length in cells."""
        return self.last - self.first

    @property
    def across(self) -> np.ndarray:
        """Return the unit vector across the piece."""
        return np.array([-self.along[1], self.along[0]])


def find_lines(
    mask: np.ndarray, cell_px: float, gap: float = WIDE_GAP, corner: np.ndarray = ORIGIN
) -> list[Candidate]:
    """Return the line candidates of a (H, W) float32 probability mask.

    cell_px: how many frame pixels a cell of the mask is wide. gap: what may lie between two pieces of one line, in
    shares of the longer: a reflection cuts a line in two, but two documents may lie side by side. corner: (2,), where
    in the frame the mask begins.
    """
    marked = extent(mask, THRESHOLD)
    if marked is None:
        return []
    first, last = np.maximum(marked[0] - AROUND, 0), marked[1] + AROUND
    part = mask[first[1] : last[1], first[0] : last[0]]
    size = (part.shape[1] * FINENESS, part.shape[0] * FINENESS)
    fine = cv2.resize(part, size, interpolation=cv2.INTER_LINEAR)
    pieces = join(cut_pieces(fine), gap)
    scale = cell_px / FINENESS
    begins = corner + first * cell_px
    return [candidate_of(fine, piece, scale, begins) for piece in pieces if is_line(piece)]


def extent(mask: np.ndarray, level: float) -> tuple[np.ndarray, np.ndarray] | None:
    """Return the corners, (2,) each in cells, around all of a mask that is above a level; None if nothing is."""
    left, top, width, height = cv2.boundingRect((mask > level).astype(np.uint8))
    return (np.array([left, top]), np.array([left + width, top + height])) if width else None


def share_beside(mask: np.ndarray, corners: np.ndarray, level: float) -> float:
    """Return the share of a mask's cells above a level that lie off a zone, whose (4, 2) corners are in cells."""
    marked = (mask > level).astype(np.uint8)
    quad = np.round(corners).astype(np.int32)
    cv2.fillConvexPoly(marked, quad, 0)
    cv2.polylines(marked, [quad], isClosed=True, color=0, thickness=2 * SPILL + 1)
    return cv2.countNonZero(marked) / mask.size


def ridges(fine: np.ndarray) -> np.ndarray:
    """Return a uint8 mask of the cells that stand out across the lines: bridges between two lines do not."""
    falls = cv2.norm(fine[1:], fine[:-1], cv2.NORM_L1)
    slopes = cv2.norm(fine[:, 1:], fine[:, :-1], cv2.NORM_L1)
    window, far = ((1, SIDE), (0, SIDE - 1)) if falls > slopes else ((SIDE, 1), (SIDE - 1, 0))
    sides = np.maximum(cv2.blur(fine, window, anchor=(0, 0)), cv2.blur(fine, window, anchor=far))
    marked: np.ndarray = ((fine > THRESHOLD) & (fine - sides > RIDGE)).astype(np.uint8)
    return marked


def cut_pieces(fine: np.ndarray) -> list[Piece]:
    """Return the largest connected pieces of the ridges."""
    count, labels, boxes, _ = cv2.connectedComponentsWithStats(ridges(fine), connectivity=8)
    sizes = boxes[1:count, cv2.CC_STAT_AREA]
    pieces = []
    for number in np.argsort(-sizes)[:MOST_PIECES] + 1:
        left, top, width, height, area = boxes[number]
        if area < 6:
            break
        y, x = np.nonzero(labels[top : top + height, left : left + width] == number)
        points = np.stack([x + left, y + top], 1) + 0.5
        pieces.append(straighten(points, fine[y + top, x + left]))
    return pieces


def straighten(points: np.ndarray, weights: np.ndarray) -> Piece:
    """Fit a straight line through weighted points."""
    shares = weights / weights.sum()
    middle = shares @ points
    centred = points - middle
    (wide, askew), (_, high) = ((centred * shares[:, None]).T @ centred).tolist()
    angle = atan2(2 * askew, wide - high) / 2
    along = np.array([cos(angle), sin(angle)])
    reach = centred @ along
    thickness = sqrt(max((wide + high - hypot(wide - high, 2 * askew)) / 2, 0.0))
    return Piece(
        points, weights, middle, along, float(reach.min()) - 0.5, float(reach.max()) + 0.5, thickness
    )


def join(pieces: list[Piece], gap: float) -> list[Piece]:
    """Join pieces of one line: the longest first, each with what continues it."""
    waiting = sorted(pieces, key=lambda piece: -piece.length)
    lines: list[Piece] = []
    while waiting:
        line = waiting.pop(0)
        while more := next((piece for piece in waiting if continues(line, piece, gap)), None):
            waiting = [piece for piece in waiting if piece is not more]
            points = np.concatenate([line.points, more.points])
            line = straighten(points, np.concatenate([line.weights, more.weights]))
        lines.append(line)
    return lines


def continues(line: Piece, piece: Piece, gap: float) -> bool:
    """Say whether a piece lies on a line, at most `gap` of the line's length from its end."""
    if line.length < 6:
        return False
    ends = piece.middle - line.middle + np.outer([piece.first, piece.last], piece.along)
    if np.abs(ends @ line.across).max() > max(2.2, 0.012 * line.length + 1.6):
        return False
    reach = ends @ line.along
    return bool(max(reach.min() - line.last, line.first - reach.max()) < gap * line.length + 4)


def is_line(piece: Piece) -> bool:
    """Say whether a piece is long and thin."""
    return piece.length >= SHORTEST and piece.length >= 5 * len(piece.points) / piece.length


def candidate_of(fine: np.ndarray, piece: Piece, scale: float, corner: np.ndarray) -> Candidate:
    """Return the line in frame pixels, its slope refitted on all marked cells near it.

    scale: frame pixels a fine cell. corner: (2,), where in the frame the fine cells begin.
    """
    offset, slope, mass = refit(fine, piece)
    ends = [
        piece.middle + piece.along * reach + piece.across * (offset + slope * reach)
        for reach in (piece.first, piece.last)
    ]
    cap = max(mass / piece.length - 0.5, 0.5) * scale / CORE
    return Candidate(
        TextLine(corner + ends[0] * scale, corner + ends[1] * scale, cap), float(piece.weights.mean())
    )


def refit(fine: np.ndarray, piece: Piece) -> tuple[float, float, float]:
    """Return offset and slope of the cells near a piece against its line, and their summed weight."""
    beside = 3.2 * max(piece.thickness, 0.8)
    ends = piece.middle + np.outer([piece.first - 2, piece.last + 2], piece.along)
    corners = np.concatenate([ends - piece.across * beside, ends + piece.across * beside])
    left, top = np.maximum(corners.min(0), 0).astype(int)
    right, low = np.maximum(corners.max(0), 0).astype(int)
    part = fine[top : low + 1, left : right + 1]
    y, x = np.nonzero(part > 0.05)
    weights = part[y, x]
    x, y = x + (left + 0.5 - piece.middle[0]), y + (top + 0.5 - piece.middle[1])
    reach, away = x * piece.along[0] + y * piece.along[1], y * piece.along[0] - x * piece.along[1]
    near = np.abs(away) < beside
    near &= (reach > piece.first - 2) & (reach < piece.last + 2)
    reach, away, weights = reach[near], away[near], weights[near]
    if len(reach) < 4:
        return 0.0, 0.0, float(piece.weights.sum())
    slope, offset = fit_straight(reach, away, weights)
    return offset, slope, float(weights.sum())
