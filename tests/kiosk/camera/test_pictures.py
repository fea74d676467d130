import struct
import zlib

import numpy as np
import pytest

from kiosk.camera.pictures import Pictures
from kiosk.errors import CameraAway
from tests.contracts.camera import CameraContract
from tests.kiosk.camera.files import write_picture, write_video


def shapes(camera):
    return [frame.pixels.shape for frame in iter(camera.read, None)]


def png_that_claims(width, height):
    """A PNG of a few bytes whose header says how large it is."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


class TestPicturesAsACamera(CameraContract):
    """A video file is a camera that ends."""

    @pytest.fixture
    def camera(self, tmp_path):
        with Pictures(write_video(tmp_path / "shown.avi")) as camera:
            yield camera


def test_it_is_not_live(tmp_path):
    """Stills and videos go by other rules than a device."""
    assert not Pictures(write_picture(tmp_path / "a.png")).is_live


def test_it_ends_with_none(tmp_path):
    """After the last file there is no frame, however often one asks."""
    camera = Pictures(write_picture(tmp_path / "a.png"))
    assert [True, False, False] == [camera.read() is not None for _ in range(3)]


def test_a_folder_is_shown_in_name_order(tmp_path):
    """Pictures and videos alternate as their names do; other files are passed over."""
    write_picture(tmp_path / "b.png")
    write_video(tmp_path / "a.avi", frames=2)
    (tmp_path / "c.txt").write_text("no picture")
    camera = Pictures(tmp_path)
    names = []
    while camera.read() is not None:
        names.append(camera.path.name)
    assert ["a.avi", "a.avi", "b.png"] == names


def test_frames_count_from_zero_in_each_file(tmp_path):
    """The number is the frame's place in its own file."""
    paths = [write_video(tmp_path / name, frames=2) for name in ("a.avi", "b.avi")]
    assert [0, 1, 0, 1] == [frame.index for frame in iter(Pictures(paths).read, None)]


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.bmp", "a.webp", "a.tif"])
@pytest.mark.parametrize(
    "pixels",
    [np.full((9, 7), 90, np.uint8), np.full((9, 7, 3), 90, np.uint8), np.full((9, 7, 4), 90, np.uint8)],
    ids=["grey", "colour", "alpha"],
)
def test_a_picture_of_any_make_becomes_colour_of_eight_bits(tmp_path, name, pixels):
    """Grey, colour and transparent pictures all read alike."""
    frame = Pictures(write_picture(tmp_path / name, pixels)).read()
    assert ((9, 7, 3), np.uint8) == (frame.pixels.shape, frame.pixels.dtype)
    assert 2 >= abs(int(frame.pixels.mean()) - 90)


def test_sixteen_bits_become_eight(tmp_path):
    """A scanner's depth is reduced, its light kept."""
    frame = Pictures(write_picture(tmp_path / "a.png", np.full((9, 7), 90 << 8, np.uint16))).read()
    assert 90 == int(frame.pixels.mean())


def test_a_large_picture_is_made_smaller(tmp_path):
    """Readers get no more pixels than they can use."""
    assert [(1080, 1920, 3)] == shapes(
        Pictures(write_picture(tmp_path / "a.jpg", np.zeros((2250, 4000), np.uint8)))
    )


def test_a_path_that_is_not_there_says_so(tmp_path):
    """The sentence names the path."""
    with pytest.raises(CameraAway, match="no file or folder"):
        Pictures(tmp_path / "missing.png")


def test_an_empty_folder_says_so(tmp_path):
    """A folder without pictures is no camera."""
    with pytest.raises(CameraAway, match="no picture or video"):
        Pictures(tmp_path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.png", b""),
        ("a.jpg", b"\xff\xd8\xff\xe0 no more"),
        ("a.png", b"text"),
        ("a.avi", b"RIFF"),
        ("a.mp4", b""),
    ],
)
def test_a_file_that_holds_no_picture_is_refused(tmp_path, name, content):
    """Empty, cut off or of another kind."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CameraAway, match="can be read"):
        Pictures(tmp_path / name).read()


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (2_000_000, 2), (20_000, 6_000)])
def test_a_picture_that_claims_hostile_dimensions_is_refused(tmp_path, width, height):
    """A few bytes must not cost gigabytes."""
    (tmp_path / "a.png").write_bytes(png_that_claims(width, height))
    with pytest.raises(CameraAway, match="can be read"):
        Pictures(tmp_path / "a.png").read()


def test_a_list_of_other_files_is_no_video(tmp_path):
    """A text that names a film beside it doesn't show that film."""
    write_video(tmp_path / "other.avi")
    (tmp_path / "shown.avi").write_bytes(b"ffconcat version 1.0\nfile 'other.avi'\n")
    with pytest.raises(CameraAway, match="no video"):
        Pictures(tmp_path / "shown.avi").read()


@pytest.mark.parametrize("name", ["shown_01.avi", "shown_%02d.avi"])
def test_a_number_in_a_name_stands_for_no_series(tmp_path, name):
    """Only the file that was named is opened, and a picture is no video."""
    picture = write_picture(tmp_path / "picture.png").read_bytes()
    for each in (name, "shown_00.avi", "shown_02.avi"):
        (tmp_path / each).write_bytes(picture)
    with pytest.raises(CameraAway, match="no video"):
        Pictures(tmp_path / name).read()


@pytest.mark.parametrize("name", ["a.avi", "a.mp4", "a.mkv", "a.mov"])
def test_every_kind_of_video_is_shown(tmp_path, name):
    """Whatever the ending says that is written there."""
    assert [(48, 64, 3)] * 4 == shapes(Pictures(write_video(tmp_path / name)))


def test_reading_goes_on_after_a_file_that_is_refused(tmp_path):
    """One broken file in a folder does not hide the others."""
    (tmp_path / "a.png").write_bytes(b"broken")
    write_picture(tmp_path / "b.png")
    camera = Pictures(tmp_path)
    with pytest.raises(CameraAway):
        camera.read()
    assert camera.read() is not None


def test_nothing_comes_after_closing(tmp_path):
    """A closed camera shows no more, not even the rest of a video."""
    camera = Pictures(write_video(tmp_path / "a.avi"))
    camera.read()
    camera.close()
    assert camera.read() is None
