"""Measure each found line again in the full frame: its height of capitals, its slope and ends, which way up it stands.

Text has far more horizontal change per row than paper has, so a line is a band of rows with much of it.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kiosk.reading.mrz_strips import CAP_PX, TextLine, cut
from kiosk.reading.mrz_way_up import lean
from kiosk.reading.opencv import cv2
from kiosk.reading.straight_fit import fit_straight

ROWS = 52
MIDDLE = ROWS / 2 - 0.5
HALF_CAP = 8
COLUMNS = (96, 640)
SECTIONS = 6
LEVEL = 0.42
STRONGEST = 0.98
ROUNDS = 2
STEADY_ROWS = 3.0  # what a second round would still change after so much: 0.3 rows at p90


def measure(gray: np.ndarray, lines: list[TextLine]) -> list[TextLine]:
    """Return a zone's lines measured again, upright, with shared ends and nearly shared height."""
    measured, leans = zip(*[measure_with_lean(gray, line) for line in lines], strict=True)
    cap = float(np.median([line.cap for line in measured]))
    shared = [share_height(line, cap) for line in share_ends(measured, cap)]
    return shared if sum(leans) >= 0 else [line.turned() for line in reversed(shared)]


def measure_line(gray: np.ndarray, line: TextLine) -> TextLine:
    """Return a line with its middle, slope and height of capitals measured; unchanged where that fails."""
    return measure_with_lean(gray, line)[0]


def measure_with_lean(gray: np.ndarray, line: TextLine) -> tuple[TextLine, float]:
    """Return a line measured, and how much its strokes lean as they do in upright text."""
    leaning = 0.0
    for _ in range(ROUNDS):
        scale = line.cap / CAP_PX
        soft, drop = soft_strip(gray, line, ROWS, scale), line.down * scale
        found = measure_strip(change(soft))
        if found is None:
            break
        left, right, height = found
        leaning = lean(soft, MIDDLE + (left + right) / 2, HALF_CAP)
        steady = max(abs(left), abs(right)) < STEADY_ROWS and abs(height - CAP_PX) < STEADY_ROWS
        cap = float(np.clip(height * scale, 0.6 * line.cap, 1.7 * line.cap))
        line = TextLine(line.start + drop * left, line.end + drop * right, cap)
        if steady:
            break
    return line, leaning


def soft_strip(gray: np.ndarray, line: TextLine, rows: int, scale: float) -> np.ndarray:
    """Return a strip around a line, (rows, columns) float32, softened. scale: frame pixels for each of its rows."""
    columns = int(np.clip(line.length / scale, *COLUMNS))
    step, drop = line.along * line.length / columns, line.down * scale
    strip = cut(gray, line.start - drop * rows / 2, step, drop, columns, rows)
    return np.asarray(cv2.GaussianBlur(strip.astype(np.float32), (0, 0), 0.8))


def change(soft: np.ndarray) -> np.ndarray:
    """Return how much each pixel differs from its neighbours left and right, the strongest cut down."""
    edges = np.abs(soft[:, 2:] - soft[:, :-2])
    limited: np.ndarray = np.minimum(edges, percentile(edges[::2, ::3].ravel(), STRONGEST) + 1e-6, out=edges)
    return limited


def percentile(values: np.ndarray, share: float) -> np.float32:
    """Return what a share of (N,) float32 numbers lies below, as np.percentile does in three times the time."""
    place = share * (len(values) - 1)
    low = int(place)
    below, above = np.partition(values, (low, low + 1))[low : low + 2]
    return np.float32(below + (above - below) * (place - low))


def measure_strip(edges: np.ndarray) -> tuple[float, float, float] | None:
    """Return how far the band's middle is from the strip's, at its left and right end, and its height."""
    measured = profile_sections(edges)
    profiles, limits = measured.tolist(), limits_of(measured).tolist()
    top, low = band(profiles[0], limits[0], MIDDLE)
    height = low - top
    if not 6 < height < 32:
        return None
    offsets, places = [], []
    for number in range(SECTIONS):
        ends = band(profiles[number + 1], limits[number + 1], (top + low) / 2)
        if abs(ends[1] - ends[0] - height) < 0.25 * height:
            offsets.append((ends[0] + ends[1]) / 2 - MIDDLE)
            places.append((number + 0.5) / SECTIONS)
    flat = (top + low) / 2 - MIDDLE
    if len(offsets) < 3 or places[-1] - places[0] < 0.5:
        return flat, flat, height
    slope, left = fit_straight(np.array(places), np.array(offsets))
    if abs(slope) > 12:
        return flat, flat, height
    return left, left + slope, height


def profile_sections(edges: np.ndarray) -> np.ndarray:
    """Return the smoothed mean change of every row, (1 + SECTIONS, ROWS): of the whole strip and its sections."""
    width = edges.shape[1] // SECTIONS
    sections = edges[:, : width * SECTIONS].reshape(ROWS, SECTIONS, width).mean(2).T
    rows = np.zeros((1 + SECTIONS, ROWS + 2), np.float32)
    rows[0, 1:-1], rows[1:, 1:-1] = sections.mean(0), sections
    smooth: np.ndarray = 0.25 * rows[:, :-2] + 0.5 * rows[:, 1:-1] + 0.25 * rows[:, 2:]
    return smooth


def limits_of(profiles: np.ndarray) -> np.ndarray:
    """Return, for every profile, the change that parts text from paper."""
    high = np.sort(profiles[:, 14:38], axis=1)[:, -8:].mean(1)
    low = np.sort(profiles, axis=1)[:, :8].mean(1)
    limits: np.ndarray = low + LEVEL * (high - low)
    return limits


def band(rows: list[float], limit: float, near: float) -> tuple[float, float]:
    """Return the top and the low end of the rows above a limit around a row, to a fraction of a row."""
    around = min(max(round(near), 4), len(rows) - 5)
    peak = max(range(around - 4, around + 5), key=rows.__getitem__)
    return edge(rows, peak, limit, -1), edge(rows, peak, limit, 1)


def edge(rows: list[float], peak: int, limit: float, direction: int) -> float:
    """Return where, going from a peak in a direction, the rows fall below a limit."""
    at = peak
    while 0 < at < len(rows) - 1 and rows[at + direction] > limit:
        at += direction
    if not 0 < at < len(rows) - 1:
        return float(at)
    fall = max(rows[at] - rows[at + direction], 1e-6)
    return at + direction * min(1.0, max(0.0, (rows[at] - limit) / fall))


def share_ends(lines: Sequence[TextLine], cap: float) -> list[TextLine]:
    """Lengthen lines that stop clearly short of their neighbours: lines of a zone are of one length."""
    origin, along = lines[0].start, lines[0].along
    firsts = np.array([(line.start - origin) @ along for line in lines])
    lasts = np.array([(line.end - origin) @ along for line in lines])
    length = float(np.median(lasts - firsts))
    shared = []
    for line, first, last in zip(lines, firsts, lasts, strict=True):
        before = min(first - firsts.min(), 0.25 * length)
        after = min(lasts.max() - last, 0.25 * length)
        start = line.start - line.along * (before if before > 0.9 * cap else 0)
        end = line.end + line.along * (after if after > 0.9 * cap else 0)
        shared.append(replace(line, start=start, end=end))
    return shared


def share_height(line: TextLine, cap: float) -> TextLine:
    """Draw a line's height of capitals to that of its neighbours."""
    return replace(line, cap=cap if abs(line.cap / cap - 1) > 0.25 else 0.5 * (cap + line.cap))
