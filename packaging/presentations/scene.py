"""One presentation: who shows what when, its frames, and what a person could read in them."""

from dataclasses import dataclass
from math import hypot

import cv2
import numpy as np
from hands import Hold, draw_hold
from optics import HEIGHT, READOUT_S, WIDTH, Camera, draw_camera, take
from papers import Drawer, Shown, acceptable_zone, relative

from kiosk.demo.desk import desk

STORIES = {"one document": 0.7, "swapped": 0.12, "swapped with a relative's": 0.1, "the next person": 0.08}
SPEED_S = 1 / 60  # over which a movement is measured
# What a person can read: a character every ten pixels, all of the zone in sight, blur below an eighth of the
# capitals, and ink that differs from paper by 35 grey levels and four times the grain at every place.
LEAST_PITCH_PX = 10.0
MOST_BLUR = 0.12
LEAST_CONTRAST = 35.0
GRAINS = 4.0
EDGE_PX = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class Presentation:
    """The documents shown to one sitting, how, and to which camera."""

    story: str
    shown: tuple[tuple[Shown, Hold], ...]
    camera: Camera
    ground: np.ndarray
    seed: int

    @property
    def seconds(self) -> float:
        """Return when the last document is gone."""
        return max(hold.leave + hold.go_s for _, hold in self.shown)

    def frame(self, moment: float) -> np.ndarray:
        """Return the camera's (720, 1280) uint8 picture at a moment."""
        scene, smear = self.ground, (0.0, 0.0)
        for shown, hold in self.shown:
            if hold.is_near(moment):
                matrix, smear = transform(shown, hold, moment), moved(hold, moment, self.camera.exposure_s)
                scene = laid(scene, shown.sprite, matrix)
        rng = np.random.default_rng([self.seed, round(moment * 1000)])
        return take(self.camera, scene, smear, moment, rng)

    def readable(self, moment: float) -> tuple[bool, ...]:
        """Say of each document whether a person could read its zone in this frame."""
        return tuple(
            hold.is_near(moment)
            and not self._is_covered(order, moment)
            and self._can_be_read(shown, hold, moment)
            for order, (shown, hold) in enumerate(self.shown)
        )

    def is_in_sight(self, moment: float) -> bool:
        """Say whether the middle of some zone lies in the frame."""
        return any(
            hold.is_near(moment) and is_inside(middle_of(shown, hold, moment)) for shown, hold in self.shown
        )

    def _is_covered(self, order: int, moment: float) -> bool:
        """Say whether a later document may lie over this one."""
        return any(hold.is_near(moment) for _, hold in self.shown[order + 1 :])

    def _can_be_read(self, shown: Shown, hold: Hold, moment: float) -> bool:
        quads = cv2.perspectiveTransform(shown.quads.reshape(1, -1, 2), transform(shown, hold, moment))
        quads = quads.reshape(shown.quads.shape)
        x, y = quads[..., 0], quads[..., 1]
        if min(x.min(), y.min()) < EDGE_PX or x.max() > WIDTH - EDGE_PX or y.max() > HEIGHT - EDGE_PX:
            return False
        pitch, cap = smallest(shown, hold, moment)
        blur = hypot(
            self.camera.defocus(moment), hypot(*moved(hold, moment, self.camera.exposure_s)) / 12**0.5
        )
        return pitch >= LEAST_PITCH_PX and blur <= MOST_BLUR * cap and self._contrast(shown, quads, moment)

    def _contrast(self, shown: Shown, quads: np.ndarray, moment: float) -> bool:
        """Say whether ink and paper differ enough everywhere, burnt out as it may be."""
        share = np.linspace(0, 1, 40)[:, None]
        points = np.concatenate(
            [line.mean(0) + (share - 0.5) * ((line[1] + line[2]) - (line[0] + line[3])) / 2 for line in quads]
        )
        added = self.camera.glare_at(moment, points[:, 0], points[:, 1])
        light = self.camera.light(moment)
        paper, ink = (np.minimum(tone * light + added, 255) for tone in shown.tones)
        return bool((paper - ink).min() >= max(LEAST_CONTRAST, GRAINS * self.camera.grain))


def middle_of(shown: Shown, hold: Hold, moment: float) -> tuple[float, float]:
    """Return where the middle of a zone is in the frame."""
    middle = shown.quads.mean((0, 1)).reshape(1, 1, 2)
    x, y = cv2.perspectiveTransform(middle, transform(shown, hold, moment)).ravel()
    return float(x), float(y)


def is_inside(point: tuple[float, float]) -> bool:
    """Say whether a point lies in the frame."""
    return 0 <= point[0] < WIDTH and 0 <= point[1] < HEIGHT


def smallest(shown: Shown, hold: Hold, moment: float) -> tuple[float, float]:
    """Return the shortest pitch and the lowest capital in pixels of the frame."""
    count = len(shown.lines[0])
    steps = np.linspace(0, 1, count + 1)[[0, 1, -2, -1]]
    tops = shown.quads[:, 0, None] + steps[:, None] * (shown.quads[:, 1] - shown.quads[:, 0])[:, None]
    feet = shown.quads[:, 3, None] + steps[:, None] * (shown.quads[:, 2] - shown.quads[:, 3])[:, None]
    matrix = transform(shown, hold, moment)
    tops, feet = (
        cv2.perspectiveTransform(some.reshape(1, -1, 2), matrix).reshape(-1, 4, 2) for some in (tops, feet)
    )
    pitch = np.linalg.norm(tops[:, [1, 3]] - tops[:, [0, 2]], axis=2).min()
    return float(pitch), float(np.linalg.norm(tops - feet, axis=2).min())


def transform(shown: Shown, hold: Hold, moment: float) -> np.ndarray:
    """Return the (3, 3) matrix from sprite to frame, with the skew of a rolling shutter."""
    centred = np.array([[1, 0, WIDTH / 2], [0, 1, HEIGHT / 2], [0, 0, 1.0]])
    fast_x, fast_y = speed(hold, moment)
    delay = READOUT_S / HEIGHT
    skew = np.array(
        [
            [1, fast_x * delay, -fast_x * READOUT_S / 2],
            [0, 1 + fast_y * delay, -fast_y * READOUT_S / 2],
            [0, 0, 1.0],
        ]
    )
    return np.asarray(skew @ centred @ hold.pose(moment).matrix(shown.middle))


def speed(hold: Hold, moment: float) -> tuple[float, float]:
    """Return how fast a document moves, in pixels a second."""
    before, after = hold.pose(moment - SPEED_S / 2), hold.pose(moment + SPEED_S / 2)
    return (after.x - before.x) / SPEED_S, (after.y - before.y) / SPEED_S


def moved(hold: Hold, moment: float, exposure_s: float) -> tuple[float, float]:
    """Return the movement during an exposure, in pixels."""
    fast_x, fast_y = speed(hold, moment)
    return fast_x * exposure_s, fast_y * exposure_s


def laid(ground: np.ndarray, sprite: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """Return a scene with a document over it, made smaller first where its pixels would be skipped."""
    zoom = abs(np.linalg.det(matrix[:2, :2] / matrix[2, 2])) ** 0.5
    if zoom < 0.62:
        sprite = cv2.resize(sprite, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        matrix = matrix @ np.array([[2, 0, 0.5], [0, 2, 0.5], [0, 0, 1.0]])
    rows, columns = sprite.shape[:2]
    outline = np.array([[[0, 0], [columns, 0], [columns, rows], [0, rows]]], np.float64)
    corners = cv2.perspectiveTransform(outline, matrix)[0]
    left, top = np.clip(np.floor(corners.min(0)).astype(int), 0, (WIDTH, HEIGHT))
    right, low = np.clip(np.ceil(corners.max(0)).astype(int), 0, (WIDTH, HEIGHT))
    if right <= left or low <= top:
        return ground
    there = np.array([[1, 0, -left], [0, 1, -top], [0, 0, 1.0]]) @ matrix
    over = cv2.warpPerspective(sprite, there, (int(right - left), int(low - top)), flags=cv2.INTER_LINEAR)
    light, alpha = cv2.split(over)
    scene = ground.copy()
    part = np.ascontiguousarray(scene[top:low, left:right])
    scene[top:low, left:right] = cv2.add(cv2.multiply(part, cv2.bitwise_not(alpha), scale=1 / 255), light)
    return scene


def draw_presentation(rng: np.random.Generator, drawer: Drawer, seed: int) -> Presentation:
    """Return a random presentation."""
    story = str(rng.choice(list(STORIES), p=list(STORIES.values())))
    zone = acceptable_zone(rng)
    zones = [zone]
    if story == "swapped with a relative's":
        zones.append(relative(rng, zone))
    elif story != "one document":
        zones.append(acceptable_zone(rng, zone.kind if rng.random() < 0.4 else None))
    shown = [drawer.draw(zone) for zone in zones]
    holds, start = [], 0.0
    for order, each in enumerate(shown):
        interrupted = len(shown) > 1 and order == 0
        seconds = float(rng.uniform(0.5, 2.2) if interrupted else rng.uniform(1.9, 2.6))
        holds.append(draw_hold(rng, start, seconds, float(np.ptp(each.quads[0, :, 0])), size_of(each)))
        pause = rng.uniform(0.6, 1.5) if story == "the next person" else rng.uniform(-0.5, 0.3)
        start = max(0.1, holds[-1].leave + float(pause))
    camera = draw_camera(rng, tuple(hold.start for hold in holds))
    ground = cv2.cvtColor(desk(WIDTH, HEIGHT, int(rng.integers(3))), cv2.COLOR_BGR2GRAY)
    return Presentation(story, tuple(zip(shown, holds, strict=True)), camera, ground, seed)


def size_of(shown: Shown) -> tuple[float, float]:
    """Return a document's width and height in sprite pixels, its hand not counted."""
    return 2 * (shown.middle[0] - shown.sprite.shape[1] * 0.42 / 1.42), 2 * shown.middle[1]
