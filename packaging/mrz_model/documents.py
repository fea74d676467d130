"""Drawn identity documents, visas and cards without a zone: print, portrait, background, zone."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from paper import draw_background, print_ink
from PIL import Image, ImageDraw, ImageFont
from typefaces import BASELINE, PITCH, ROWS, Typeface
from zones import Zone

PX_PER_MM = 10.24
PITCH_MM = 2.54
LINE_MM = 6.35


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A drawn document.

    paper: (H, W) float32 grey levels at `scale` pixels per millimetre.
    quads_mm: (lines, 4, 2) corners of the capitals' band of every line, clockwise from its top left.
    """

    paper: np.ndarray
    scale: float
    quads_mm: np.ndarray


class Printer:
    """Draws documents of any kind with the fonts of this machine."""

    def __init__(
        self,
        rng: np.random.Generator,
        faces: list[Typeface],
        fonts: Path,
        grounds: Sequence[np.ndarray] = (),
    ) -> None:
        """Take a stock of backgrounds to begin with; it is renewed bit by bit."""
        self._rng = rng
        self._faces = faces
        self._ground = list(grounds)
        dejavu = Path("/usr/share/fonts/truetype/dejavu")
        self._fonts = [str(path) for path in sorted([*dejavu.glob("*.ttf"), *fonts.rglob("OCRB.otf")])]

    def draw(
        self, zone: Zone, scale: float = PX_PER_MM, with_zone: bool = True, wear: float = 1.0
    ) -> Document:
        """Draw a document that bears a zone, or one of its size without; wear is the print's, 0 to 1."""
        rng = self._rng
        width, height = (int(side * scale) for side in zone.size_mm)
        tone = rng.uniform(125, 250)
        paper = tone + self._background(height, width) * (tone / 200)
        zone_top = zone.size_mm[1] - LINE_MM * len(zone.lines) - rng.uniform(2.5, 5.5)
        self._print_words(paper, scale, zone_top, with_zone)
        if rng.random() < 0.75:
            self._portrait(paper, scale, zone_top)
        if rng.random() < 0.35:
            top = int((zone_top - rng.uniform(0, 2)) * scale)
            paper[top:] = paper[top:] * rng.uniform(0, 0.5) + rng.uniform(150, 240)
        quads = self._print_zone(paper, scale, zone, (tone, wear)) if with_zone else np.zeros((0, 4, 2))
        return Document(paper, scale, quads)

    def _background(self, rows: int, columns: int) -> np.ndarray:
        rng = self._rng
        if len(self._ground) < 24:
            self._ground.append(draw_background(rng, 450, 640))
        elif rng.random() < 0.15:
            self._ground[rng.integers(24)] = draw_background(rng, 450, 640)
        ground = self._ground[rng.integers(len(self._ground))]
        return cv2.resize(ground[:: rng.choice([-1, 1]), :: rng.choice([-1, 1])], (columns, rows))

    def _print_words(self, paper: np.ndarray, scale: float, zone_top: float, with_zone: bool) -> None:
        rng = self._rng
        picture = Image.new("L", paper.shape[::-1], 0)
        draw = ImageDraw.Draw(picture)
        lowest = zone_top - 4 if with_zone else paper.shape[0] / scale - 3
        for _ in range(rng.integers(3, 18)):
            size = float(rng.choice([1.6, 2, 2, 2.5, 3, 3.5, 5])) * scale
            at = (
                rng.uniform(2, 0.7 * paper.shape[1] / scale) * scale,
                rng.uniform(2, max(3, lowest)) * scale,
            )
            if size >= 5:
                font = ImageFont.truetype(self._fonts[rng.integers(len(self._fonts))], int(size))
                draw.text(at, words(rng), font=font, fill=int(rng.uniform(120, 255)))
        ink = np.asarray(picture).astype(np.float32) / 255
        paper[:] = paper * (1 - ink) + rng.uniform(0, 90) * ink

    def _portrait(self, paper: np.ndarray, scale: float, zone_top: float) -> None:
        rng = self._rng
        left, top = (int(side * scale) for side in rng.uniform((3, 6), (55, 14)))
        right = min(left + int(rng.uniform(18, 34) * scale), paper.shape[1] - 2)
        low = min(top + int(rng.uniform(22, 44) * scale), int((zone_top - 2) * scale))
        if low - top < 20 or right - left < 20:
            return
        face = draw_background(rng, 90, 70) * 2 + rng.uniform(60, 200)
        cv2.ellipse(face, (35, 42), (18, 25), 0, 0, 360, float(rng.uniform(40, 220)), -1)
        cv2.ellipse(face, (35, 95), (34, 30), 0, 0, 360, float(rng.uniform(20, 220)), -1)
        face = cv2.GaussianBlur(face, (0, 0), rng.uniform(0.5, 3))
        paper[top:low, left:right] = cv2.resize(face, (right - left, low - top))

    def _print_zone(
        self, paper: np.ndarray, scale: float, zone: Zone, look: tuple[float, float]
    ) -> np.ndarray:
        """Print the lines where the standard puts them, and return where their capitals are (mm).

        look: the paper's tone and the print's wear.
        """
        tone, wear = look
        rng = self._rng
        face = self._faces[rng.integers(len(self._faces))]
        width_mm, height_mm = zone.size_mm
        pitch = PITCH_MM * rng.uniform(0.96, 1.01)
        spacing = LINE_MM * rng.uniform(0.90, 1.06)
        left = (width_mm - len(zone.lines[0]) * pitch) / 2 + rng.uniform(-1.5, 1.5)
        base = height_mm - rng.uniform(2.6, 7.0) - spacing * (len(zone.lines) - 1)
        zoom = pitch * scale / PITCH
        step = spacing * scale / zoom
        mask = np.zeros(
            (int(step * (len(zone.lines) - 1)) + ROWS + 6, face.line(zone.lines[0]).shape[1] + 4), np.uint8
        )
        quads = []
        for number, text in enumerate(zone.lines):
            row, y = 2 + round(number * step), base + number * spacing
            mask[row : row + ROWS, 2:-2] |= face.line(text)
            right, top = left + len(text) * pitch, y - face.cap * zoom / scale
            quads.append([[left, top], [right, top], [right, y], [left, y]])
        black = rng.uniform(5, min(110, max(15, tone - 70)))
        stamp(paper, print_ink(rng, mask, wear), zoom, (left * scale, base * scale), black)
        return np.array(quads)


def stamp(paper: np.ndarray, ink: np.ndarray, zoom: float, at: tuple[float, float], black: float) -> None:
    """Print ink onto paper with the first line's baseline beginning at a place (x, y)."""
    rows, columns = round(ink.shape[0] * zoom), round(ink.shape[1] * zoom)
    small = cv2.resize(ink, (max(2, columns), max(2, rows)), interpolation=cv2.INTER_AREA)
    left, top = round(at[0] - 2 * zoom), round(at[1] - (BASELINE + 2) * zoom)
    left, top = max(left, 0), max(top, 0)
    place = paper[top : top + rows, left : left + columns]
    small = small[: place.shape[0], : place.shape[1]]
    place[:] = place * (1 - small) + black * small


def words(rng: np.random.Generator) -> str:
    """Return some letters as a document's other print has them."""
    letters = (
        "abcdefghijklmnopqrstuvwxyz    " if rng.random() < 0.5 else "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789  <"
    )
    return "".join(letters[i] for i in rng.integers(0, len(letters), rng.integers(4, 36)))
