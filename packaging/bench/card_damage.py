"""Codes that can't or can hardly be read, which must never be read wrongly; and frames without any code."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from card_drawing import LINEAR, blank_card, draw_card
from card_scenes import KINDS, SIZE, Placed, Scene, lay, place

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "mrz_model"))

from frames import desk
from lens import photograph

Damage = Callable[[np.random.Generator, np.ndarray, Placed], np.ndarray]


def on_code(
    placed: Placed, columns: tuple[float, float], rows: tuple[float, float] = (-0.3, 1.3)
) -> np.ndarray:
    """Return the (4, 2) corners of a part of a code, given in shares of its length and height."""
    unit = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    matrix = cv2.getPerspectiveTransform(unit, placed.corners.astype(np.float32))
    (first, last), (top, low) = columns, rows
    part = np.array([[[first, top], [last, top], [last, low], [first, low]]], np.float32)
    return cv2.perspectiveTransform(part, matrix)[0]


def covered(rng: np.random.Generator, scene: np.ndarray, placed: Placed) -> np.ndarray:
    """Hold a finger or a slip of paper over one end."""
    width = rng.uniform(0.05, 0.5)
    columns = (-0.3, width) if rng.random() < 0.5 else (1 - width, 1.3)
    return filled(
        scene, on_code(placed, columns), float(rng.choice([rng.uniform(10, 90), rng.uniform(200, 250)]))
    )


def scratched(rng: np.random.Generator, scene: np.ndarray, placed: Placed) -> np.ndarray:
    """Wear a stripe of the code off, from one character's width to several."""
    start, width = rng.uniform(0, 0.95), rng.uniform(0.01, 0.15)
    return filled(scene, on_code(placed, (start, start + width)), float(rng.choice([20.0, 235.0])))


def cut_off(rng: np.random.Generator, scene: np.ndarray, placed: Placed) -> np.ndarray:
    """Hold a part of the code outside the frame."""
    edge = on_code(placed, (0, rng.uniform(0.3, 0.98)))[1:3].mean(0)
    shift = np.array([[1, 0, SIZE[0] - edge[0]], [0, 1, 0]], np.float64)
    return cv2.warpAffine(scene, shift, SIZE, borderMode=cv2.BORDER_REPLICATE)


def overexposed(rng: np.random.Generator, scene: np.ndarray, placed: Placed) -> np.ndarray:
    """Let so much light in that thin bars drown."""
    del placed
    return cv2.GaussianBlur(scene, (0, 0), rng.uniform(0.8, 2.5)) * rng.uniform(1.5, 6) + rng.uniform(0, 60)


def smudged(rng: np.random.Generator, scene: np.ndarray, placed: Placed) -> np.ndarray:
    """Blur beyond what can be undone."""
    del placed
    return cv2.GaussianBlur(scene, (0, 0), rng.uniform(1.5, 5))


def filled(scene: np.ndarray, corners: np.ndarray, tone: float) -> np.ndarray:
    return cv2.fillConvexPoly(scene.copy(), np.round(corners).astype(np.int32), tone)


DAMAGES: Mapping[str, Damage] = {
    "covered": covered,
    "scratched": scratched,
    "cut off": cut_off,
    "overexposed": overexposed,
    "beyond focus": smudged,
}


def damaged_scenes(seed: int, cards: int) -> Iterator[Scene]:
    """Yield every damage of so many cards, linear codes twice as often as QR."""
    rng = np.random.default_rng([seed, 1])
    for number in range(cards):
        kind = (*KINDS, *LINEAR)[number % (len(KINDS) + len(LINEAR))]
        card = draw_card(rng, kind)
        matrix = place(rng, rng.uniform(0.4, 0.9), rng.normal(0, 10), 0.03)
        scene, placed = lay(rng, card, matrix)
        for name, damage in DAMAGES.items():
            spoiled = np.clip(damage(rng, scene, placed), 0, 255).astype(np.float32)
            gray = photograph(rng, spoiled, 13.0, 0.4)
            yield Scene(gray, name, kind, card.text, placed.pitch)


def bare_scenes(seed: int, count: int) -> Iterator[Scene]:
    """Yield frames without any code: backgrounds, every other one with a card whose code is missing, some striped."""
    rng = np.random.default_rng([seed, 2])
    for number in range(count):
        scene = desk(rng, SIZE)
        if number % 2:
            blank = replace(draw_card(rng, KINDS[0]), paper=blank_card(rng))
            scene, _ = lay(rng, blank, place(rng, rng.uniform(0.4, 0.9), rng.normal(0, 15), 0.03))
        if number % 4 == 2:
            scene = striped(rng, scene)
        yield Scene(photograph(rng, np.clip(scene, 0, 255).astype(np.float32), 13.0, 0.5), "no code")


def striped(rng: np.random.Generator, scene: np.ndarray) -> np.ndarray:
    """Hang a blind, a striped shirt or a shelf of books behind."""
    widths = rng.integers(2, 40, 700) if rng.random() < 0.5 else np.full(700, rng.integers(3, 30))
    row = np.repeat(rng.uniform(20, 230, 700) if rng.random() < 0.5 else np.tile((30.0, 210.0), 350), widths)
    x, y = np.meshgrid(np.arange(SIZE[0]), np.arange(SIZE[1]))
    angle = rng.uniform(0, np.pi)
    place_in_row = np.abs(x * np.cos(angle) + y * np.sin(angle)).astype(int) % len(row)
    return np.where(y > rng.uniform(0, 500), row[place_in_row], scene)
