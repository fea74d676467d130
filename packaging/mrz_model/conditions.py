"""The conditions that reading is measured under: how the document is held, and what the camera adds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import cv2
import numpy as np
from frames import DARK_ROOM, USUAL, WINDOW, Frame, Light, Pose, Studio
from lens import disk, glare

Effect = Callable[[np.random.Generator, np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """How frames of one kind are made; what is None is drawn at random, mildly."""

    hard: float = 0.3
    turn: float | None = None
    share: float | None = None
    lean: float = 0.02
    squeeze: float = 1.0
    light: Light = USUAL
    effect: Effect | None = None
    hide: Callable[[np.random.Generator, Frame], Frame] | None = None
    anyhow: bool = False

    def draw(self, rng: np.random.Generator, studio: Studio, kind: str | None = None) -> Frame:
        """Draw one frame."""
        turn = rng.normal(0, 3) if self.turn is None else self.turn + rng.normal(0, 2)
        share = rng.uniform(0.42, 0.9) if self.share is None else self.share
        pose = Pose(share=share, turn=turn, lean=self.lean, squeeze=self.squeeze)
        frame = studio.draw(self.hard, None if self.anyhow else pose, kind, light=self.light)
        if self.effect is not None:
            frame = replace(frame, gray=self.effect(rng, frame.gray))
        return frame if self.hide is None else self.hide(rng, frame)


def blurred(rng: np.random.Generator, gray: np.ndarray) -> np.ndarray:
    """Put a frame out of focus by 1.5 to 3 pixels."""
    return cv2.filter2D(gray, -1, disk(rng.uniform(1.5, 3.0)))


def dim(rng: np.random.Generator, gray: np.ndarray) -> np.ndarray:
    """Take a frame by a fifth to a third of the light, with a sensor's noise."""
    noise = rng.standard_normal(gray.shape, np.float32) * rng.uniform(1.5, 4)
    return np.clip(gray * rng.uniform(0.2, 0.35) + noise, 0, 255).astype(np.uint8)


def lamp(rng: np.random.Generator, gray: np.ndarray) -> np.ndarray:
    """Add two reflections of a lamp."""
    bright = gray.astype(np.float32)
    for _ in range(2):
        bright = glare(rng, bright, rng.uniform(12, 30))
    return np.clip(bright, 0, 255).astype(np.uint8)


def noisy(rng: np.random.Generator, gray: np.ndarray) -> np.ndarray:
    """Add strong noise and compress a frame hard."""
    rough = gray + rng.standard_normal(gray.shape, np.float32) * rng.uniform(8, 14)
    picture = np.clip(rough, 0, 255).astype(np.uint8)
    return cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 45])[1], 0)


def covered(rng: np.random.Generator, frame: Frame) -> Frame:
    """Lay a hand or a sheet over some of the zone, every other time over one of its ends."""
    first, last = frame.quads[0], frame.quads[-1]
    along, down = first[1] - first[0], last[3] - first[0]
    at = rng.integers(0, 2) + rng.normal(0, 0.12) if rng.random() < 0.5 else rng.uniform(0, 1)
    middle = first[0] + along * at + down * rng.uniform(-0.3, 1.3)
    size = rng.uniform(0.03, 0.25) * np.hypot(*along), rng.uniform(1, 4) * np.hypot(*down)
    cover = np.zeros(frame.gray.shape, np.float32)
    if rng.random() < 0.5:
        cv2.ellipse(cover, (middle.tolist(), size, float(rng.uniform(0, 180))), 1, -1)
    else:
        box = (middle.tolist(), size, float(np.degrees(np.arctan2(along[1], along[0]))))
        cv2.fillPoly(cover, [cv2.boxPoints(box).astype(int)], 1)
    cover = cv2.GaussianBlur(cover, (0, 0), rng.uniform(0.6, 3))
    tone = rng.choice([20, 250, np.percentile(frame.gray, 85) * rng.uniform(0.5, 1.3)])
    noise = rng.standard_normal(frame.gray.shape, np.float32) * 3
    hidden = np.clip(frame.gray * (1 - cover) + (tone + noise) * cover, 0, 255)
    return replace(frame, gray=hidden.astype(np.uint8))


def moved_out(rng: np.random.Generator, frame: Frame) -> Frame:
    """Move a frame so that 2 to 40 % of the zone's width, or of its height, is beyond an edge."""
    corners = frame.quads.reshape(-1, 2)
    far = np.array(frame.gray.shape[::-1])
    low, high = corners.min(0), corners.max(0)
    axis, share = int(rng.integers(0, 2)), rng.uniform(0.02, 0.4)
    shift = np.zeros(2)
    hidden = share * (high - low)[axis]
    shift[axis] = far[axis] - high[axis] + hidden if rng.random() < 0.5 else -low[axis] - hidden
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]]])
    gray = cv2.warpAffine(frame.gray, matrix, tuple(far.tolist()), borderMode=cv2.BORDER_REPLICATE)
    return replace(frame, gray=gray, quads=(frame.quads + shift).astype(np.float32))


LEVELS: Mapping[str, Condition] = {
    "easy": Condition(hard=0.35, anyhow=True),
    "medium": Condition(hard=0.7, anyhow=True),
    "hard": Condition(hard=1.0, anyhow=True),
}
CONDITIONS: Mapping[str, Condition] = {
    "upright": Condition(),
    "turned 90": Condition(turn=90, share=0.5),
    "turned 180": Condition(turn=180),
    "turned 270": Condition(turn=270, share=0.5),
    "tilted 15": Condition(turn=15),
    "perspective": Condition(lean=0.06, squeeze=0.72),
    "blur": Condition(effect=blurred),
    "dim": Condition(effect=dim),
    "glare": Condition(effect=lamp),
    "noise": Condition(effect=noisy),
    "40 % wide": Condition(share=0.40),
    "90 % wide": Condition(share=0.90),
    "before the dark": Condition(light=DARK_ROOM),
    "before a window": Condition(light=WINDOW),
}
HIDDEN: Mapping[str, Condition] = {
    "covered": Condition(hard=0.5, anyhow=True, hide=covered),
    "partly out of sight": Condition(hard=0.5, anyhow=True, hide=moved_out),
}
KINDS = ("TD1", "TD2", "FRA", "MRVB", "TD3", "MRVA", "LICENCE")
