"""Training windows: pieces of a text line, photographed and cut as the kiosk cuts them, with their truth."""

from dataclasses import dataclass

import cv2
import numpy as np
from lens import photograph
from paper import Papers, print_ink
from typefaces import ALPHABET, BASELINE, PITCH, ROWS, Typeface
from zones import random_text

from kiosk.reading.mrz_strips import CAP_PX, PITCH_PX, STRIP_ROWS, cut, level

COLUMNS = 256
STRIDE = 4
BLANK = 37
IGNORED = -100


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """One training example.

    pixels: (STRIP_ROWS, COLUMNS) float32. text: what it says. places: (len(text),) columns of its characters.
    """

    pixels: np.ndarray
    text: str
    places: np.ndarray

    @property
    def labels(self) -> np.ndarray:
        """Return the class of every step, (COLUMNS / STRIDE,) int64."""
        return label(self.text, self.places)

    def disturbed(self, rng: np.random.Generator) -> "Window":
        """Return the window moved by a few pixels and with more noise: a second use, nearly for nothing."""
        across, down = int(rng.integers(-2, 3)), int(rng.integers(-1, 2))
        moved = np.roll(self.pixels, (down, across), (0, 1)) * np.float32(rng.uniform(0.7, 1.1))
        moved += rng.standard_normal(moved.shape, np.float32) * np.float32(rng.uniform(0, 0.25))
        return Window(moved, self.text, self.places + across)


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """A printed piece of paper: (H, W) float32 grey levels, and where its line of text begins (x, base y)."""

    paper: np.ndarray
    left: float
    base: float


def draw_window(rng: np.random.Generator, faces: list[Typeface], papers: Papers, hard: float = 1.0) -> Window:
    """Return one random window."""
    face = faces[rng.integers(len(faces))]
    pitch, cap = PITCH_PX * rng.uniform(0.82, 1.25), CAP_PX * rng.uniform(0.8, 1.17)
    count = int(np.clip((COLUMNS - rng.uniform(4, 60)) / pitch, 6, 44))
    text = random_text(rng, count)
    printed = print_line(rng, face, papers, text)
    matrix, size, camera_cap = viewpoint(rng, printed.paper.shape, face.cap)
    scene = cv2.warpPerspective(
        soften(printed.paper, camera_cap / face.cap), matrix, size, borderMode=cv2.BORDER_REPLICATE
    )
    picture = photograph(rng, scene, camera_cap, hard)
    strip, places = measure(rng, picture, matrix, printed, count, face.cap, camera_cap, (pitch, cap))
    return Window(level(strip), text, places)


def print_line(rng: np.random.Generator, face: Typeface, papers: Papers, text: str) -> Print:
    """Print a line, often with neighbours above and below, on a piece of paper with edges."""
    width = len(text) * PITCH
    side, spacing = int(PITCH * rng.uniform(1.5, 5)), int(PITCH * rng.uniform(2.1, 2.8))
    top = spacing + 8
    mask = np.zeros((2 * spacing + ROWS + 16, width + 2 * side), np.uint8)
    has_upper, has_lower = rng.random() < 0.6, rng.random() < 0.6
    rows = [top] + [top - spacing] * has_upper + [top + spacing] * has_lower
    for row in rows:
        words = text if row == top else random_text(rng, len(text))
        mask[row : row + ROWS, side : side + width] = face.line(words)
    tone = rng.uniform(110, 250)
    black = (
        tone - rng.uniform(35, 90) if rng.random() < 0.25 else rng.uniform(5, max(20, min(120, tone - 65)))
    )
    ink = print_ink(rng, mask)
    paper = (tone + papers.patch(*mask.shape) * (tone / 200)) * (1 - ink) + max(0.0, black) * ink
    if rng.random() < 0.15:
        paper += np.maximum(papers.patch(*mask.shape), 0) * rng.uniform(0.3, 1.2)
    cut_edges(rng, paper, side, top, has_upper, has_lower)
    return Print(paper.astype(np.float32), side, top + BASELINE)


def cut_edges(
    rng: np.random.Generator, paper: np.ndarray, side: int, top: int, has_upper: bool, has_lower: bool
) -> None:
    """End the paper near the text on some sides; beyond lies anything, of one tone."""
    gap = int(rng.uniform(0.25, 1.4) * PITCH)
    if rng.random() < 0.22:
        paper[:, : max(0, side - gap)] = rng.uniform(0, 255)
    if rng.random() < 0.22:
        paper[:, paper.shape[1] - side + gap :] = rng.uniform(0, 255)
    if rng.random() < 0.22 and not has_lower:
        paper[top + BASELINE + gap :] = rng.uniform(0, 255)
    if rng.random() < 0.22 and not has_upper:
        paper[: max(0, top - gap)] = rng.uniform(0, 255)


def viewpoint(
    rng: np.random.Generator, shape: tuple[int, int], face_cap: float
) -> tuple[np.ndarray, tuple[int, int], float]:
    """Return the homography from paper to camera, the camera picture's size, and the capitals' height in it."""
    rows, columns = shape
    cap = float(np.clip(8.0 * np.exp(rng.exponential(0.45)), 8.0, 36))
    scale = cap / face_cap
    angle = np.deg2rad(rng.normal(0, 2.5))
    cos, sin = np.cos(angle) * scale, np.sin(angle) * scale
    stretch = rng.uniform(0.88, 1.12)
    turn = np.array([[cos * stretch, -sin, 0], [sin * stretch, cos, 0], [0, 0, 1.0]])
    lean = np.eye(3)
    lean[2, :2] = rng.normal(0, 0.10) / columns, rng.normal(0, 0.03) / rows
    lean[0, 1] = rng.normal(0, 0.05)
    matrix = turn @ lean
    outline = np.array([[[0, 0], [columns, 0], [columns, rows], [0, rows]]], np.float32)
    corners = cv2.perspectiveTransform(outline, matrix)[0]
    low = corners.min(0)
    width, height = np.ceil(corners.max(0) - low).astype(int) + 1
    shift = np.array([[1, 0, -low[0]], [0, 1, -low[1]], [0, 0, 1.0]])
    return shift @ matrix, (int(width), int(height)), cap


def soften(paper: np.ndarray, scale: float) -> np.ndarray:
    """Blur paper as much as shrinking it by `scale` needs, so that nothing aliases."""
    if scale >= 1:
        return paper
    return cv2.GaussianBlur(paper, (0, 0), (0.45 if scale < 0.5 else 0.35) / scale)


def measure(
    rng: np.random.Generator,
    picture: np.ndarray,
    matrix: np.ndarray,
    printed: Print,
    count: int,
    face_cap: float,
    camera_cap: float,
    wanted: tuple[float, float],
) -> tuple[np.ndarray, np.ndarray]:
    """Cut the line out with the errors that a locator makes; return the strip and the characters' columns."""
    centres = printed.left + np.array([0, *(np.arange(count) + 0.5), count]) * PITCH
    on_paper = np.stack([centres, np.full(len(centres), printed.base - face_cap / 2)], 1)[None]
    seen = cv2.perspectiveTransform(on_paper.astype(np.float32), matrix)[0].astype(np.float64)
    start, end = seen[0], seen[-1]
    lift = rng.normal(0, 0.05) * camera_cap
    start = start + rng.normal(0, 0.06, 2) * (1, camera_cap) + (0, lift)
    end = end + rng.normal(0, 0.06, 2) * (1, camera_cap) + (0, lift)
    length = float(np.hypot(*(end - start)))
    along = (end - start) / length
    down = np.array([-along[1], along[0]])
    pitch, cap = wanted
    step, drop = along * length / (count * pitch), down * camera_cap / cap
    before = rng.uniform(2, max(3, COLUMNS - count * pitch - 2))
    corner = start - step * before - drop * (STRIP_ROWS / 2 + rng.normal(0, 1.0))
    strip = cut(picture, corner, step, drop, COLUMNS, STRIP_ROWS)
    places = (seen[1:-1] - start) @ along / (length / (count * pitch)) + before
    return strip, places


def label(text: str, places: np.ndarray) -> np.ndarray:
    """Return the class of every step: the character near its middle, ignored at its edge, else blank."""
    steps = COLUMNS // STRIDE
    middles = (places + 0.5) / STRIDE - 0.5
    gaps = np.abs(np.arange(steps)[:, None] - middles[None])
    nearest, gap = gaps.argmin(1), gaps.min(1)
    classes = np.array([ALPHABET.index(letter) for letter in text])
    labels = np.full(steps, BLANK, np.int64)
    labels[gap <= 0.8] = IGNORED
    labels[gap <= 0.5] = classes[nearest[gap <= 0.5]]
    return labels
