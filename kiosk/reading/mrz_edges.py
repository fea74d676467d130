"""Find level text lines without a network: dark strokes, their upright edges, closed to bars.

It sees upright zones only; the finder network sees all four directions. Where the network's lines can't be
read, this second opinion often can.
"""

import numpy as np

from kiosk.reading.mrz_picture import SmallPicture
from kiosk.reading.mrz_strips import TextLine
from kiosk.reading.mrz_zone import Candidate, group, weight
from kiosk.reading.opencv import cv2

STROKES = cv2.getStructuringElement(cv2.MORPH_RECT, (9, 7))
GAPS_PX = (11, 17, 25)
MOST_BARS = 30


def find_lines(small: SmallPicture) -> list[Candidate]:
    """Return the line candidates of the gap width that gives the heaviest zone."""
    edges = stroke_edges(small.gray)
    best: list[Candidate] = []
    for gap in GAPS_PX:
        lines = bars(edges, gap, small)
        zone = group(lines)
        if len(zone) > 1 and weight(lines) > weight(best):
            best = lines
    return best


def stroke_edges(gray: np.ndarray) -> np.ndarray:
    """Return how strong the upright edges of dark strokes are, (H, W) uint8."""
    dark = cv2.morphologyEx(cv2.GaussianBlur(gray, (3, 3), 0), cv2.MORPH_BLACKHAT, STROKES)
    slope = np.abs(cv2.Scharr(dark, cv2.CV_32F, 1, 0))
    return (slope * (255.0 / (float(slope.max()) + 1e-6))).astype(np.uint8)


def bars(edges: np.ndarray, gap: int, small: SmallPicture) -> list[Candidate]:
    """Close gaps of a width and return the long thin shapes, in frame pixels."""
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (gap, 1))
    closed = cv2.morphologyEx(edges, cv2.MORPH_CLOSE, kernel)
    solid = cv2.threshold(closed, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)[1]
    solid = cv2.erode(cv2.morphologyEx(solid, cv2.MORPH_CLOSE, kernel), np.ones((3, 3), np.uint8))
    contours = cv2.findContours(solid, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]
    longest = sorted(contours, key=len)[-MOST_BARS:]
    found = [bar(contour, small) for contour in longest if len(contour) >= 4]
    return [candidate for candidate in found if candidate is not None]


def bar(contour: np.ndarray, small: SmallPicture) -> Candidate | None:
    """Return the line that a contour covers if it is long and thin."""
    middle, (width, height), angle = cv2.minAreaRect(contour)
    if width < height:
        width, height, angle = height, width, angle - 90
    if width < 110 or height < 3 or not 11 <= width / height <= 70:
        return None
    along = np.array([np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))])
    along = along if along[0] > 0 else -along
    reach = along * width / 2
    cap = 0.95 * max(height, width / 60)
    start, end = small.in_frame(np.array([middle - reach, middle + reach]))
    return Candidate(TextLine(start, end, cap / small.zoom), 1.0)
