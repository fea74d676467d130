import numpy as np
import pytest

from kiosk.reading.mrz_picture import BOX, CLOSEST, even_out, look_closer, make_small, with_shade_opened


@pytest.mark.parametrize("light", [0.1, 1.0])
def test_a_picture_evened_out_has_mean_0_and_contrast_1_wherever_one_looks(light):
    """As the definition says it, pixel by pixel, in a frame that is bright on one side and has print on the other."""
    rng = np.random.default_rng(4)
    picture = np.linspace(70, 150, 160)[None] + rng.normal(0, 1, (96, 160))
    picture[:, 80:] += 40 * rng.integers(0, 2, (96, 80))
    gray = (picture.clip(0, 255) * light).astype(np.uint8)

    even = even_out(gray)

    margin = BOX  # nearer to the edges it is a matter of what is taken to lie beyond them
    for row in range(margin, 96 - margin, 7):
        for column in range(margin, 160 - margin, 7):
            assert naive(gray, row, column) == pytest.approx(even[row, column], abs=0.06)


def naive(gray, row, column):
    """The definition: difference from the mean of the box around, by the deviation of such differences in it."""
    half = BOX // 2

    def box(picture, y, x):
        return picture[y - half : y + half + 1, x - half : x + half + 1]

    around = range(-half, half + 1)
    bumps = np.array(
        [
            [float(gray[row + y, column + x]) - box(gray, row + y, column + x).mean() for x in around]
            for y in around
        ]
    )
    return bumps[half, half] / (np.sqrt((bumps**2).mean()) + 6)


@pytest.mark.parametrize(
    ("shape", "padded"),
    [((33, 64), (64, 64)), ((360, 640), (384, 640)), ((40, 41), (64, 64)), ((1, 640), (32, 640))],
)
def test_it_is_padded_to_what_the_network_takes(shape, padded):
    """With what an even surface has: nothing."""
    even = even_out(np.full(shape, 90, np.uint8))

    assert padded == even.shape
    assert np.abs(even).max() < 1e-5


def test_print_in_the_shade_of_a_document_before_a_window_is_brought_out():
    """It has a sixth of the steps that it would have in the light."""
    picture = np.full((90, 160), 245, np.uint8)
    picture[20:80, 30:130] = np.where(np.arange(100) % 4 < 2, 35, 7)

    opened = with_shade_opened(picture)[20:80, 30:130]

    assert np.ptp(opened) > 60


@pytest.mark.parametrize("shares", [(0.0, 1.0), (0.1, 0.9), (0.9, 0.1)])
def test_a_picture_of_little_shade_or_little_light_is_left_as_it_is(shares):
    """A dim one, an even one, one with a dark edge: contrast is evened out anyway."""
    picture = np.full((90, 160), 245, np.uint8)
    picture[:, : round(160 * shares[0])] = 20

    assert with_shade_opened(picture) is picture


@pytest.mark.parametrize(
    ("first", "last"),
    [((200, 100), (300, 120)), ((0, 0), (30, 200)), ((500, 280), (512, 288)), ((0, 0), (512, 288))],
)
def test_what_is_looked_at_closely_is_larger_and_in_its_place(first, last):
    """All of it is there, somewhat more around it, and nothing beyond the frame."""
    gray = np.add.outer(np.arange(720), np.arange(1280)).astype(np.uint8)
    small, corners = make_small(gray), np.array([first, last])

    closer = look_closer(gray, small, *corners)

    size = np.array(closer.gray.shape[::-1])
    inside = closer.in_small(small.in_frame(corners))
    assert small.zoom < closer.zoom <= CLOSEST * small.zoom
    assert (inside > -0.01).all()
    assert (inside < size + 0.6).all()
    assert (closer.in_frame(size) < np.array([1280, 720]) + 1).all()
    assert closer.in_frame(closer.in_small(corners)) == pytest.approx(corners)


@pytest.mark.parametrize("shape", [(40, 40), (49, 58), (67, 79), (40, 2600), (720, 1280)])
def test_a_dot_anywhere_in_a_mask_may_be_looked_at_closely(shape):
    """Also in what was added to make the picture's sides multiples of 32: it is never nothing, nor large."""
    gray = np.full(shape, 90, np.uint8)
    small = make_small(gray)
    rows, columns = even_out(small.gray).shape

    for dot in np.array([(0, 0), (columns - 4, 0), (0, rows - 4), (columns - 4, rows - 4)]):
        closer = look_closer(gray, small, dot, dot + 4)

        assert 0 < min(closer.gray.shape)
        assert closer.gray.size <= 640 * 360 + 640
