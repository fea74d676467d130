"""What people hold to the camera, drawn flat: documents with and without a zone, cards, pages, telephones."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import cv2
import numpy as np
from card_drawing import PX_PER_MM, blank_card, draw_card
from card_scenes import SIZE
from card_scenes import place as place_card
from documents import Printer
from frames import Pose
from frames import place as place_zone
from lens import on_a_screen
from paper_showing import Sheet
from typefaces import load_typefaces
from zones import Zone, random_zone

from kiosk.demo.hand import SKINS
from kiosk.reading.mrz.parse import parse
from kiosk.reading.mrz.states import is_known_issuer
from kiosk.reading.symbology import Symbology

TODAY = date(2026, 11, 25)
FONTS = Path(__file__).resolve().parents[2] / "resources/fonts"
KINDS = ("TD1", "TD2", "TD3", "FRA")
CARD = (756, 1197)  # rows and columns of a card's paper
SCALE = 10.24  # pixels of a document's paper for a millimetre


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A sheet, the (4, 2) corners of its zone or code in the frame, and what a code says."""

    sheet: Sheet
    quad: np.ndarray
    text: str = ""


class Stationer:
    """Draws papers; all randomness comes from one generator, which is changed between them."""

    def __init__(self) -> None:
        self._faces = load_typefaces(FONTS, 1)
        self._grounds: list[np.ndarray] = []

    def document(
        self, rng: np.random.Generator, zone: Zone, *, with_zone: bool = True
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return a document's paper, and the (4, 2) corners of its zone in pixels of it."""
        printer = Printer(rng, self._faces, FONTS, self._grounds)
        drawn = printer.draw(zone, SCALE, with_zone, wear=float(rng.uniform(0, 0.3)))
        if not with_zone:
            return drawn.paper, np.zeros((4, 2))
        quads = drawn.quads_mm * SCALE
        return drawn.paper, np.array([quads[0, 0], quads[0, 1], quads[-1, 2], quads[-1, 3]])

    def held(
        self,
        rng: np.random.Generator,
        kind: str | None = None,
        *,
        pitch: tuple[float, float] | None = None,
        with_zone: bool = True,
    ) -> Placed:
        """Return a document before the camera. pitch: bounds of the pixels from one character to the next."""
        zone = readable_zone(rng, kind or str(rng.choice(KINDS)))
        length = len(zone.lines[0])
        share = rng.uniform(0.5, 0.88) if pitch is None else rng.uniform(*pitch) * length / SIZE[0]
        paper, quad = self.document(rng, zone, with_zone=with_zone)
        pose = Pose(share=share, turn=float(rng.normal(0, 5)), lean=0.02)
        matrix = place_zone(rng, zone, pose, SIZE) @ np.diag([1 / SCALE, 1 / SCALE, 1])
        return placed(paper, matrix, quad)


def readable_zone(rng: np.random.Generator, kind: str) -> Zone:
    """Return a zone that the program takes, if it may take the kind: a known issuer, a birth date."""
    while True:
        zone = random_zone(rng, kind)
        said = parse(zone.lines, today=TODAY)
        if said and is_known_issuer(said.issuing_state) and (said.birth_date or kind == "LICENCE"):
            return zone


def placed(paper: np.ndarray, matrix: np.ndarray, quad: np.ndarray) -> Placed:
    corners = cv2.perspectiveTransform(quad[None].astype(np.float32), matrix)[0]
    return Placed(Sheet(paper.astype(np.float32), matrix), corners)


def as_card(rng: np.random.Generator, paper: np.ndarray, share: float | None = None) -> Sheet:
    """Return a paper of a card's proportions, held to the camera."""
    matrix = place_card(rng, share or rng.uniform(0.5, 0.9), rng.normal(0, 8), 0.02)
    zoom = np.diag([CARD[1] / paper.shape[1], CARD[0] / paper.shape[0], 1.0])
    return Sheet(paper.astype(np.float32), matrix @ zoom)


def student_card(
    rng: np.random.Generator, symbology: Symbology = Symbology.CODE_128, share: float | None = None
) -> Placed:
    """Return a student card; its quad is that of the code."""
    card = draw_card(rng, symbology)
    matrix = place_card(rng, share or rng.uniform(0.5, 0.9), float(rng.normal(0, 8)), 0.02)
    return replace(placed(card.paper, matrix, card.corners), text=card.text)


def bank_card(rng: np.random.Generator) -> np.ndarray:
    """Return a card with a chip, large figures and a name, no zone and no bars."""
    paper = np.clip(blank_card(rng) * rng.uniform(0.3, 1), 0, 255).astype(np.uint8)
    unit = PX_PER_MM
    cv2.rectangle(paper, (9 * unit, 19 * unit), (21 * unit, 28 * unit), int(rng.uniform(120, 220)), -1)
    number = "  ".join("".join(map(str, rng.integers(0, 10, 4))) for _ in range(4))
    cv2.putText(paper, number, (8 * unit, 37 * unit), 0, 1.9, int(rng.choice([20, 240])), 4)
    cv2.putText(paper, "CAMILLE EXEMPLE", (8 * unit, 48 * unit), 0, 1.2, int(rng.choice([20, 240])), 3)
    return paper


def back_of_card(rng: np.random.Generator) -> np.ndarray:
    """Return a student card's side that has no code: a stripe perhaps, and small print."""
    paper = np.full(CARD, rng.uniform(170, 250), np.float32).astype(np.uint8)
    if rng.random() < 0.5:
        paper[80:220] = int(rng.uniform(10, 70))
    for row in range(int(rng.uniform(260, 360)), 700, int(rng.uniform(34, 60))):
        cv2.putText(
            paper, letters(rng, int(rng.integers(20, 50))), (60, row), 0, 0.9, int(rng.uniform(10, 90)), 2
        )
    return paper


def page(rng: np.random.Generator) -> np.ndarray:
    """Return a sheet of typed lines."""
    paper = np.full((900, 1425), rng.uniform(200, 255), np.float32).astype(np.uint8)
    step = int(rng.integers(24, 44))
    for row in range(60, 880, step):
        if rng.random() < 0.12:
            continue
        line = letters(rng, int(rng.integers(40, 90)))
        cv2.putText(paper, line, (50, row), 0, step / 48, int(rng.uniform(10, 70)), 2)
    return paper


def letters(rng: np.random.Generator, count: int) -> str:
    """Return words without sense."""
    return "".join(chr(i) for i in np.where(rng.random(count) < 0.18, 32, rng.integers(97, 123, count)))


def telephone(rng: np.random.Generator, content: np.ndarray) -> np.ndarray:
    """Return a telephone that shows a picture, as bright as telephones are, with the grid of its pixels."""
    body = np.full(CARD, rng.uniform(5, 40), np.float32)
    glow = content.astype(np.float32) * rng.uniform(0.85, 1.25)
    body[30:726, 40:1157] = on_a_screen(rng, cv2.resize(glow, (1117, 696), interpolation=cv2.INTER_AREA), 8.0)
    return np.clip(body, 0, 290)


def application(rng: np.random.Generator) -> np.ndarray:
    """Return an application: bright or dark, blocks of text and buttons."""
    is_dark = rng.random() < 0.25
    tone = rng.uniform(10, 50) if is_dark else rng.uniform(215, 255)
    view = np.full((696, 1117), tone, np.float32).astype(np.uint8)
    for _ in range(rng.integers(4, 10)):
        x, y = int(rng.uniform(20, 760)), int(rng.uniform(30, 610))
        cv2.rectangle(view, (x, y), (x + int(rng.uniform(60, 300)), y + 50), int(rng.uniform(60, 230)), -1)
        cv2.putText(
            view, "Mon dossier 2026", (x, y - 10), 0, rng.uniform(0.7, 1.4), 200 if is_dark else 40, 2
        )
    return view


def on_white(rng: np.random.Generator, picture: np.ndarray) -> np.ndarray:
    """Return a picture as large as it fits on a telephone's white or black."""
    view = np.full((696, 1117), float(rng.choice([12, 250])), np.float32)
    zoom = min(640 / picture.shape[0], 1080 / picture.shape[1])
    small = cv2.resize(picture.astype(np.float32), None, fx=zoom, fy=zoom, interpolation=cv2.INTER_AREA)
    top, left = (view.shape[0] - small.shape[0]) // 2, (view.shape[1] - small.shape[1]) // 2
    view[top : top + small.shape[0], left : left + small.shape[1]] = small
    return view


def fingers(rng: np.random.Generator, ground: np.ndarray) -> np.ndarray:
    """Return a room with a body and fingers before it."""
    view = ground.copy()
    tone = int(SKINS[int(rng.integers(len(SKINS)))][1:3], 16)
    x, y = int(rng.uniform(300, 900)), int(rng.uniform(250, 500))
    cv2.ellipse(view, (640, 720), (330, 420), 0, 0, 360, float(rng.uniform(30, 180)), -1)
    for finger in range(4):
        end = (x + int(rng.normal(120, 30)), y - 60 + 45 * finger)
        cv2.line(view, (x - 160, y + 20 * finger), end, float(tone * rng.uniform(0.85, 1)), 42)
    return cv2.GaussianBlur(view, (0, 0), 2)
