"""OCR-B as cells of pixels: every cut that is installed, and bent variants of each, as printers differ."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
PITCH = 26
ROWS = 36
BASELINE = 30
OVERSAMPLING = 4
CUTS = {"OCRB.otf": 4, "OCRBS.otf": 3, "OCRB7.ttf": 4, "OCRBL.otf": 1}
# Some specimens are set in a typewriter face; a few of these in training cost nothing.
OTHERS = {"DejaVuSansMono.ttf": 0.3, "NotoMono-Regular.ttf": 0.3, "NotoSansMono-Regular.ttf": 0.3}
STRANGER = 4  # a cut that training doesn't know, for measuring
TALLEST_CAP = 26


@dataclass(frozen=True, slots=True, eq=False)
class Typeface:
    """One cut of OCR-B.

    cells: (37, ROWS, PITCH) uint8, ink is 255, in ALPHABET order, baseline at row BASELINE.
    cap: height of a capital in pixels of these cells.
    """

    cells: np.ndarray
    cap: float

    def line(self, text: str) -> np.ndarray:
        """Draw a text as a (ROWS, len(text) * PITCH) uint8 mask, ink is 255."""
        indices = [ALPHABET.index(letter) for letter in text]
        return np.hstack(self.cells[indices])


def load_typefaces(folder: Path, seed: int, variants: int = 10, with_others: bool = False) -> list[Typeface]:
    """Return every cut found below a folder as often as its weight says, each time bent another way.

    with_others: also the faces of OTHERS that are there. A folder without any of these is taken whole.

    Raises FileNotFoundError if no cut is there.
    """
    rng = np.random.default_rng(seed)
    weights = CUTS | OTHERS if with_others else CUTS
    fonts = sorted(folder.rglob("*.?tf"))
    found = [path for path in fonts if path.name in weights] or fonts
    if not found:
        raise FileNotFoundError(f"no OCR-B below {folder}: run packaging/mrz_model/train.sh")
    faces = []
    for path in found:
        outlines, cap = draw_outlines(path)
        faces.append(Typeface(shrink(outlines), cap / OVERSAMPLING))
        bent = round(weights.get(path.name, STRANGER) * variants)
        faces += [bend(outlines, cap, rng) for _ in range(bent)]
    return faces


def draw_outlines(path: Path) -> tuple[np.ndarray, float]:
    """Draw all 37 characters four times too large and return them with their cap height."""
    sample = ImageFont.truetype(str(path), 100)
    advance, cap = sample.getlength("H"), -sample.getbbox("H", anchor="ls")[1]
    size = 100 * OVERSAMPLING * min(PITCH / advance, TALLEST_CAP / cap)
    font, cap = ImageFont.truetype(str(path), size), cap * size / 100
    drawn = [draw_character(font, letter) for letter in ALPHABET]
    return np.stack(drawn), float(cap)


def draw_character(font: ImageFont.FreeTypeFont, letter: str) -> np.ndarray:
    """Draw one character in the middle of its cell."""
    picture = Image.new("L", (PITCH * OVERSAMPLING, ROWS * OVERSAMPLING), 0)
    left = (picture.width - font.getlength(letter)) / 2
    ImageDraw.Draw(picture).text((left, BASELINE * OVERSAMPLING), letter, font=font, fill=255, anchor="ls")
    return np.asarray(picture)


def shrink(outlines: np.ndarray) -> np.ndarray:
    """Bring oversampled outlines to the size of a cell."""
    small = [cv2.resize(cell, (PITCH, ROWS), interpolation=cv2.INTER_AREA) for cell in outlines]
    return np.stack(small)


def bend(outlines: np.ndarray, cap: float, rng: np.random.Generator) -> Typeface:
    """Return a variant with its own width, height, slant, weight and slightly crooked glyphs."""
    wide, tall = rng.uniform(0.86, 1.08), rng.uniform(0.90, 1.06)
    slant = rng.normal(0, 0.03)
    weight = int(rng.integers(-3, 5))
    bent = [bend_cell(cell, wide, tall, slant, rng) for cell in outlines]
    return Typeface(shrink(np.stack([set_weight(cell, weight) for cell in bent])), cap * tall / OVERSAMPLING)


def bend_cell(
    cell: np.ndarray, wide: float, tall: float, slant: float, rng: np.random.Generator
) -> np.ndarray:
    """Scale a cell about the middle of its baseline, slant it, and shift its parts by a few percent."""
    rows, columns = cell.shape
    base, middle = BASELINE * OVERSAMPLING, columns / 2
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    waves = rng.normal(0, 0.012 * columns, (2, 4, 3)).astype(np.float32)
    shift_x = cv2.resize(waves[0], (columns, rows), interpolation=cv2.INTER_CUBIC)
    shift_y = cv2.resize(waves[1], (columns, rows), interpolation=cv2.INTER_CUBIC)
    source_x = (x - middle) / wide + middle + slant * (y - base) + shift_x
    source_y = (y - base) / tall + base + shift_y
    return cv2.remap(cell, source_x.astype(np.float32), source_y.astype(np.float32), cv2.INTER_LINEAR)


def set_weight(cell: np.ndarray, weight: int) -> np.ndarray:
    """Thicken (weight > 0) or thin strokes by about a twentieth of their width a step."""
    if weight == 0:
        return cell
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (abs(weight) + 1, abs(weight) + 1))
    return cv2.dilate(cell, kernel) if weight > 0 else cv2.erode(cell, kernel)
