"""The documents that are shown: drawn from seeds, in a hand, with where their zones are."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import cv2
import numpy as np
from documents import Printer
from paper import draw_background
from typefaces import load_typefaces
from zones import SIZES, Zone, pick, random_zone

from kiosk.demo.hand import held, page_left
from kiosk.reading.mrz.compose import Particulars, compose
from kiosk.reading.mrz.parse import parse
from kiosk.reading.mrz.states import is_known_issuer

TODAY = date(2026, 11, 25)
KINDS = {"TD1": 0.4, "FRA": 0.2, "TD3": 0.3, "TD2": 0.1}
GIVEN_NAMES = (
    "MARIE",
    "MARIA",
    "JEAN",
    "JEANNE",
    "LEO",
    "LEA",
    "NOE",
    "NOA",
    "EMMA",
    "GEMMA",
    "LUC",
    "LUCA",
    "ALI",
    "ALIA",
)
PX_PER_MM = 10.24
GROUNDS = 40


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A document in a hand.

    sprite: (H, W, 2) uint8, light times alpha, and alpha. quads: (lines, 4, 2) in its pixels, the capitals' bands,
    clockwise from the top left. middle: the document's own, in its pixels. tones: (paper, ink) under the zone.
    """

    lines: tuple[str, ...]
    kind: str
    sprite: np.ndarray
    quads: np.ndarray
    middle: tuple[float, float]
    tones: tuple[float, float]


class Drawer:
    """Draws documents that the program should accept: known issuer, right check digits, a possible birth date."""

    def __init__(self, rng: np.random.Generator, fonts: Path) -> None:
        self._fonts = fonts
        self._faces = load_typefaces(fonts, 1, variants=2)
        stock = np.random.default_rng(1)
        self._grounds = [draw_background(stock, 450, 640) for _ in range(GROUNDS)]
        self.reseed(rng)

    def reseed(self, rng: np.random.Generator) -> None:
        """Draw on from another generator, whatever was drawn before."""
        self._rng = rng
        self._printer = Printer(rng, self._faces, self._fonts, self._grounds)

    def draw(self, zone: Zone) -> Shown:
        """Return a document with this zone, in one of five hands."""
        document = self._printer.draw(zone, PX_PER_MM, wear=float(self._rng.uniform(0, 0.35)))
        paper = np.clip(document.paper, 0, 255).astype(np.uint8)
        width = paper.shape[1]
        colours = np.ascontiguousarray(np.repeat(paper[:, :, None], 3, axis=2))
        bgra = held(colours, width, int(self._rng.integers(5)))
        sprite = cv2.merge([cv2.cvtColor(bgra[:, :, :3], cv2.COLOR_BGR2GRAY), bgra[:, :, 3]])
        quads = document.quads_mm * PX_PER_MM + (page_left(width), 0)
        middle = (page_left(width) + width / 2, paper.shape[0] / 2)
        return Shown(
            zone.lines, zone.kind, sprite, quads, middle, tones(paper, document.quads_mm * PX_PER_MM)
        )


def tones(paper: np.ndarray, quads: np.ndarray) -> tuple[float, float]:
    """Return how light the paper and how dark the ink is where the zone stands."""
    left, top = np.maximum(quads.min((0, 1)).astype(int), 0)
    right, low = quads.max((0, 1)).astype(int)
    light, dark = np.percentile(paper[top:low, left:right], (80, 4))
    return float(light), float(dark)


def acceptable_zone(rng: np.random.Generator, kind: str | None = None) -> Zone:
    """Return a random zone of a kind that the program should accept."""
    kind = kind or str(rng.choice(list(KINDS), p=list(KINDS.values())))
    while True:
        zone = random_zone(rng, kind)
        said = parse(zone.lines, today=TODAY)
        if said and said.is_consistent and said.birth_date and is_known_issuer(said.issuing_state):
            return zone


def relative(rng: np.random.Generator, zone: Zone) -> Zone:
    """Return a brother's or sister's document: same name, office and day of issue, the next number but few.

    One in three was born on the same day.
    """
    said = parse(zone.lines, today=TODAY)
    assert said is not None
    birth = said.birth_date
    if birth is not None and birth.day is not None and rng.random() > 1 / 3:
        birth = replace(birth, day=1 + (birth.day + int(rng.integers(1, 27))) % 28)
    number = said.number[:-2] + pick(rng, "0123456789", 2) if len(said.number) > 2 else said.number
    particulars = Particulars(
        document_code=said.document_code,
        issuing_state=said.issuing_state,
        number=number,
        surname=said.surname,
        given_names=str(rng.choice(GIVEN_NAMES)),
        birth_date=birth,
        expiry=said.expiry,
        nationality=said.nationality,
        sex=str(rng.choice(["M", "F"])),
        office="031004",
    )
    lines = compose(said.format, particulars)
    return relative(rng, zone) if lines == zone.lines else Zone(zone.kind, lines, SIZES[zone.kind])
