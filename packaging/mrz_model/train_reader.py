"""Train the network that reads a line: python train_reader.py --fonts DIR --output reader.pt [--teacher teacher.onnx].

Without a teacher it is the wide network that learns, which then teaches the program's.
"""

import argparse
import sys
from collections import deque
from functools import partial
from multiprocessing.queues import Queue
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from networks import make_reader, make_wide_reader
from paper import Papers
from training import Batch, Plan, be_modest, learn
from typefaces import ALPHABET, load_typefaces
from windows import BLANK, COLUMNS, IGNORED, STRIDE, Window, draw_window

from kiosk.reading.mrz_network import Network

BATCH = 64
USES = 4
LONGEST = 44
CTC_FROM = 500


def draw_batches(
    teacher: Path | None, seed: int, fonts: Path, queue: "Queue[Batch]", progress: "Synchronized[float]"
) -> None:
    """Put batches of windows into a queue for ever, harder as training goes on; each is used USES times.

    With a teacher, what it says of them goes with them.
    """
    be_modest()
    taught = Network(teacher.read_bytes(), 1) if teacher else None
    rng = np.random.default_rng(seed)
    faces, papers = load_typefaces(fonts, seed, with_others=True), Papers(rng)
    last = deque((draw_window(rng, faces, papers, 0.35) for _ in range(BATCH)), BATCH - BATCH // USES)
    while True:
        hard = min(1.2, 0.4 + progress.value * 2.5)
        fresh = [draw_window(rng, faces, papers, hard * rng.uniform(0.35, 1)) for _ in range(BATCH // USES)]
        batch = stack(fresh + [window.disturbed(rng) for window in last])
        queue.put((*batch, taught.run(batch[0])) if taught else batch)
        last.extend(fresh)


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
    """Cross-entropy at the known places of the characters, to the teacher, and later of the text as a whole (CTC)."""
    labels, texts, lengths, *taught = truth
    scores = scores[:, :, 0]
    loss = nn.functional.cross_entropy(scores, labels, ignore_index=IGNORED)
    for wanted in taught:
        loss = loss + nn.functional.cross_entropy(scores, wanted.softmax(1))
    if step < CTC_FROM:
        return loss
    steps = torch.full((len(texts),), COLUMNS // STRIDE)
    log_rows = scores.permute(2, 0, 1).log_softmax(-1)
    return loss + 0.3 * nn.functional.ctc_loss(log_rows, texts, steps, lengths, BLANK, zero_infinity=True)


def parse() -> tuple[Plan, Path | None]:
    """Read the command line: the plan and the teacher."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=12_000)
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--start-from", type=Path)
    parser.add_argument("--teacher", type=Path)
    arguments = vars(parser.parse_args())
    teacher = arguments.pop("teacher")
    return Plan(**arguments), teacher


if __name__ == "__main__":
    plan, teacher = parse()
    learn(make_reader() if teacher else make_wide_reader(), partial(draw_batches, teacher), loss_of, plan)
