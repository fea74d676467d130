import numpy as np
import pytest

from kiosk.reading.shrinking import halved, shrunk


@pytest.mark.parametrize("size", [(360, 640), (403, 610), (100, 30), (720, 1280), (900, 1600), (1, 1)])
@pytest.mark.parametrize("channels", [(), (3,), (4,)])
def test_a_picture_gets_the_size_that_is_asked_for(size, channels):
    """By halves, by less than half, or larger."""
    assert (*size, *channels) == shrunk(np.zeros((720, 1280, *channels), np.uint8), *size).shape


@pytest.mark.parametrize("size", [(120, 160), (150, 200), (200, 300), (479, 639)])
def test_what_is_in_a_picture_stays_in_its_place(size):
    """Light that rises from left to right and from top to bottom rises as much in the smaller one."""
    down, across = np.mgrid[0:480, 0:640]
    picture = (down * 0.2 + across * 0.2).astype(np.uint8)
    rows, columns = size
    where_down, where_across = np.mgrid[0:rows, 0:columns]
    expected = (where_down + 0.5) * 480 / rows * 0.2 + (where_across + 0.5) * 640 / columns * 0.2

    smaller = shrunk(picture, rows, columns)

    assert np.abs(smaller - expected).max() < 1.5


def test_half_a_picture_is_the_mean_of_its_pixels():
    """A pattern of single pixels becomes grey instead of falling away."""
    checks = np.indices((40, 60)).sum(0).astype(np.uint8) % 2 * 200

    assert {100} == set(halved(checks).ravel().tolist())
