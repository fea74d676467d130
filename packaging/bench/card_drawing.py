"""Made-up student cards for measuring: the paper, and a code of any kind that a campus may print on it."""

import sys
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import zxingcpp

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "mrz_model"))

from paper import draw_background

from kiosk.demo import cards
from kiosk.demo.fictional import StudentCard
from kiosk.reading.symbology import Symbology

PX_PER_MM = 14
WIDTH, HEIGHT = 85.6, 54.0  # ISO/IEC 7810 ID-1
RATIOS = (2.0, 2.5, 3.0)  # of wide bars to narrow ones, where a symbology has just these two
LINEAR = (Symbology.CODE_128, Symbology.CODE_39, Symbology.ITF, Symbology.CODABAR, Symbology.EAN_13)
LINKS = ("http://esc.gg/", "https://esc.gg/", "http://pp.esc.gg/", "https://s.esc-r.eu/")


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """A drawn card.

    paper: (H, W) float32 grey levels at PX_PER_MM. corners: (4, 2) of the code in pixels of it, clockwise from
    its own top left. modules: how many of the narrowest bars the code is long.
    """

    paper: np.ndarray
    symbology: Symbology
    text: str
    corners: np.ndarray
    modules: float


def draw_card(rng: np.random.Generator, symbology: Symbology) -> Card:
    """Return a card with a code of this kind."""
    if symbology is Symbology.CODE_128 and rng.random() < 0.25:
        return of_the_demonstration(rng)
    text = random_text(rng, symbology)
    symbol = rows_of(symbology, text, float(rng.choice(RATIOS)))
    paper = blank_card(rng)
    corners = print_code(rng, paper, symbol, symbology)
    modules = symbol.shape[1] / (1 if symbology is Symbology.QR else 4)
    return Card(paper, symbology, text, corners, modules)


def of_the_demonstration(rng: np.random.Generator) -> Card:
    """Return a card as the demonstration's campus prints them."""
    number = digits(rng, 8)
    barcode = digits(rng, 6) + number if rng.random() < 0.4 else number
    drawn = cards.draw(StudentCard(number=number, surname="Exemple", given_name="Camille", barcode=barcode))
    gray = cv2.cvtColor(drawn, cv2.COLOR_BGR2GRAY).astype(np.float32)
    zoom = WIDTH * PX_PER_MM / gray.shape[1]
    modules = rows_of(Symbology.CODE_128, barcode, 2.0).shape[1] // 4
    bars = cards.BARS
    width = modules * int(bars.width * 16 / modules) / 16
    box = np.array([[0, 0], [width, 0], [width, bars.height], [0, bars.height]]) + np.array((bars.x, bars.y))
    paper = cv2.resize(gray, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_AREA)
    return Card(paper, Symbology.CODE_128, barcode, box * PX_PER_MM, modules)


def digits(rng: np.random.Generator, count: int) -> str:
    return "".join(map(str, rng.integers(0, 10, count)))


def random_text(rng: np.random.Generator, symbology: Symbology) -> str:
    """Return what a campus may print: a number of eight digits, a longer identifier, a European card's link."""
    if symbology is Symbology.EAN_13:
        return with_check_digit(digits(rng, 12))
    if symbology is Symbology.ITF:
        return digits(rng, 8 if rng.random() < 0.5 else 14)
    if symbology is Symbology.QR and rng.random() < 0.6:
        return str(rng.choice(LINKS)) + card_number(rng)
    return digits(rng, 8 if rng.random() < 0.6 else int(rng.integers(9, 15)))


def card_number(rng: np.random.Generator) -> str:
    """Return a European Student Card's number: a UUID of version 1 that ends in decimal digits."""
    letters = rng.bytes(9).hex()
    return f"{letters[:8]}-{letters[8:12]}-1{letters[12:15]}-8{letters[15:18]}-{digits(rng, 12)}"


def with_check_digit(text: str) -> str:
    total = sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(text))
    return text + str(-total % 10)


def rows_of(symbology: Symbology, text: str, ratio: float) -> np.ndarray:
    """Return a code's modules as a uint8 picture without quiet zone: four pixels a module if linear, else one."""
    content = f"A{text}B" if symbology is Symbology.CODABAR else text
    options = {"ec_level": "M"} if symbology is Symbology.QR else {}
    made = zxingcpp.create_barcode(content, getattr(zxingcpp.BarcodeFormat, symbology.value), **options)
    picture = np.array(zxingcpp.write_barcode_to_image(made, scale=1, add_quiet_zones=False))
    if symbology is Symbology.QR:
        return picture
    row = picture[picture.shape[0] // 3]
    edges = np.flatnonzero(np.diff(row)) + 1
    runs = np.diff(np.concatenate([[0], edges, [len(row)]]))
    if symbology in {Symbology.CODE_39, Symbology.ITF, Symbology.CODABAR}:
        runs = np.where(runs > 1, ratio, 1)
    dark = np.where(np.arange(len(runs)) % 2 == 0, 0, 255).astype(np.uint8)
    return np.repeat(dark, np.round(runs * 4).astype(int))[None]


def blank_card(rng: np.random.Generator) -> np.ndarray:
    """Return a card's paper with a header, words and a portrait, light where a code goes."""
    rows, columns = round(HEIGHT * PX_PER_MM), round(WIDTH * PX_PER_MM)
    tone = rng.uniform(170, 250)
    paper = tone + cv2.resize(draw_background(rng, 270, 428), (columns, rows)) * 0.5
    paper[: int(rng.uniform(6, 15) * PX_PER_MM)] *= rng.uniform(0.2, 1.0)
    paper = np.clip(paper, 0, 255).astype(np.uint8)
    for _ in range(rng.integers(2, 7)):
        at = (int(rng.uniform(3, 50) * PX_PER_MM), int(rng.uniform(5, 32) * PX_PER_MM))
        words = "".join(chr(i) for i in rng.integers(65, 91, rng.integers(5, 20)))
        cv2.putText(paper, words, at, int(rng.integers(0, 4)), rng.uniform(0.8, 2.2), rng.uniform(10, 90), 2)
    left, top = int(rng.uniform(3, 60) * PX_PER_MM), int(rng.uniform(4, 12) * PX_PER_MM)
    face = draw_background(rng, 90, 70) * 2 + rng.uniform(60, 200)
    cv2.ellipse(face, (35, 42), (18, 25), 0, 0, 360, float(rng.uniform(40, 220)), -1)
    size = (int(rng.uniform(16, 22) * PX_PER_MM), int(rng.uniform(20, 24) * PX_PER_MM))
    paper[top : top + size[1], left : left + size[0]] = cv2.resize(face, size)[:, : columns - left]
    return paper.astype(np.float32)


def print_code(
    rng: np.random.Generator, paper: np.ndarray, symbol: np.ndarray, symbology: Symbology
) -> np.ndarray:
    """Print a code with its quiet zone along the card's lower edge or, if linear, its side; return its corners."""
    if symbology is Symbology.QR:
        width = height = rng.uniform(15, 25)
        quiet = 4 * width / symbol.shape[1]
    else:
        width, height = rng.uniform(44, 66), rng.uniform(6, 12)
        quiet = 10 * 4 * width / symbol.shape[1]
    quiet = min(quiet, (WIDTH - width) / 2)
    is_upright = symbology is not Symbology.QR and width + 2 * quiet < HEIGHT - 2 and rng.random() < 0.5
    size = [round(side * PX_PER_MM) for side in (width, height)]
    ink = cv2.resize(symbol, (size[0], size[1]), interpolation=cv2.INTER_NEAREST_EXACT)
    margin = int(quiet * PX_PER_MM)
    frame = cv2.copyMakeBorder(ink, 12, 12, margin, margin, cv2.BORDER_CONSTANT, value=255).astype(np.float32)
    corners = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], np.float64)
    corners += np.array((margin, 12))
    if is_upright:
        corners = np.column_stack([corners[:, 1], frame.shape[1] - corners[:, 0]])
        frame = np.rot90(frame)
    room = np.array(paper.shape) - frame.shape
    top, left = int(room[0] * rng.uniform(0.75, 0.98)), int(room[1] * rng.uniform(0.05, 0.95))
    place = paper[top : top + frame.shape[0], left : left + frame.shape[1]]
    tone, black = max(float(place.mean()), rng.uniform(190, 250)), rng.uniform(5, 70)
    place[:] = black + frame / 255 * (tone - black)
    return corners + np.array((left, top))
