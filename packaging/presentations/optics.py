"""What the camera adds over time: focus that hunts, exposure that settles, glare that passes, grain, compression."""

from dataclasses import dataclass
from math import cos, exp, hypot

import cv2
import numpy as np
from lens import shake

WIDTH, HEIGHT = 1280, 720
FAST = 9  # pixels in one exposure: beyond, nothing fine is left and half the size will do
LOOKS = 3
READOUT_S = 0.018  # a rolling shutter's, first row to last


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """A webcam and its light. Blurs in pixels, light as a factor, times in seconds.

    hunts: when the lens starts to search. glare: x, y at 0 s, speed x, y, radius, strength.
    """

    exposure_s: float
    sharpest: float
    hunts: tuple[float, ...]
    search: float
    settle: float
    phase: float
    gain: float
    overshoot: float
    glare: tuple[float, float, float, float, float, float] | None
    grain: float
    quality: int | None

    def defocus(self, moment: float) -> float:
        """Return the lens's blur as a Gaussian's sigma in pixels."""
        searching = 0.0
        for start in self.hunts:
            since = moment - start
            if since >= 0:
                searching = max(searching, exp(-self.settle * since) * abs(cos(6.5 * since + self.phase)))
        return hypot(self.sharpest, self.search * searching)

    def light(self, moment: float) -> float:
        """Return the factor of the light at a moment; the exposure settles after the document came in."""
        return self.gain * (1 + self.overshoot * exp(-5 * max(0.0, moment - self.hunts[0])))

    def glare_at(self, moment: float, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Return the added light at places."""
        if self.glare is None:
            return np.zeros(np.broadcast(x, y).shape, np.float32)
        left, top, fast_x, fast_y, radius, strength = self.glare
        u, v = (x - left - fast_x * moment) / radius, (y - top - fast_y * moment) / (0.6 * radius)
        return np.asarray(strength * np.exp(-(u * u + v * v)), np.float32)


def draw_camera(rng: np.random.Generator, arrivals: tuple[float, ...]) -> Camera:
    """Return a random webcam for documents that come at these moments."""
    hunts = [moment + float(rng.uniform(0.0, 0.3)) for moment in arrivals]
    if rng.random() < 0.4:
        hunts.append(arrivals[0] + float(rng.uniform(0.9, 1.8)))
    fixed = rng.random() < 0.2
    return Camera(
        exposure_s=float(rng.choice([0.004, 0.008, 0.016, 0.033], p=[0.15, 0.25, 0.35, 0.25])),
        sharpest=float(rng.uniform(0.4, 1.5)),
        hunts=tuple(sorted(hunts)),
        search=0.0 if fixed else float(rng.uniform(2, 7)),
        settle=float(rng.uniform(1.8, 5)),
        phase=float(rng.uniform(0, 3)),
        gain=float(rng.uniform(0.3, 1.12)),
        overshoot=float(rng.uniform(-0.3, 0.5)),
        glare=draw_glare(rng) if rng.random() < 0.6 else None,
        grain=float(rng.uniform(1, 5)),
        quality=int(rng.integers(45, 92)) if rng.random() < 0.6 else None,
    )


def draw_glare(rng: np.random.Generator) -> tuple[float, float, float, float, float, float]:
    """Return a lamp's reflection: most pass, some stay."""
    moving = rng.random() < 0.75
    return (
        float(rng.uniform(0, WIDTH)),
        float(rng.uniform(0, HEIGHT)),
        float(rng.normal(0, 500)) * moving,
        float(rng.normal(0, 200)) * moving,
        float(rng.uniform(40, 220)),
        float(rng.uniform(60, 260)),
    )


def take(
    camera: Camera, scene: np.ndarray, smear: tuple[float, float], moment: float, rng: np.random.Generator
) -> np.ndarray:
    """Return the (H, W) uint8 picture of a scene that moved by `smear` pixels in the exposure."""
    picture = blurred(scene, smear, camera.defocus(moment))
    picture = cv2.convertScaleAbs(picture, alpha=camera.light(moment))
    if camera.glare is not None:
        picture = cv2.add(picture, spot(camera, moment))
    picture = cv2.add(picture, grain(rng, camera.grain), dtype=cv2.CV_8U)
    if camera.quality is None:
        return picture
    packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, camera.quality])[1]
    return cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)


def blurred(scene: np.ndarray, smear: tuple[float, float], sigma: float) -> np.ndarray:
    """Return a scene out of focus and moved."""
    length = hypot(*smear)
    if length > FAST:
        small = cv2.resize(scene, (WIDTH // 2, HEIGHT // 2), interpolation=cv2.INTER_AREA)
        small = shake(small, min(length / 2, 60.0), float(np.arctan2(smear[1], smear[0])))
        scene = cv2.resize(small, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR)
    elif length > 1:
        scene = shake(scene, length, float(np.arctan2(smear[1], smear[0])))
    return cv2.GaussianBlur(scene, (0, 0), sigma) if sigma > 0.35 else scene


def spot(camera: Camera, moment: float) -> np.ndarray:
    """Return the glare as a (H, W) uint8 picture."""
    x, y = np.arange(0, WIDTH, 8, dtype=np.float32), np.arange(0, HEIGHT, 8, dtype=np.float32)[:, None]
    coarse = np.clip(camera.glare_at(moment, x + 3.5, y + 3.5), 0, 255).astype(np.uint8)
    return cv2.resize(coarse, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR)


def grain(rng: np.random.Generator, strength: float) -> np.ndarray:
    """Return a sensor's noise, (H, W) int16: one bank, looked at from another corner each time."""
    top, left = rng.integers(200), rng.integers(400)
    return (_BANK[top : top + HEIGHT, left : left + WIDTH] * np.float32(strength)).astype(np.int16)


_BANK = np.random.default_rng(1).standard_normal((HEIGHT + 200, WIDTH + 400), np.float32)
