"""The desk on which the camera looks down: wood, a sheet of paper, a folder, out of focus."""

from functools import cache

import numpy as np

from kiosk.demo.sheet import colour
from kiosk.reading.frame import Pixels
from kiosk.reading.opencv import cv2

WOOD, WOOD_DARK = colour("#B59A82"), colour("#8C7461")
FOLDER, SHEET, CUP = colour("#5C2D85"), colour("#F3EDE4"), colour("#C9664A")


@cache
def desk(width: int, height: int, variant: int = 0) -> Pixels:
    """Return an empty desk as (height, width, 3) uint8 BGR."""
    rng = np.random.default_rng(variant)
    scene = _wood(rng, width, height)
    turn = float(rng.uniform(-12, 12))
    _lay(scene, (width * 0.14, height * 0.2), (width * 0.3, height * 0.5), turn, SHEET)
    _lay(scene, (width * 0.93, height * 0.82), (width * 0.26, height * 0.62), turn / 2 - 8, FOLDER)
    cv2.circle(
        scene, (round(width * 0.9), round(height * 0.12)), round(height * 0.12), CUP[::-1], -1, cv2.LINE_AA
    )
    cv2.circle(
        scene, (round(width * 0.9), round(height * 0.12)), round(height * 0.09), (46, 60, 84), -1, cv2.LINE_AA
    )
    return _darker_corners(np.asarray(cv2.GaussianBlur(scene, (0, 0), height / 150)))


def _wood(rng: np.random.Generator, width: int, height: int) -> Pixels:
    """Return grain that runs across: noise drawn out along it."""
    grain = rng.normal(0, 1, (height, width // 24)).astype(np.float32)
    drawn = cv2.GaussianBlur(cv2.resize(grain, (width, height), interpolation=cv2.INTER_CUBIC), (0, 0), 1.2)
    share = np.clip(0.45 + 0.18 * drawn, 0, 1)[:, :, None]
    light, dark = np.array(WOOD[::-1], np.float32), np.array(WOOD_DARK[::-1], np.float32)
    return np.asarray(light + (dark - light) * share, np.uint8)


def _lay(
    scene: Pixels,
    middle: tuple[float, float],
    size: tuple[float, float],
    turn: float,
    tone: tuple[int, int, int],
) -> None:
    corners = cv2.boxPoints((middle, size, turn))
    shadow = scene.copy()
    cv2.fillConvexPoly(shadow, (corners + 10).astype(np.int32), (40, 34, 40), cv2.LINE_AA)
    cv2.addWeighted(shadow, 0.4, scene, 0.6, 0, scene)
    cv2.fillConvexPoly(scene, corners.astype(np.int32), tone[::-1], cv2.LINE_AA)


def _darker_corners(scene: Pixels) -> Pixels:
    rows, columns = scene.shape[:2]
    y, x = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j]
    return np.asarray(scene * (1 - 0.32 * np.clip(x**2 + y**2, 0, 2) / 2)[:, :, None], np.uint8)
