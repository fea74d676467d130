"""The conditions that reading is measured under: how the document is held, and what the camera adds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

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
    anyhow: bool = False

    def draw(self, rng: np.random.Generator, studio: Studio, kind: str | None = None) -> Frame:
        """Draw one frame."""
        turn = rng.normal(0, 3) if self.turn is None else self.turn + rng.normal(0, 2)
        share = rng.uniform(0.42, 0.9) if self.share is None else self.share
        pose = Pose(share=share, turn=turn, lean=self.lean, squeeze=self.squeeze)
        frame = studio.draw(self.hard, None if self.anyhow else pose, kind, light=self.light)
        if self.effect is None:
            return frame
        return Frame(self.effect(rng, frame.gray), frame.zone, frame.quads)


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
KINDS = ("TD1", "TD2", "FRA", "MRVB", "TD3", "MRVA", "LICENCE")
