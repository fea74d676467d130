"""Which hint each kind of paper gets: python packaging/bench/papers.py [--seed S] [--each N] [--card].

Draws what people hold to a camera that isn't the right side of a document, or of a student card, and what they hold
rightly but badly, before varied backgrounds; prints how often each hint came, and whether it is one that helps.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import cv2
import numpy as np
from card_drawing import PX_PER_MM, blank_card, draw_card
from card_scenes import SIZE, place

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "mrz_model"))

from frames import Studio, desk
from lens import photograph
from typefaces import load_typefaces

from kiosk.demo.hand import SKINS
from kiosk.reading.frame import Frame
from kiosk.reading.frame_reader import FrameReader
from kiosk.reading.mrz_ocr import MrzReader
from kiosk.reading.sought import Sought
from kiosk.reading.symbology import Symbology

FONTS = Path(__file__).resolve().parents[2] / "resources/fonts"
Scene = Callable[[np.random.Generator, Studio], np.ndarray]


@dataclass(frozen=True, slots=True)
class Paper:
    """What is shown. right: the hints that help; wrong ones mislead."""

    draw: Scene
    right: frozenset[str]


def laid(rng: np.random.Generator, paper: np.ndarray, share: float | None = None) -> np.ndarray:
    """Return a frame with a paper of a card's proportions, as a webcam sees it."""
    matrix = place(rng, share or rng.uniform(0.5, 0.9), rng.normal(0, 8), 0.02)
    zoom = np.diag([1197 / paper.shape[1], 756 / paper.shape[0], 1.0])
    full = matrix @ zoom
    soft = cv2.GaussianBlur(paper.astype(np.float32), (0, 0), 0.6)
    cover = cv2.warpPerspective(np.ones(paper.shape, np.float32), full, SIZE)
    view = cv2.warpPerspective(soft, full, SIZE, borderMode=cv2.BORDER_REPLICATE)
    return photograph(rng, desk(rng, SIZE) * (1 - cover) + view * cover, 16.0, 0.3)


def bank_card(rng: np.random.Generator, studio: Studio) -> np.ndarray:
    """Draw a card with a chip, large figures and a name, no zone and no bars."""
    del studio
    paper = np.clip(blank_card(rng) * rng.uniform(0.3, 1), 0, 255).astype(np.uint8)
    unit = PX_PER_MM
    cv2.rectangle(paper, (9 * unit, 19 * unit), (21 * unit, 28 * unit), int(rng.uniform(120, 220)), -1)
    number = "  ".join("".join(map(str, rng.integers(0, 10, 4))) for _ in range(4))
    cv2.putText(paper, number, (8 * unit, 37 * unit), 0, 1.9, int(rng.choice([20, 240])), 4)
    cv2.putText(paper, "CAMILLE EXEMPLE", (8 * unit, 48 * unit), 0, 1.2, int(rng.choice([20, 240])), 3)
    return laid(rng, paper)


def photo_side(rng: np.random.Generator, studio: Studio) -> np.ndarray:
    """Draw an identity card's other side."""
    del rng
    return studio.draw(0.4, blank=1.0, kind="TD1").gray


def text_page(rng: np.random.Generator, studio: Studio) -> np.ndarray:
    """Draw a sheet of typed lines, larger than the frame or smaller."""
    del studio
    paper = np.full((900, 1425), rng.uniform(200, 250), np.float32).astype(np.uint8)
    step = int(rng.integers(24, 44))
    for row in range(60, 880, step):
        words = "".join(chr(i) for i in np.where(rng.random(90) < 0.18, 32, rng.integers(97, 123, 90)))
        cv2.putText(
            paper, words[: int(rng.integers(40, 90))], (50, row), 0, step / 48, int(rng.uniform(10, 70)), 2
        )
    return laid(rng, paper, rng.uniform(0.6, 1.1))


def screen(rng: np.random.Generator, studio: Studio) -> np.ndarray:
    """Draw a telephone that shows an application: bright blocks of text and buttons in a dark frame."""
    del studio
    paper = np.full((756, 1197), 12.0, np.float32).astype(np.uint8)
    tone = int(rng.uniform(215, 255))
    cv2.rectangle(paper, (40, 30), (1157, 726), tone, -1)
    for _ in range(rng.integers(4, 10)):
        x, y = int(rng.uniform(60, 800)), int(rng.uniform(60, 640))
        cv2.rectangle(paper, (x, y), (x + int(rng.uniform(60, 300)), y + 50), int(rng.uniform(60, 230)), -1)
        cv2.putText(paper, "Mon dossier 2026", (x, y - 10), 0, rng.uniform(0.7, 1.4), 40, 2)
    return laid(rng, paper, rng.uniform(0.5, 0.9))


def student_card(rng: np.random.Generator, studio: Studio) -> np.ndarray:
    del studio
    return laid(rng, draw_card(rng, Symbology.CODE_128).paper)


def background(rng: np.random.Generator, studio: Studio) -> np.ndarray:
    """Draw a room: soft shapes, clothes, a wall, things, without anything held."""
    del studio
    ground = cv2.GaussianBlur(desk(rng, SIZE).astype(np.float32), (0, 0), rng.uniform(2, 8))
    return photograph(rng, ground, 16.0, 0.3)


def hand(rng: np.random.Generator, studio: Studio) -> np.ndarray:
    """Draw fingers before a room, and a body."""
    ground = background(rng, studio).astype(np.float32)
    tone = int(SKINS[int(rng.integers(len(SKINS)))][1:3], 16)
    x, y = int(rng.uniform(300, 900)), int(rng.uniform(250, 500))
    cv2.ellipse(ground, (640, 720), (330, 420), 0, 0, 360, float(rng.uniform(30, 180)), -1)
    for finger in range(4):
        end = (x + int(rng.normal(120, 30)), y - 60 + 45 * finger)
        cv2.line(ground, (x - 160, y + 20 * finger), end, float(tone * rng.uniform(0.85, 1)), 42)
    return photograph(rng, cv2.GaussianBlur(ground, (0, 0), 2), 16.0, 0.3)


def document(rng: np.random.Generator, studio: Studio) -> np.ndarray:
    return studio.draw(0.35, studio.random_pose(), str(rng.choice(["TD1", "TD2", "TD3", "FRA"]))).gray


def soft_document(
    rng: np.random.Generator, studio: Studio, sigma: tuple[float, float] = (4, 6)
) -> np.ndarray:
    """Draw a document held rightly and out of focus."""
    return cv2.GaussianBlur(document(rng, studio), (0, 0), rng.uniform(*sigma))


def very_soft_document(rng: np.random.Generator, studio: Studio) -> np.ndarray:
    return soft_document(rng, studio, (8, 10))


ASIDE = frozenset({"other_side", "not_accepted"})
CARD_SIDE = frozenset({"card_side"})
NONE = frozenset({"none"})
PAPERS: Mapping[Sought, Mapping[str, Paper]] = {
    Sought.DOCUMENT: {
        "bank card": Paper(bank_card, ASIDE),
        "photo side": Paper(photo_side, frozenset({"other_side"})),
        "student card": Paper(student_card, frozenset({"not_the_card"})),
        "page of text": Paper(text_page, ASIDE),
        "phone screen": Paper(screen, ASIDE),
        "document": Paper(document, NONE),
        "document, blur 4 to 6": Paper(soft_document, frozenset({"blurred"})),
        "document, blur 8 to 10": Paper(very_soft_document, frozenset({"blurred"})),
        "room": Paper(background, NONE),
        "hand": Paper(hand, NONE),
    },
    Sought.CARD: {
        "bank card": Paper(bank_card, CARD_SIDE),
        "photo side": Paper(photo_side, CARD_SIDE),
        "document": Paper(document, CARD_SIDE),
        "page of text": Paper(text_page, CARD_SIDE),
        "phone screen": Paper(screen, CARD_SIDE),
        "student card": Paper(student_card, NONE),
        "room": Paper(background, NONE),
        "hand": Paper(hand, NONE),
    },
}


def main() -> None:
    """Draw, read and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=50)
    parser.add_argument("--save", type=Path, help="a folder for one picture of each kind")
    parser.add_argument("--card", action="store_true", help="while a student card is awaited, not a document")
    arguments = parser.parse_args()
    sought = Sought.CARD if arguments.card else Sought.DOCUMENT
    cv2.setNumThreads(1)
    rng = np.random.default_rng(arguments.seed)
    studio = Studio(rng, load_typefaces(FONTS, arguments.seed), FONTS)
    zones = MrzReader()
    print(f"| shown while a {sought} is awaited | helps | misleads | hints |\n|---|---|---|---|")
    for name, paper in PAPERS[sought].items():
        hints: Counter[str] = Counter()
        for number in range(arguments.each):
            gray = paper.draw(rng, studio)
            if arguments.save:
                cv2.imwrite(str(arguments.save / f"{name.replace(' ', '-')}-{number}.png"), gray)
            reader = FrameReader(zones, today=lambda: date(2026, 11, 25))
            reading = reader.read(Frame(cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR)), sought)
            hints[str(reading.hint.value) if reading.hint else "none"] += 1
        helps = sum(hints[hint] for hint in paper.right) / arguments.each
        misleads = 1 - helps - (0 if "none" in paper.right else hints["none"] / arguments.each)
        told = ", ".join(f"{hint} {count}" for hint, count in hints.most_common())
        print(f"| {name} | {helps:.0%} | {misleads:.0%} | {told} |", flush=True)


if __name__ == "__main__":
    main()
