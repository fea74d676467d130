"""The rate of right readings against one thing that changes: pixel pitch, blur, light; and the picture of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from conditions import KINDS, Condition, Effect
from evaluate import Case, measure
from frames import Studio
from typefaces import load_typefaces

from kiosk.reading.mrz_ocr import MrzReader

WIDE = 1280
COLUMNS = {"TD1": 30, "TD2": 36, "FRA": 36, "MRVB": 36, "TD3": 44, "MRVA": 44}
READ = KINDS[:6]
PANEL = (300, 200)  # pixels of one curve's field
MARGIN = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """What changes, in which steps, and how a frame of a kind is made at one of them."""

    title: str
    steps: Sequence[float]
    made: Callable[[float, str], Condition]


def softened(sigma: float) -> Effect:
    """Return what blurs a frame by a Gaussian of this many pixels."""
    return lambda _rng, gray: cv2.GaussianBlur(gray, (0, 0), sigma) if sigma else gray


def lit(share: float) -> Effect:
    """Return what takes a frame by this share of the light, with a sensor's noise of 2 grey levels."""

    def effect(rng: np.random.Generator, gray: np.ndarray) -> np.ndarray:
        noise = rng.standard_normal(gray.shape, np.float32) * 2
        return np.clip(gray * share + noise, 0, 255).astype(np.uint8)

    return effect


SWEEPS: Mapping[str, Sweep] = {
    "pitch": Sweep(
        title="pixels a character",
        steps=(7, 8, 9, 10, 11, 12, 14, 17, 20),
        made=lambda pitch, kind: Condition(share=pitch * COLUMNS[kind] / WIDE),
    ),
    "blur": Sweep(
        title="blur, pixels (sigma, 17 a character)",
        steps=(0, 1, 2, 2.5, 3, 3.5, 4, 5),
        made=lambda sigma, kind: Condition(share=17 * COLUMNS[kind] / WIDE, effect=softened(sigma)),
    ),
    "light": Sweep(
        title="light, share of a well-lit frame",
        steps=(0.03, 0.05, 0.08, 0.12, 0.2, 0.4, 1),
        made=lambda share, kind: Condition(share=17 * COLUMNS[kind] / WIDE, effect=lit(share)),
    ),
}


def sweep(reader: MrzReader, name: str, count: int, seed: int, fonts: Path) -> list[tuple[float, float]]:
    """Return (step, share of frames read to the last character) for each step."""
    rng = np.random.default_rng([seed, len(name)])
    studio, chosen = Studio(rng, load_typefaces(fonts, seed), fonts), SWEEPS[name]
    found = []
    for step in chosen.steps:
        right = 0
        for number in range(count):
            kind = READ[number % len(READ)]
            frame = chosen.made(step, kind).draw(rng, studio, kind)
            right += measure(reader, Case("", name, frame.gray, frame.zone.lines if frame.zone else ())).exact
        found.append((float(step), right / count))
    return found


def draw_plot(curves: Mapping[str, list[tuple[float, float]]]) -> str:
    """Return an SVG with one field a curve, each step a mark with its rate in words."""
    width, height = PANEL[0] + MARGIN, PANEL[1] + 2 * MARGIN
    whole = width * len(curves) + MARGIN
    fields = "".join(
        draw_field(curve, SWEEPS[name].title, place * width)
        for place, (name, curve) in enumerate(curves.items())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{height}" font-family="sans-serif" '
        f'font-size="11"><rect width="{whole}" height="{height}" fill="#fdf8ef"/>{fields}</svg>\n'
    )


def draw_field(curve: list[tuple[float, float]], title: str, left: float) -> str:
    """Return one field: steps evenly spaced, rate from 0 at the foot to 100 % at the top."""
    x0, top = left + MARGIN, MARGIN
    places = [
        (x0 + PANEL[0] * (number + 0.5) / len(curve), top + PANEL[1] * (1 - rate))
        for number, (_, rate) in enumerate(curve)
    ]
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
    marks = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3.5" fill="#5c2d85"/>'
        f'<text x="{x:.0f}" y="{y - 8:.0f}" text-anchor="middle" fill="#2b1a40">{100 * rate:.0f}</text>'
        f'<text x="{x:.0f}" y="{top + PANEL[1] + 16}" text-anchor="middle" fill="#54436a">{step:g}</text>'
        for (x, y), (step, rate) in zip(places, curve, strict=True)
    )
    return (
        f'<rect x="{x0}" y="{top}" width="{PANEL[0]}" height="{PANEL[1]}" fill="#fff" stroke="#8f7c9e"/>'
        f'<polyline points="{line}" fill="none" stroke="#5c2d85" stroke-width="2"/>{marks}'
        f'<text x="{x0 + PANEL[0] / 2}" y="{top + PANEL[1] + 38}" text-anchor="middle" fill="#2b1a40">{title}</text>'
        f'<text x="{x0}" y="{top - 24}" fill="#54436a">% read to the last character</text>'
    )
