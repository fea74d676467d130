"""Part lines that the finder marked as one: small ones stand so near that its cells run into each other."""

import numpy as np

from kiosk.reading.mrz_measure import LEVEL, change, soft_strip
from kiosk.reading.mrz_strips import TextLine

TILTS = np.linspace(-0.07, 0.07, 15)  # a mark that goes from one line to the other lies askew
REACH = 3.2  # caps of the mark, which are about two lines' with half of what parts them
LEAST_ROWS = 24
THINNEST = 4  # pixels, of a line
UNLIKE = 1.6  # how much higher one line of a zone may be than another


def part(gray: np.ndarray, line: TextLine) -> list[TextLine]:
    """Return the two or three lines that one mark covers, top first or last; empty if it covers no such lines."""
    askew = [tilted(line, tilt) for tilt in TILTS]
    profiles = [profile(gray, each) for each in askew]
    best = int(np.argmax([rows.var() for rows in profiles]))
    bands = bands_of(profiles[best])
    heights = [low - top for top, low in bands]
    if not 2 <= len(bands) <= 3 or max(heights) > UNLIKE * min(heights):
        return []
    middle, down = len(profiles[best]) / 2 - 0.5, askew[best].down
    offsets = [down * ((top + low) / 2 - middle) for top, low in bands]
    return [
        TextLine(askew[best].start + offset, askew[best].end + offset, height)
        for offset, height in zip(offsets, heights, strict=True)
    ]


def tilted(line: TextLine, tilt: float) -> TextLine:
    """Return a line turned about its middle. tilt: its rise over its length."""
    shift = line.down * line.length * tilt / 2
    return TextLine(line.start - shift, line.end + shift, line.cap)


def profile(gray: np.ndarray, line: TextLine) -> np.ndarray:
    """Return how much the picture changes along each row of pixels around a line, (rows,)."""
    rows = max(round(REACH * line.cap), LEAST_ROWS)
    mean: np.ndarray = change(soft_strip(gray, line, rows, 1.0)).mean(1)
    return mean


def bands_of(rows: np.ndarray) -> list[tuple[float, float]]:
    """Return where rows of much change begin and end, one pair a band."""
    quarter = len(rows) // 4
    ordered = np.sort(rows)
    low, high = ordered[:quarter].mean(), ordered[-quarter:].mean()
    is_text = np.concatenate([[False], rows > low + LEVEL * (high - low), [False]])
    turns = np.flatnonzero(np.diff(is_text.astype(np.int8)))
    pairs = zip(turns[::2].tolist(), turns[1::2].tolist(), strict=True)
    return [(top - 0.5, end - 0.5) for top, end in pairs if end - top >= THINNEST]
