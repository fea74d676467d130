"""Bars cut out of a picture, turned level, and their rows laid exactly one above the other."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kiosk.reading.bar_finder import Bars
from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2

QUIET = 0.14  # of the bars' length, added at each end: they need white there
PAPER = 98  # of hundred pixels among the bars are as dark as their paper, or darker
LIGHTER = 1.25  # blurred paper between bars is darker than that beside them
COLUMNS = 1000  # at most twice the picture's own pixels
ROWS = 64
BANDS = 8
WIDEST = 0.07  # of the strip: farther than from any bar to the next of the other colour
LONGEST_SHIFT = 24  # columns from one band to the next

Plane = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """Bars as a level picture.

    levels: (H, W) float32, 0 dark to 1 light, after the light around. weight: (H, W), how far each can be believed.
    zoom: columns for each pixel of the picture. to_picture: (2, 3) matrix from strip to picture.
    shape: of the picture, (H, W).
    """

    levels: Plane
    weight: Plane
    zoom: float
    to_picture: npt.NDArray[np.float64]
    shape: tuple[int, ...]

    @property
    def seen(self) -> slice:
        """Return the columns that lie in the picture at half their height; beyond, its edge is repeated."""
        rows, columns = self.levels.shape
        x, y = self.to_picture @ np.vstack([np.arange(columns), np.full(columns, rows / 2), np.ones(columns)])
        inside = np.flatnonzero((x >= 0) & (x < self.shape[1]) & (y >= 0) & (y < self.shape[0]))
        return slice(int(inside[0]), int(inside[-1]) + 1) if len(inside) else slice(0, 0)


def cut_strip(gray: Pixels, bars: Bars) -> Strip:
    """Return the bars of a (H, W) uint8 picture with quiet zones, straightened."""
    length = bars.length * (1 + 2 * QUIET)
    zoom = min(2.0, COLUMNS / length)
    columns, rows = max(64, round(length * zoom)), max(4, min(ROWS, round(bars.height)))
    steps = np.column_stack([bars.row / zoom, bars.down * bars.height / rows])
    start = bars.middle - steps @ np.array([columns / 2, rows / 2])
    matrix = np.column_stack([steps, start])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    cut = cv2.warpAffine(gray, matrix, (columns, rows), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    levels, weight = evened(no_lighter_beside(upright(np.asarray(cut, np.uint8))))
    return Strip(levels, weight, zoom, matrix, gray.shape)


def margin_of(columns: int, spare: float = 0.0) -> float:
    """Return how many of a strip's columns lie before the bars, and after them, less a share of the bars' length."""
    return columns * (QUIET - spare) / (1 + 2 * QUIET)


def no_lighter_beside(cut: Pixels) -> Pixels:
    """Return a strip with nothing beside the bars that is far lighter than their paper.

    A card that is held before a window has its edge near the bars, and the paper between looks dark beside the sky.
    """
    margin = round(margin_of(cut.shape[1]))
    paper = np.percentile(cut[::4, margin:-margin], PAPER) * LIGHTER
    cut[:, :margin] = np.minimum(cut[:, :margin], paper)
    cut[:, -margin:] = np.minimum(cut[:, -margin:], paper)
    return cut


def evened(cut: Pixels) -> tuple[Plane, Plane]:
    """Return levels between what is darkest and lightest around, and the square of that contrast."""
    soft = cv2.blur(cut, (3, 3))
    window = np.ones((1, int(cut.shape[1] * WIDEST) | 1), np.uint8)
    dark, light = (
        cv2.blur(plane, (window.shape[1], 3)).astype(np.float32)
        for plane in (cv2.erode(soft, window), cv2.dilate(soft, window))
    )
    contrast = np.maximum(light - dark, 1)
    return (cut - dark) / contrast, contrast * contrast


def upright(cut: Pixels) -> Pixels:
    """Return a strip with its rows shifted and stretched so that all bars stand upright, as no angle makes them."""
    rows, columns = cut.shape
    slopes = slopes_of(cut)
    if slopes is None:
        return cut
    left, right = slopes
    x, y = np.arange(columns, dtype=np.float32), np.arange(rows, dtype=np.float32)[:, None]
    slope = left + (right - left) * (x / columns - 0.25) * 2
    from_x = (x + (y - rows / 2) * slope).astype(np.float32)
    from_y = np.ascontiguousarray(np.broadcast_to(y, cut.shape))
    return np.asarray(
        cv2.remap(cut, from_x, from_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


def slopes_of(cut: Pixels) -> tuple[float, float] | None:
    """Return by how many columns bars lean from one row to the next, in the strip's left and right half."""
    rows, columns = cut.shape
    count = min(BANDS, rows // 2)
    if count < 2:
        return None
    bands = cv2.resize(cut, (columns, count), interpolation=cv2.INTER_AREA).astype(np.float32)
    bands -= cv2.blur(bands, (int(columns * WIDEST) | 1, 1))  # a reflection is wider than bars
    half, step = columns // 2, rows / count
    return lean(bands[:, :half]) / step, lean(bands[:, half : 2 * half]) / step


def lean(bands: Plane) -> float:
    """Return the shift from each band to the next that fits all of them best, in columns."""
    spectra = np.fft.rfft(bands, cv2.getOptimalDFTSize(bands.shape[1] + LONGEST_SHIFT), axis=1)
    found, far = 0.0, 1
    reach = float(LONGEST_SHIFT)
    while far < len(bands):
        both = np.fft.irfft((spectra[far:] * spectra[:-far].conj()).sum(0))
        found = peak_near(both, found * far, reach) / far
        reach, far = 3.0 + far / 2, far * 2
    return found


def peak_near(correlation: npt.NDArray[np.float64], middle: float, reach: float) -> float:
    """Return the shift with the highest correlation near another, to a fraction of a column."""
    low, high = int(np.floor(middle - reach)), int(np.ceil(middle + reach))
    shifts = np.arange(low, high + 1)
    values = correlation[shifts % len(correlation)]
    best = int(values.argmax())
    if not 0 < best < len(values) - 1:
        return float(shifts[best])
    before, here, after = values[best - 1 : best + 2]
    bend = before - 2 * here + after
    return float(shifts[best]) + (0.5 * float((before - after) / bend) if bend < 0 else 0.0)
