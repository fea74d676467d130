"""Files made to spoil a reader: `kiosk scan` says so of each, within bounds, and goes on with the next."""

import resource
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.journeys.commands import Kiosk

MOST_MEMORY = 2 * 2**30  # of addresses; the largest picture that is allowed takes 0.7 GB for a moment
MOST_S = 60


def png_of(width: int, height: int, body: bytes = b"") -> bytes:
    """Return a PNG that claims to be this large and holds what the body says."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def encoded(suffix: str) -> bytes:
    """Return a good picture of noise."""
    noise = np.random.default_rng(3).integers(0, 256, (200, 300, 3), np.uint8)
    return cv2.imencode(suffix, noise)[1].tobytes()


def film(path: Path) -> bytes:
    """Return a good video of some frames."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 15, (320, 240))
    for light in range(12):
        writer.write(np.full((240, 320, 3), 20 * light, np.uint8))
    writer.release()
    return path.read_bytes()


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory) -> Path:
    """Return a folder of files that no camera wrote."""
    folder = tmp_path_factory.mktemp("spoiled")
    video = film(tmp_path_factory.mktemp("film") / "good.avi")
    contents = {
        "a-nothing.png": b"",
        "b-text.jpg": b"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n" * 5,
        "c-cut.png": encoded(".png")[:5000],
        "d-cut.jpg": encoded(".jpg")[:700],
        "e-claims.png": png_of(2**31 - 1, 2**31 - 1),
        "f-bomb.png": png_of(60_000, 60_000, zlib.compress(bytes(10_000_000), 9)),
        "g-zero.png": png_of(0, 0),
        "h-other.png": encoded(".jpg"),
        "i-cut.avi": video[: len(video) // 2],
        "j-header.avi": video[:200],
        "k-noise.avi": video[:400] + np.random.default_rng(4).bytes(20_000),
        "l-text.mp4": b"not a film at all" * 100,
        "m-thread.png": cv2.imencode(".png", np.zeros((10, 20_000), np.uint8))[1].tobytes(),
        "n-dot.png": cv2.imencode(".png", np.zeros((1, 1), np.uint8))[1].tobytes(),
        "o-deep.png": cv2.imencode(".png", np.full((90, 90, 4), 60_000, np.uint16))[1].tobytes(),
        "p-bomb.png": png_of(9_990, 9_990, zlib.compress(bytes(9_991 * 9_990), 9)),
        "z-last.png": encoded(".png"),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return folder


def test_spoiled_files_are_named_and_the_rest_is_read(fresh: Kiosk, spoiled: Path):
    """Exit status 1, a line for what was read, a sentence for what can't be opened, nothing made up."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "--config", str(fresh.config), "scan", "--json", str(spoiled)],
        capture_output=True,
        encoding="utf-8",
        errors="replace",  # the video library quotes the file's own bytes
        timeout=MOST_S,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY)),
    )

    assert 1 == done.returncode, done.stderr[-500:]
    assert "z-last.png" in done.stdout.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert '"valid": true' not in done.stdout
    for name in ("a-nothing", "b-text", "e-claims", "f-bomb", "g-zero", "l-text"):
        assert name in done.stderr, name


@pytest.mark.parametrize("name", ["a-nothing.png", "e-claims.png", "j-header.avi", "l-text.mp4"])
def test_a_sitting_with_a_spoiled_file_accepts_nothing(fresh: Kiosk, spoiled: Path, name: str):
    """The contract's exit status, and one sentence."""
    ended = fresh.run("scan", "--steady", str(spoiled / name))

    assert (1, "") == (ended.status, ended.out)
    assert name in ended.err
