"""Train the network that marks a zone's lines: python train_finder.py --fonts DIR --output finder.pt."""

import argparse
import sys
from multiprocessing.queues import Queue
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

import cv2
import numpy as np
from torch import Tensor, nn, tensor

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from frames import Frame, Studio
from networks import ZoneFinder
from training import Batch, Plan, be_modest, learn
from typefaces import load_typefaces

from kiosk.reading.mrz_picture import even_out

BATCH = 12
CELL = 4
CORE = 0.6
BLANK_SHARE = 0.2
FULL_SHARE = 0.35
ASKEW_SHARE = 0.15
SMALLEST = 0.26


def draw_batches(seed: int, fonts: Path, queue: "Queue[Batch]", progress: "Synchronized[float]") -> None:
    """Put batches of half-size frames and their masks into a queue for ever."""
    be_modest()
    rng = np.random.default_rng(seed)
    studio = Studio(rng, load_typefaces(fonts, seed, with_others=True), fonts)
    last = [studio.draw(0.4, scale=0.5) for _ in range(BATCH // 2)]
    while True:
        hard = min(1.1, 0.4 + progress.value * 1.5)
        fresh = [
            studio.draw(
                hard, scale=0.5, blank=BLANK_SHARE, full=FULL_SHARE, askew=ASKEW_SHARE, smallest=SMALLEST
            )
            for _ in range(BATCH // 2)
        ]
        frames = fresh + [frame.turned() for frame in last]
        last = fresh
        pictures = [even_out(frame.gray) for frame in frames]
        queue.put((np.stack(pictures)[:, None], np.stack([mask_of(frame) for frame in frames])[:, None]))


def mask_of(frame: Frame) -> np.ndarray:
    """Return how much of each cell the core of a line covers, (H / 4, W / 4) float32."""
    rows, columns = (-(-side // 32) * 32 for side in frame.gray.shape)
    mask = np.zeros((rows, columns), np.float32)
    for top_left, top_right, low_right, low_left in frame.quads:
        edge = (1 - CORE) / 2
        core = [
            top_left + (low_left - top_left) * edge,
            top_right + (low_right - top_right) * edge,
            low_right - (low_right - top_right) * edge,
            low_left - (low_left - top_left) * edge,
        ]
        cv2.fillConvexPoly(mask, np.round(np.array(core) * 16).astype(np.int32), 1.0, shift=4)
    return cv2.resize(mask, (columns // CELL, rows // CELL), interpolation=cv2.INTER_AREA)


def loss_of(scores: Tensor, truth: list[Tensor], step: int) -> Tensor:
    """Binary cross-entropy, the few marked cells weighing more."""
    del step
    return 10 * nn.functional.binary_cross_entropy_with_logits(scores, truth[0], pos_weight=tensor(2.0))


def parse() -> Plan:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=12_000)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--seed", type=int, default=31)
    parser.add_argument("--start-from", type=Path)
    return Plan(**vars(parser.parse_args()))


if __name__ == "__main__":
    learn(ZoneFinder(), draw_batches, loss_of, parse())
