"""Files that were cut or changed anywhere: a picture of bounded size, or CameraAway; never anything else."""

from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.camera.pictures import Pictures
from kiosk.errors import CameraAway
from kiosk.reading.opencv import cv2
from kiosk.reading.pixels import LONGEST_SIDE
from tests.kiosk.camera.files import write_picture, write_video

pytestmark = pytest.mark.fuzz

ENDINGS = (".png", ".jpg", ".bmp", ".webp", ".tiff", ".avi", ".mp4", ".mkv")
HEAD = 300  # bytes; most sizes stand there
MOST_FRAMES = 500  # of a video of four

changes = some.lists(
    some.tuples(some.one_of(some.integers(0, HEAD), some.integers(0, 20_000)), some.integers(0, 255)),
    max_size=8,
)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Return a folder, and the bytes of a good file of each kind."""
    folder = tmp_path_factory.mktemp("damaged")
    noise = np.random.default_rng(3).integers(0, 256, (60, 80, 3), np.uint8)
    good = {}
    for ending in ENDINGS:
        path = folder / f"good{ending}"
        good[ending] = (
            write_video(path) if ending in {".avi", ".mp4", ".mkv"} else write_picture(path, noise)
        ).read_bytes()
    return folder, good


@given(ending=some.sampled_from(ENDINGS), changed=changes, kept=some.floats(0, 1))
def test_a_damaged_file_is_read_or_refused(files, ending, changed, kept):
    """Cut at any place, any bytes changed: no other error, and no video without end."""
    folder, good = files
    content = bytearray(good[ending])
    for place, value in changed:
        content[place % len(content)] = value
    path = folder / f"damaged{ending}"
    path.write_bytes(content[: max(1, round(len(content) * kept))])

    try:
        shown = [frame.pixels for frame in islice(iter(Pictures(path).read, None), MOST_FRAMES)]
    except CameraAway:
        return
    assert len(shown) < MOST_FRAMES
    assert all(LONGEST_SIDE >= max(pixels.shape) and np.uint8 == pixels.dtype for pixels in shown)


@pytest.mark.parametrize("side", [3000, 9000, 23_000])
def test_a_video_whose_pictures_grow_keeps_its_size_or_ends(tmp_path, side):
    """The header says 64 pixels, the second picture says thousands."""
    film = write_video(tmp_path / "good.avi").read_bytes()
    large = cv2.imencode(".jpg", np.zeros((side, side), np.uint8))[1].tobytes()
    second = film.index(b"00dc", film.index(b"00dc", film.index(b"movi")) + 4)
    after = second + 8 + int.from_bytes(film[second + 4 : second + 8], "little")
    grown = film[:second] + b"00dc" + len(large).to_bytes(4, "little") + large + film[after:]
    (tmp_path / "grown.avi").write_bytes(grown)

    shown = [frame.pixels.shape for frame in iter(Pictures(tmp_path / "grown.avi").read, None)]

    assert 1 <= len(shown) <= 4
    assert {(48, 64, 3)} == set(shown)
