"""Synthetic webcam frames: a document somewhere before the camera, and where its lines are."""

from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from documents import PX_PER_MM, Document, Printer
from lens import photograph
from paper import clouds, draw_background
from typefaces import Typeface
from zones import Zone, dense, random_zone

WIDTH, HEIGHT = 1280, 720


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """How a document is held: zone's share of the frame's width, turn in degrees, lean, foreshortening."""

    share: float
    turn: float
    lean: float = 0.03
    squeeze: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """How much of the usual light falls on what is held, and on what is behind it; sky: what a window there adds."""

    held: float = 1.0
    room: float = 1.0
    sky: float = 0.0

    def lay(self, held: np.ndarray, cover: np.ndarray, behind: np.ndarray) -> np.ndarray:
        """Return the scene: what is held, where it covers (0 to 1) what is behind it."""
        return np.minimum(behind * self.room + self.sky, 255) * (1 - cover) + held * self.held * cover


USUAL = Light()
DARK_ROOM = Light(room=0.08)
WINDOW = Light(held=0.2, room=0.2, sky=215)


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One frame.

    gray: (H, W) uint8. quads: (lines, 4, 2) float32 in frame pixels, empty if no zone is in sight.
    """

    gray: np.ndarray
    zone: Zone | None
    quads: np.ndarray

    def turned(self) -> "Frame":
        """Return the frame upside down: a second use for training, nearly for nothing."""
        far = np.array(self.gray.shape[::-1], np.float32)
        return Frame(np.ascontiguousarray(self.gray[::-1, ::-1]), self.zone, far - self.quads)


class Studio:
    """Draws frames; all randomness comes from one generator."""

    def __init__(self, rng: np.random.Generator, faces: list[Typeface], fonts: Path) -> None:
        self._rng = rng
        self._printer = Printer(rng, faces, fonts)

    def random_pose(self, askew: float, smallest: float) -> Pose:
        """Return a pose as people hold documents, in any of four directions; with probability `askew` in any at all.

        smallest: the zone's least share of the frame's width.
        """
        rng = self._rng
        tilt = rng.normal(0, 6) if rng.random() < 0.7 else rng.uniform(-25, 25)
        turn = float(rng.choice([0, 0, 0, 90, 180, 270])) + tilt
        if askew and rng.random() < askew:
            turn = rng.uniform(0, 360)
        squeeze = rng.uniform(0.7, 1) if rng.random() < 0.4 else 1.0
        return Pose(share=rng.uniform(smallest, 0.95), turn=turn, lean=rng.uniform(0, 0.07), squeeze=squeeze)

    def draw(
        self,
        hard: float,
        pose: Pose | None = None,
        kind: str | None = None,
        scale: float = 1.0,
        blank: float = 0.0,
        full: float = 0.0,
        askew: float = 0.0,
        smallest: float = 0.36,
        light: Light = USUAL,
    ) -> Frame:
        """Draw one frame of 1280x720 times `scale`; with probability `blank` the document has no zone.

        full: probability that the zone's lines hold no fillers. askew, smallest: as in random_pose.
        """
        rng = self._rng
        pose = pose or self.random_pose(askew, smallest)
        has_zone = rng.random() >= blank
        zone = random_zone(rng, kind)
        if rng.random() < full:
            zone = dense(rng, zone)
        document = self._printer.draw(zone, PX_PER_MM * scale, has_zone, wear=min(1.0, 0.7 * hard))
        size = (int(WIDTH * scale), int(HEIGHT * scale))
        matrix = place(rng, zone, pose, size)
        scene = self._lay(document, matrix, size, light)
        quads = (
            cv2.perspectiveTransform(document.quads_mm.reshape(1, -1, 2), matrix).reshape(-1, 4, 2)
            if has_zone
            else document.quads_mm
        )
        cap = cap_height(quads) if has_zone else 14.0 * scale
        gray = photograph(rng, scene, cap, hard)
        return Frame(gray, zone if has_zone else None, quads.astype(np.float32))

    def _lay(self, document: Document, matrix: np.ndarray, size: tuple[int, int], light: Light) -> np.ndarray:
        """Put a document before a background."""
        rng = self._rng
        paper = document.paper
        full = matrix @ np.diag([1 / document.scale, 1 / document.scale, 1])
        zoom = np.sqrt(abs(np.linalg.det(full[:2, :2])))
        if zoom < 0.95:
            paper = cv2.GaussianBlur(paper, (0, 0), max(0.3, 0.4 / zoom))
        cover = cv2.warpPerspective(np.ones(paper.shape, np.float32), full, size)
        view = cv2.warpPerspective(paper, full, size, borderMode=cv2.BORDER_REPLICATE)
        ground = desk(rng, size)
        if rng.random() < 0.5:
            shadow = cv2.GaussianBlur(np.roll(cover, (6, 8), (0, 1)), (0, 0), size[0] / 160)
            ground = ground * (1 - 0.4 * shadow)
        return light.lay(view, cover, ground)


def place(rng: np.random.Generator, zone: Zone, pose: Pose, size: tuple[int, int]) -> np.ndarray:
    """Return the homography from millimetres to pixels that shows the whole zone in a pose."""
    width, height = zone.size_mm
    length = len(zone.lines[0]) * 2.54
    scale = pose.share * size[0] / length
    corners = np.array([[-width, -height], [width, -height], [width, height], [-width, height]]) * scale / 2
    corners[:, 1] *= pose.squeeze
    corners *= 1 + rng.normal(0, pose.lean, (4, 2))
    angle = np.deg2rad(pose.turn)
    cos, sin = np.cos(angle), np.sin(angle)
    corners = corners @ np.array([[cos, sin], [-sin, cos]])
    outline = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    side, top = (width - length) / 2 - 1.5, height - 6.35 * len(zone.lines) - 6
    text = np.array(
        [[[side, top], [width - side, top], [width - side, height - 1], [side, height - 1]]], np.float32
    )
    matrix = cv2.getPerspectiveTransform(outline, corners.astype(np.float32))
    seen = cv2.perspectiveTransform(text, matrix)[0]
    fit = min(1.0, *((np.array(size) - 16) / np.ptp(seen, axis=0)))
    seen, centre = seen * fit, np.array(size) / 2 + rng.normal(0, (0.07, 0.09), 2) * size[0]
    centre = np.clip(centre, 8 - seen.min(0), np.array(size) - 8 - seen.max(0))
    return np.array([[fit, 0, centre[0]], [0, fit, centre[1]], [0, 0, 1.0]]) @ matrix


def desk(rng: np.random.Generator, size: tuple[int, int]) -> np.ndarray:
    """Return what lies behind the document: a table, a room out of focus, clothes, other print."""
    width, height = size
    ground = rng.uniform(10, 240) + clouds(rng, height, width, int(rng.integers(2, 9))) * rng.uniform(2, 45)
    if rng.random() < 0.5:
        ground += clouds(rng, height, width, int(rng.integers(20, 160))) * rng.uniform(0, 12)
    if rng.random() < 0.4:
        ground += cv2.resize(draw_background(rng, 300, 533), size) * rng.uniform(0.3, 1.5)
    if rng.random() < 0.3:
        grain = rng.standard_normal((height // 3 + 1, 6), np.float32)
        ground += cv2.resize(grain, size, interpolation=cv2.INTER_CUBIC) * rng.uniform(2, 14)
    for _ in range(rng.integers(0, 6)):
        draw_thing(rng, ground)
    return ground


def draw_thing(rng: np.random.Generator, ground: np.ndarray) -> None:
    """Draw an object, a stack of stripes or a few words into a background."""
    height, width = ground.shape
    at = (float(rng.integers(width)), float(rng.integers(height)))
    box = cv2.boxPoints((at, tuple(rng.uniform((10, 5), (width / 2, height / 3))), float(rng.uniform(0, 90))))
    dice = rng.random()
    if dice < 0.45:
        cv2.fillConvexPoly(ground, box.astype(np.int32), float(rng.uniform(0, 255)))
    elif dice < 0.7:
        axes = (int(rng.integers(8, width // 4)), int(rng.integers(8, height // 3)))
        cv2.ellipse(
            ground,
            tuple(map(int, at)),
            axes,
            float(rng.uniform(0, 180)),
            0,
            360,
            float(rng.uniform(0, 255)),
            -1,
        )
    else:
        mask = np.zeros(ground.shape, np.uint8)
        step, size = int(rng.integers(8, 40)), float(rng.uniform(0.3, 1.2))
        for row in range(int(rng.integers(2, 12))):
            text = "".join(chr(i) for i in rng.integers(48, 123, rng.integers(8, 60)))
            cv2.putText(
                mask, text, (int(at[0]), int(at[1]) + row * step), 0, size, 1, int(rng.integers(1, 3))
            )
        ground[mask > 0] += rng.uniform(-120, 60)


def cap_height(quads: np.ndarray) -> float:
    """Return the mean height of the capitals in pixels."""
    return float(np.linalg.norm(quads[:, [0, 1]] - quads[:, [3, 2]], axis=2).mean())


def held(pose: Pose, turn: float) -> Pose:
    """Return a pose turned further."""
    return replace(pose, turn=pose.turn + turn)
