import numpy as np
import pytest

from ui.images import to_qimage


def a_picture(height: int = 3, width: int = 5) -> np.ndarray:
    return np.arange(height * width * 3, dtype=np.uint8).reshape(height, width, 3)


def colour_at(image, x: int, y: int) -> tuple[int, int, int]:
    return image.pixelColor(x, y).getRgb()[:3]


@pytest.mark.parametrize("width", [1, 2, 3, 5, 8])
def test_blue_green_red_becomes_red_green_blue(width):
    """Every pixel keeps its place and its colour, whatever the width: Qt pads rows to four bytes."""
    picture = a_picture(4, width)
    image = to_qimage(picture)

    seen = [[colour_at(image, x, y) for x in range(width)] for y in range(4)]

    assert picture[:, :, ::-1].tolist() == [[list(pixel) for pixel in row] for row in seen]


def test_the_image_owns_its_pixels():
    """The camera may overwrite its buffer while the window still paints the last picture."""
    picture = a_picture()
    image = to_qimage(picture)
    before = colour_at(image, 2, 1)

    picture[:] = 0

    assert before == colour_at(image, 2, 1)


@pytest.mark.parametrize(
    "cut",
    [np.s_[1:3, 1:4], np.s_[::-1], np.s_[:, ::-1], np.s_[::2, ::2]],
    ids=["a part", "upside down", "mirrored", "every other"],
)
def test_cut_outs_are_understood(cut):
    """A part of a picture has rows that are further apart than they are long."""
    part = a_picture(6, 6)[cut]
    image = to_qimage(part)

    assert tuple(part[0, 0, ::-1]) == colour_at(image, 0, 0)
    assert tuple(part[-1, -1, ::-1]) == colour_at(image, image.width() - 1, image.height() - 1)
