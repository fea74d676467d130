"""Train the network that reads a line: python train_reader.py --fonts DIR --output reader.pt."""

import argparse
import sys
from multiprocessing.queues import Queue
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from networks import LineReader
from paper import Papers
from training import Batch, Plan, be_modest, learn
from typefaces import ALPHABET, load_typefaces
from windows import BLANK, COLUMNS, IGNORED, STRIDE, Window, draw_window

BATCH = 64
LONGEST = 44
CTC_FROM = 500


def draw_batches(seed: int, fonts: Path, queue: "Queue[Batch]", progress: "Synchronized[float]") -> None:
    """Put batches of windows into a queue for ever, harder as training goes on; each window is used twice."""
    be_modest()
    rng = np.random.default_rng(seed)
    faces, papers = load_typefaces(fonts, seed, with_others=True), Papers(rng)
    last = [draw_window(rng, faces, papers, 0.35) for _ in range(BATCH // 2)]
    while True:
        hard = min(1.2, 0.4 + progress.value * 2.5)
        fresh = [draw_window(rng, faces, papers, hard * rng.uniform(0.35, 1)) for _ in range(BATCH // 2)]
        queue.put(stack(fresh + [window.disturbed(rng) for window in last]))
        last = fresh


def stack(windows: list[Window]) -> Batch:
    """Return pixels (N, 1, 24, 256), labels (N, 64), texts (N, 44) and their lengths (N,)."""
    pixels = np.stack([window.pixels for window in windows])[:, None]
    labels = np.stack([window.labels for window in windows])
    texts = np.zeros((len(windows), LONGEST), np.int64)
    lengths = np.array([len(window.text) for window in windows])
    for row, window in zip(texts, windows, strict=True):
        row[: len(window.text)] = [ALPHABET.index(letter) for letter in window.text]
    return pixels, labels, texts, lengths


def loss_of(scores: Tensor, truth: list[Tensor], step: int) -> Tensor:
    """Cross-entropy at the known places of the characters, later also of the text as a whole (CTC)."""
    labels, texts, lengths = truth
    scores = scores[:, :, 0]
    loss = nn.functional.cross_entropy(scores, labels, ignore_index=IGNORED)
    if step < CTC_FROM:
        return loss
    steps = torch.full((len(texts),), COLUMNS // STRIDE)
    log_rows = scores.permute(2, 0, 1).log_softmax(-1)
    return loss + 0.3 * nn.functional.ctc_loss(log_rows, texts, steps, lengths, BLANK, zero_infinity=True)


def parse() -> Plan:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=12_000)
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--start-from", type=Path)
    return Plan(**vars(parser.parse_args()))


if __name__ == "__main__":
    learn(LineReader(), draw_batches, loss_of, parse())
