"""What lies under and over the print: guilloche, tints, grain, and ink that spreads or wears off."""

import cv2
import numpy as np

TILE = (220, 1200)


class Papers:
    """A slowly renewed stock of printed backgrounds, because drawing each one anew costs too much."""

    def __init__(self, rng: np.random.Generator, stock: int = 48) -> None:
        self._rng = rng
        self._stock = stock
        self._tiles: list[np.ndarray] = []

    def patch(self, rows: int, columns: int) -> np.ndarray:
        """Return a (rows, columns) float32 background around zero, in grey levels."""
        rng = self._rng
        if len(self._tiles) < self._stock:
            self._tiles.append(draw_background(rng, *TILE))
        elif rng.random() < 0.03:
            self._tiles[rng.integers(self._stock)] = draw_background(rng, *TILE)
        tile = self._tiles[rng.integers(len(self._tiles))]
        zoom = rng.uniform(0.7, 1.5)
        height, width = min(TILE[0], int(rows / zoom) + 1), min(TILE[1], int(columns / zoom) + 1)
        top, left = rng.integers(TILE[0] - height + 1), rng.integers(TILE[1] - width + 1)
        part = tile[top : top + height, left : left + width]
        return cv2.resize(part[:: rng.choice([-1, 1]), :: rng.choice([-1, 1])], (columns, rows))


def draw_background(rng: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    """Draw one printed background, (rows, columns) float32 around zero."""
    ground = np.zeros((rows, columns), np.float32)
    if rng.random() < 0.7:
        ground += clouds(rng, rows, columns, int(rng.integers(3, 12))) * rng.uniform(2, 16)
    if rng.random() < 0.5:
        ground += clouds(rng, rows, columns, int(rng.integers(20, 120))) * rng.uniform(1, 10)
    for _ in range(rng.integers(0, 4)):
        ground += guilloche(rng, rows, columns) * rng.uniform(-60, 30)
    if rng.random() < 0.4:
        ground += rng.standard_normal((rows, columns), np.float32) * rng.uniform(1, 10)
    if rng.random() < 0.25:
        shapes(rng, ground)
    if rng.random() < 0.15:
        ground[:, :: rng.integers(3, 14)] += rng.uniform(-20, 15)
    if rng.random() < 0.08:
        ground[:: rng.integers(3, 14)] += rng.uniform(-20, 15)
    return ground


def clouds(rng: np.random.Generator, rows: int, columns: int, cells: int) -> np.ndarray:
    """Return smooth noise of unit strength with about `cells` blobs across."""
    coarse = rng.standard_normal((max(2, cells * rows // columns + 2), cells), np.float32)
    return cv2.resize(coarse, (columns, rows), interpolation=cv2.INTER_CUBIC)


def guilloche(rng: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    """Return a bundle of waving hairlines, 0 to 1."""
    canvas = np.zeros((rows, columns), np.uint8)
    x = np.arange(0, columns + 4, 4, dtype=np.float32)
    swing, waves = rng.uniform(0.02, 0.3) * rows, rng.uniform(0.5, 8) * 2 * np.pi / columns
    ripple, ripples = rng.uniform(0, 0.12) * rows, rng.uniform(1, 20) * 2 * np.pi / columns
    spacing, drift, phase = rng.uniform(3, 16), rng.uniform(0, 0.3), rng.uniform(0, 6.28)
    count = int(rng.integers(4, 40))
    for line in range(count):
        y = rows / 2 + (line - count / 2) * spacing + swing * np.sin(waves * x + phase + line * drift)
        y += ripple * np.sin(ripples * x + line * 0.35)
        points = np.stack([x, y], 1).astype(np.int32)
        cv2.polylines(canvas, [points], False, int(rng.integers(60, 255)), 1, cv2.LINE_AA)
    return canvas.astype(np.float32) / 255


def shapes(rng: np.random.Generator, ground: np.ndarray) -> None:
    """Draw a few filled or open ellipses and letters of another print into a background."""
    rows, columns = ground.shape
    for _ in range(rng.integers(1, 8)):
        mask = np.zeros(ground.shape, np.uint8)
        at = (int(rng.integers(columns)), int(rng.integers(rows)))
        if rng.random() < 0.5:
            size = (int(rng.integers(5, 200)), int(rng.integers(5, 90)))
            thickness = int(rng.choice([-1, 1, 2, 4]))
            cv2.ellipse(mask, at, size, float(rng.uniform(0, 180)), 0, 360, 1, thickness)
        else:
            text = "".join(chr(i) for i in rng.integers(65, 91, rng.integers(2, 9)))
            cv2.putText(mask, text, at, cv2.FONT_HERSHEY_SIMPLEX, float(rng.uniform(0.4, 3)), 1, 2)
        ground[mask > 0] += rng.uniform(-40, 30)


def print_ink(rng: np.random.Generator, mask: np.ndarray, wear: float = 1.0) -> np.ndarray:
    """Return how black each pixel gets, 0 to 1 float32, from a uint8 mask: spread, thinned, rough, worn.

    wear: 0 is fresh print; at 1 some characters in a thousand are beyond reading.
    """
    dice = rng.random()
    if dice < 0.2:
        mask = cv2.dilate(mask, np.ones((int(rng.integers(2, 4)), 2), np.uint8))
    elif dice < 0.34:
        mask = cv2.erode(mask, np.ones((2, 2), np.uint8))
    ink = mask.astype(np.float32) / 255
    if rng.random() < 0.5:
        soft = cv2.GaussianBlur(ink, (0, 0), rng.uniform(0.5, 1.6))
        ink = np.clip((soft - rng.uniform(0.2, 0.5)) * rng.uniform(1.5, 4) + 0.5, 0, 1)
    rows, columns = ink.shape
    if rng.random() < 0.25:
        specks = cv2.resize(
            rng.standard_normal((rows // 3 + 1, columns // 3 + 1), np.float32), (columns, rows)
        )
        ink = ink * np.clip(1 - wear * rng.uniform(0.05, 0.35) * np.maximum(specks, 0), 0, 1)
    if rng.random() < 0.12 * wear:
        worn = clouds(rng, rows, columns, int(rng.integers(6, 40)))
        ink = ink * np.clip(1 - wear * rng.uniform(0.1, 0.6) * np.maximum(worn, 0), 0.1, 1)
    return ink
