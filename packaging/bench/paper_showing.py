"""Papers held to a camera for a second: how they lie, how the hand trembles, what lens and light do to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from card_scenes import SIZE
from frames import desk
from lens import photograph, shake

FRAMES = 12  # that the terminal reads of a second
EXPOSURE_S = 1 / 30
TREMOR_PX = 1.2
GRAIN = np.random.default_rng(1).standard_normal((SIZE[1], SIZE[0]), np.float32)
CAP = 14.0  # pixels, of the capitals: the scale of what the lens does by itself


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A paper in a frame. paper: (H, W) float32. matrix: from its pixels to the frame's."""

    paper: np.ndarray
    matrix: np.ndarray


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """A lamp or a window mirrored in a paper. at, along, across in pixels, angle in radians, edge: 0 hard to 1 soft."""

    at: tuple[float, float]
    along: float
    across: float
    angle: float
    strength: float
    edge: float

    def light(self) -> np.ndarray:
        """Return the light that it adds to a frame."""
        x = np.arange(SIZE[0], dtype=np.float32) - np.float32(self.at[0])
        y = np.arange(SIZE[1], dtype=np.float32)[:, None] - np.float32(self.at[1])
        u = (x * np.cos(self.angle) + y * np.sin(self.angle)) / self.along
        v = (y * np.cos(self.angle) - x * np.sin(self.angle)) / self.across
        if self.edge < 1:  # a window or a tube: even, with a border a few pixels wide
            inside = (np.maximum(np.abs(u), np.abs(v)) < 1).astype(np.float32)
            return np.asarray(
                self.strength * cv2.GaussianBlur(inside, (0, 0), 2 + 20 * self.edge), np.float32
            )
        return np.asarray(self.strength * np.exp(-(u * u + v * v)), np.float32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Showing:
    """What is shown for a second.

    blur: a Gaussian's, in pixels. sway: pixels by which a hand waves, and how often a second. light: a factor.
    """

    seed: int
    ground: np.ndarray
    sheets: tuple[Sheet, ...] = ()
    blur: float = 0.0
    sway: tuple[float, float] = (0.0, 2.0)
    light: float = 1.0
    reflection: Reflection | None = None
    hard: float = 0.25

    def frames(self, count: int = FRAMES) -> Iterator[np.ndarray]:
        """Yield the (720, 1280) uint8 pictures that are read."""
        rng = np.random.default_rng([self.seed, 1])
        phase, way = rng.uniform(0, 2 * np.pi), rng.uniform(0, 2 * np.pi)
        added = 0.0 if self.reflection is None else self.reflection.light()
        far, often = self.sway
        sheets = [softened(sheet) for sheet in self.sheets]
        for number in range(count):
            moment = phase + 2 * np.pi * often * number / FRAMES
            step = far * np.sin(moment) * np.array([np.cos(way), np.sin(way)]) + rng.normal(0, TREMOR_PX, 2)
            scene = laid(self.ground, sheets, step)
            smear = abs(far * 2 * np.pi * often * np.cos(moment)) * EXPOSURE_S
            scene = shake(scene, min(smear, 60.0), way) if smear > 1 else scene
            scene = cv2.GaussianBlur(scene, (0, 0), self.blur) if self.blur else scene
            scene = np.minimum(scene, 255) * self.light + added
            # One camera in one hall takes all of them: only the sensor's noise differs.
            taken = photograph(np.random.default_rng([self.seed, 2]), scene, CAP, self.hard)
            yield np.clip(taken + np.roll(GRAIN, rng.integers(1000), 1), 0, 255).astype(np.uint8)


def softened(sheet: Sheet) -> Sheet:
    """Return a sheet without what the frame's pixels are too coarse for."""
    zoom = float(np.sqrt(abs(np.linalg.det(sheet.matrix[:2, :2]))))
    if zoom >= 0.95:
        return sheet
    return Sheet(cv2.GaussianBlur(sheet.paper, (0, 0), max(0.3, 0.4 / zoom)), sheet.matrix)


def laid(ground: np.ndarray, sheets: Sequence[Sheet], step: np.ndarray) -> np.ndarray:
    """Return a scene with sheets over it, each moved by a step."""
    scene = ground.astype(np.float32)
    moved = np.array([[1, 0, step[0]], [0, 1, step[1]], [0, 0, 1.0]])
    for sheet in sheets:
        cv2.warpPerspective(
            sheet.paper, moved @ sheet.matrix, SIZE, dst=scene, borderMode=cv2.BORDER_TRANSPARENT
        )
    return scene


def room(rng: np.random.Generator) -> np.ndarray:
    """Return what lies behind: soft shapes, clothes, a wall, things."""
    return cv2.GaussianBlur(desk(rng, SIZE).astype(np.float32), (0, 0), rng.uniform(2, 8))


def reflection_on(rng: np.random.Generator, quad: np.ndarray, reach: float = 1.0) -> Reflection:
    """Return a reflection that hides a part of a (4, 2) quad of the frame, burnt out."""
    at = quad[0] + (quad[1] - quad[0]) * rng.uniform(0.2, 0.8) + (quad[3] - quad[0]) * rng.uniform(0.2, 0.8)
    height = max(float(np.hypot(*(quad[3] - quad[0]))), 30.0) * reach
    is_soft = rng.random() < 0.6
    return Reflection(
        at=(float(at[0]), float(at[1])),
        along=height * rng.uniform(1.0, 2.5),
        across=height * rng.uniform(0.5, 1.2),
        angle=float(rng.normal(0, 0.5)),
        strength=float(rng.uniform(200, 340) if is_soft else rng.uniform(150, 260)),
        edge=1.0 if is_soft else float(rng.uniform(0, 0.6)),
    )
