"""Show documents to the reader as people do, many times: python present.py FOLDER [--count N] [--seed S].

Each presentation is drawn from the seed and its number, and read at 15 frames a second of 30 as the terminal would
while any zone is in sight. FOLDER keeps what was read, and what is there is not made again; judge.py then says what
was accepted, and when.
"""

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "mrz_model"))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import cv2
import numpy as np
from papers import TODAY, Drawer
from record import FPS, READINGS_PER_S, Reading, Record, Text
from scene import Presentation, draw_presentation

from kiosk.reading.frame import Frame
from kiosk.reading.frame_reader import FrameReader, FrameReading
from kiosk.reading.mrz_ocr import MrzReader
from kiosk.reading.sought import Sought

SETTLED_S = 0.25  # after all documents are accepted, what follows is skipped up to the last moments
LAST_S = 0.1


def present(drawer: Drawer, reader: FrameReader, seed: int, number: int) -> Record:
    """Draw a presentation and read it at the reader's pace."""
    rng = np.random.default_rng([seed, number])
    shown = draw_presentation(rng, drawer, number)
    sitting, left, settled = reader.sitting(), {each.lines for each, _ in shown.shown}, float("inf")
    readings = []
    leaving = shown.shown[-1][1].leave - LAST_S
    phase = float(rng.uniform())
    for step in range(int(shown.seconds * READINGS_PER_S)):
        now = (step + phase) / READINGS_PER_S
        taken = int(now * FPS) / FPS
        if settled < now < leaving or not shown.is_in_sight(taken):
            continue
        said = reader.read(Frame(shown.frame(taken)), Sought.DOCUMENT)
        readings.append(Reading(taken, now + 1 / READINGS_PER_S, text_of(said), said.digest))
        _, document = sitting.feed(said)
        if document is not None:
            left -= {document.document.lines}
            settled = settled if left else now + SETTLED_S
    return Record(
        shown.story,
        tuple(each.lines for each, _ in shown.shown),
        tuple(hold.start for _, hold in shown.shown),
        readable(shown),
        tuple(readings),
    )


def text_of(said: FrameReading) -> Text | None:
    """Return what a frame's zone says, as records keep it."""
    text = said.text
    return text and Text(tuple(text.lines), tuple(text.posteriors), text.repaired)


def readable(shown: Presentation) -> np.ndarray:
    """Return (documents, frames) booleans."""
    return np.array([shown.readable(frame / FPS) for frame in range(int(shown.seconds * FPS))]).T


@cache
def tools(fonts: Path, seed: int) -> tuple[Drawer, FrameReader]:
    """Return a process's own drawer and reader."""
    os.nice(10)
    cv2.setNumThreads(1)
    drawer = Drawer(np.random.default_rng(seed), fonts)
    return drawer, FrameReader(MrzReader(), today=lambda: TODAY)


def make(folder: Path, fonts: Path, seed: int, number: int) -> int:
    """Make one presentation's record unless it is there."""
    path = folder / f"{number:05d}.npz"
    if not path.exists():
        drawer, reader = tools(fonts, seed)
        drawer.reseed(np.random.default_rng([seed, number, 1]))
        present(drawer, reader, seed, number).save(path)
    return number


def main() -> None:
    """Make what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fonts", type=Path, required=True, help="a folder with cuts of OCR-B")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    plan = arguments.folder, arguments.fonts, arguments.seed
    with ProcessPoolExecutor(arguments.processes) as pool:
        waiting = [pool.submit(make, *plan, number) for number in range(arguments.count)]
        for order, done in enumerate(waiting):
            done.result()
            if (order + 1) % 50 == 0:
                print(f"{order + 1} of {arguments.count}", flush=True)


if __name__ == "__main__":
    main()
