import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from kiosk.reading.pixels import LONGEST_SIDE, normalise, to_gray

ANY_DEPTH = st.sampled_from([np.uint8, np.uint16, np.uint32, np.int16, np.float32, np.float64, np.bool_])
ANY_SHAPE = arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=6)


@given(ANY_DEPTH.flatmap(lambda depth: arrays.arrays(depth, ANY_SHAPE)))
def test_any_array_becomes_a_picture(pixels):
    """No depth, no number of channels and no emptiness is an error."""
    colour, gray = normalise(pixels), to_gray(pixels)
    assert (np.uint8, 3, 3) == (colour.dtype, colour.ndim, colour.shape[2])
    assert (np.uint8, 2) == (gray.dtype, gray.ndim)
    assert colour.shape[:2] == gray.shape


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ((1, 1), (1, 1)),
        ((0, 5), (1, 1)),
        ((20_000, 10), (1920, 1)),
        ((10, 20_000, 4), (1, 1920)),
        ((2160, 3840, 3), (1080, 1920)),
    ],
)
def test_the_longer_side_is_bounded(shape, size):
    """Even a line of pixels keeps one row."""
    assert size == to_gray(np.zeros(shape, np.uint8)).shape
    assert max(size) <= LONGEST_SIDE


@pytest.mark.parametrize(
    "pixels",
    [
        np.full((4, 4), 51, np.uint8),
        np.full((4, 4, 2), 51, np.uint8),
        np.full((4, 4, 4), 51, np.uint8),
        np.full((4, 4, 3), 51 << 8, np.uint16),
        np.full((4, 4), 0.2, np.float32),
    ],
    ids=["grey", "grey and alpha", "alpha", "16 bits", "float"],
)
def test_the_light_is_kept(pixels):
    """A fifth of full light is 51, whatever the picture's make."""
    assert (51, 51) == (int(normalise(pixels).mean()), int(to_gray(pixels).mean()))
