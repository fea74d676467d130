"""Frames of 1280x720 for measuring: cards as a webcam sees them, and what looks like one and isn't."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from card_drawing import HEIGHT, LINEAR, PX_PER_MM, WIDTH, Card, draw_card

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "mrz_model"))

from frames import DARK_ROOM, USUAL, WINDOW, Light, desk
from lens import glare, photograph, shake

from kiosk.reading.symbology import Symbology

SIZE = (1280, 720)
FOCAL_LENGTH = 1100.0  # pixels: a webcam sees 60 degrees
BURNT = 130  # added light with which black ink and white paper soon look alike
KINDS = (*LINEAR, Symbology.QR)
Effect = Callable[[np.random.Generator, np.ndarray, "Placed"], np.ndarray]


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A frame. text: what its code says, None where it bears none. pitch: pixels of its narrowest bar."""

    gray: np.ndarray
    group: str
    symbology: Symbology | None = None
    text: str | None = None
    pitch: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A card in a frame. corners: (4, 2) of its code in frame pixels."""

    card: Card
    corners: np.ndarray
    pitch: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """How a card is held, and what the camera adds.

    share: of the frame's width that the card takes. tip: degrees by which it may be tipped, sideways and back.
    """

    share: tuple[float, float] = (0.45, 0.9)
    turn: float = 6.0
    anyhow: bool = False
    lean: float = 0.02
    tip: float = 0.0
    hard: float = 0.25
    light: Light = USUAL
    effect: Effect | None = None

    def draw(self, rng: np.random.Generator, symbology: Symbology, group: str) -> Scene:
        """Draw one frame."""
        card = draw_card(rng, symbology)
        turn = rng.uniform(-180, 180) if self.anyhow else rng.normal(0, self.turn)
        matrix = place(rng, rng.uniform(*self.share), turn, self.lean, self.tip)
        scene, placed = lay(rng, card, matrix, self.light)
        taken = photograph(rng, scene, 13.0, self.hard).astype(np.float32)
        if self.effect is not None:
            taken = self.effect(rng, taken, placed)
        gray = np.clip(taken, 0, 255).astype(np.uint8)
        return Scene(gray, group, symbology, card.text, placed.pitch)


def place(rng: np.random.Generator, share: float, turn: float, lean: float, tip: float = 0.0) -> np.ndarray:
    """Return the homography from a card's pixels to a frame's that shows it whole."""
    scale = share * SIZE[0] / WIDTH
    corners = np.array([[-WIDTH, -HEIGHT], [WIDTH, -HEIGHT], [WIDTH, HEIGHT], [-WIDTH, HEIGHT]]) * scale / 2
    corners *= 1 + rng.normal(0, lean, (4, 2))
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    corners = tipped(corners @ np.array([[cos, sin], [-sin, cos]]), *np.radians(rng.uniform(-tip, tip, 2)))
    corners *= min(1.0, *((np.array(SIZE) - 20) / np.ptp(corners, axis=0)))
    middle = np.array(SIZE) / 2 + rng.normal(0, (0.08, 0.06), 2) * SIZE[0]
    middle = np.clip(middle, 6 - corners.min(0), np.array(SIZE) - 6 - corners.max(0))
    outline = np.array([[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]], np.float32) * PX_PER_MM
    return cv2.getPerspectiveTransform(outline, (corners + middle).astype(np.float32))


def tipped(corners: np.ndarray, sideways: float, back: float) -> np.ndarray:
    """Return where (4, 2) points in pixels around the middle are seen when their card is tipped, in radians."""
    x, y = corners.T
    depth = x * np.sin(sideways) + y * np.sin(back)
    seen = np.column_stack([x * np.cos(sideways), y * np.cos(back)])
    return seen / (1 + depth / FOCAL_LENGTH)[:, None]


def lay(
    rng: np.random.Generator, card: Card, matrix: np.ndarray, light: Light = USUAL
) -> tuple[np.ndarray, Placed]:
    """Return a float32 scene of a card before a background, and where its code lies."""
    zoom = float(np.sqrt(abs(np.linalg.det(matrix[:2, :2]))))
    paper = cv2.GaussianBlur(card.paper, (0, 0), max(0.3, 0.4 / zoom))
    cover = cv2.warpPerspective(np.ones(paper.shape, np.float32), matrix, SIZE)
    view = cv2.warpPerspective(paper, matrix, SIZE, borderMode=cv2.BORDER_REPLICATE)
    corners = cv2.perspectiveTransform(card.corners[None].astype(np.float32), matrix)[0]
    pitch = float(np.hypot(*(corners[1] - corners[0]))) / card.modules
    return light.lay(view, cover, desk(rng, SIZE)), Placed(card, corners, pitch)


def defocused(rng: np.random.Generator, taken: np.ndarray, placed: Placed) -> np.ndarray:
    """Put a frame out of focus by 1 to 2.2 pixels, with the noise of the sensor behind."""
    del placed
    soft = cv2.GaussianBlur(taken, (0, 0), rng.uniform(1.0, 2.2))
    return soft + rng.standard_normal(taken.shape, np.float32) * 2


def shaken(rng: np.random.Generator, taken: np.ndarray, placed: Placed) -> np.ndarray:
    del placed
    moved = shake(taken, rng.uniform(3, 9), rng.uniform(0, np.pi))
    return moved + rng.standard_normal(taken.shape, np.float32) * 2


def lamp(rng: np.random.Generator, taken: np.ndarray, placed: Placed) -> np.ndarray:
    """Mirror a lamp in the code, so that every bar is left at some height: a blob or a band, burnt out."""
    for _ in range(40):
        light = spot(rng, placed)
        if not burns_through(light, placed):
            break
    return glare(rng, taken, 20) + light


def burnt(rng: np.random.Generator, taken: np.ndarray, placed: Placed) -> np.ndarray:
    """Mirror a lamp in the code, anyhow, mostly through all of its height: what is gone can't be read."""
    for _ in range(40):
        light = spot(rng, placed)
        if burns_through(light, placed):
            break
    return taken + light


def spot(rng: np.random.Generator, placed: Placed) -> np.ndarray:
    """Return the light of a lamp mirrored somewhere in the code."""
    low, high = placed.corners.min(0), placed.corners.max(0)
    x, y = np.meshgrid(np.arange(SIZE[0], dtype=np.float32), np.arange(SIZE[1], dtype=np.float32))
    at = low + (high - low) * rng.uniform(0, 1, 2)
    reach = np.hypot(*(placed.corners[3] - placed.corners[0]))
    along, across, angle = rng.uniform(1, 6) * reach, rng.uniform(0.2, 0.6) * reach, rng.uniform(0, np.pi)
    if placed.card.symbology is Symbology.QR:
        along, across = along / 8, across / 4
    u = ((x - at[0]) * np.cos(angle) + (y - at[1]) * np.sin(angle)) / along
    v = ((y - at[1]) * np.cos(angle) - (x - at[0]) * np.sin(angle)) / across
    return rng.uniform(120, 320) * np.exp(-(u * u + v * v)).astype(np.float32)


def burns_through(light: np.ndarray, placed: Placed) -> bool:
    """Return True if somewhere along the code no height is left that isn't burnt out."""
    flat = np.array([[0, 0], [200, 0], [200, 20], [0, 20]], np.float32)
    matrix = cv2.getPerspectiveTransform(placed.corners.astype(np.float32), flat)
    return bool(cv2.warpPerspective(light, matrix, (200, 20)).min(0).max() > BURNT)


def noisy(rng: np.random.Generator, taken: np.ndarray, placed: Placed) -> np.ndarray:
    del placed
    rough = np.clip(taken + rng.standard_normal(taken.shape, np.float32) * rng.uniform(10, 24), 0, 255)
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(40, 90))]
    return cv2.imdecode(cv2.imencode(".jpg", rough.astype(np.uint8), quality)[1], 0).astype(np.float32)


def dim(rng: np.random.Generator, taken: np.ndarray, placed: Placed) -> np.ndarray:
    del placed
    return taken * rng.uniform(0.12, 0.3) + rng.standard_normal(taken.shape, np.float32) * rng.uniform(1.5, 4)


CONDITIONS: Mapping[str, Condition] = {
    "plain": Condition(),
    "tilted": Condition(turn=16),
    "any angle": Condition(anyhow=True),
    "perspective": Condition(lean=0.07),
    "tipped": Condition(anyhow=True, tip=35, share=(0.35, 0.75)),
    "blur": Condition(effect=defocused),
    "shaken": Condition(effect=shaken),
    "glare": Condition(effect=lamp),
    "burnt through": Condition(effect=burnt),
    "noise": Condition(effect=noisy),
    "dim": Condition(effect=dim),
    "before the dark": Condition(share=(0.3, 0.7), light=DARK_ROOM),
    "before a window": Condition(share=(0.3, 0.9), light=WINDOW),
    "far": Condition(share=(0.3, 0.45)),
    "medium": Condition(hard=0.7, turn=10, lean=0.04),
    "hard": Condition(hard=1.0, turn=14, lean=0.05, share=(0.4, 0.9)),
}


def card_scenes(seed: int, each: int) -> Iterator[Scene]:
    """Yield so many frames for every kind of code in every condition."""
    rng = np.random.default_rng(seed)
    for name, condition in CONDITIONS.items():
        for kind in KINDS:
            for _ in range(each):
                yield condition.draw(rng, kind, name)
