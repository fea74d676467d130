"""Let atheris look for bytes that break the reader: python packaging/fuzz/reading.py [-max_total_time=SECONDS].

It starts from pictures, codes and zones that can be read, written to a folder of its own beside what it finds.

Needs a Python that has atheris beside what the project needs (it isn't in the lock: no wheel for every Python).
The first byte says what the rest is: a picture file, pixels, a code's text, or lines of a zone.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports(include=["kiosk"]):
    import numpy as np

    from kiosk.camera.pictures import read_picture
    from kiosk.errors import CameraAway
    from kiosk.reading.card import DEFAULT_RULES, understand_code
    from kiosk.reading.frame import Frame
    from kiosk.reading.frame_reader import FrameReader
    from kiosk.reading.mrz.parse import parse
    from kiosk.reading.mrz_ocr import MrzReader
    from kiosk.reading.opencv import cv2
    from kiosk.reading.symbology import Code, Symbology

TODAY = date(2026, 11, 23)
SIDE = 96
READER = FrameReader(MrzReader(), today=lambda: TODAY)
FOLDER = tempfile.TemporaryDirectory(prefix="mirail-kiosk-fuzz-")
PICTURE = Path(FOLDER.name) / "picture.png"
ZONES = (
    b"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
    b"I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
)


def file(data: bytes) -> None:
    """Read what may be a picture's file."""
    PICTURE.write_bytes(data)
    try:
        pixels = read_picture(PICTURE)
    except CameraAway:
        return
    READER.read(Frame(pixels[:SIDE, :SIDE]))


def pixels(data: bytes) -> None:
    """Read pixels, as many as there are bytes."""
    rows = max(1, min(SIDE, len(data) // SIDE))
    filled = np.resize(np.frombuffer(data or b"\0", np.uint8), (rows, SIDE))
    READER.read(Frame(np.kron(filled, np.ones((3, 3), np.uint8))))


def text(data: bytes) -> None:
    """Understand a code's text."""
    words = data.decode("utf-8", "replace")
    for symbology in Symbology:
        card = understand_code(Code(symbology, words, np.zeros((4, 2), np.float32)), DEFAULT_RULES)
        assert card.student_number is None or (len(card.student_number), card.student_number.isascii()) == (
            8,
            True,
        )


def zone(data: bytes) -> None:
    """Parse lines of a zone."""
    parse(data.decode("latin-1").split("\n"), today=TODAY)


TARGETS: tuple[Callable[[bytes], None], ...] = (file, pixels, text, zone)


def plant(folder: Path) -> None:
    """Write what can be read: without it nearly all bytes are refused before anything reads them."""
    noise = np.random.default_rng(3).integers(0, 256, (40, 60, 3), np.uint8)
    kinds = (".png", ".jpg", ".bmp", ".webp", ".tiff")
    seeds = [b"\0" + cv2.imencode(kind, noise)[1].tobytes() for kind in kinds]
    seeds += [b"\1" + np.repeat([0, 255, 0, 255], SIDE * 6).astype(np.uint8).tobytes()]
    seeds += [
        b"\2" + words for words in (b"22371929", b"https://esc.gg/00000000-0000-1000-8000-000000000000")
    ]
    seeds += [b"\3" + lines for lines in ZONES]
    for number, seed in enumerate(seeds):
        (folder / f"seed-{number}").write_bytes(seed)


def once(data: bytes) -> None:
    """Give the bytes to what the first one names."""
    if data:
        TARGETS[data[0] % len(TARGETS)](data[1:])


if __name__ == "__main__":
    corpus = Path(FOLDER.name) / "corpus"
    corpus.mkdir()
    plant(corpus)
    atheris.Setup([*sys.argv, str(corpus)], once)
    atheris.Fuzz()
