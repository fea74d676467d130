import numpy as np
import pytest

from kiosk.reading.quality import measure, motion_between, thumbnail
from kiosk.reading.region import Region
from tests.kiosk.reading.drawing import blurred, laid, page

WHOLE = Region(0, 0, 1280, 720)


def test_motion_is_measured_between_two_frames():
    """The first frame has nothing to compare with; an unmoved one differs by nothing."""
    one, other = thumbnail(laid(page())), thumbnail(laid(page(), angle=15))
    assert (0.0, 0.0) == (motion_between(None, one), motion_between(one, one))
    assert motion_between(one, other) > 7


@pytest.mark.parametrize("shape", [(1, 1), (3, 900), (900, 3)])
def test_any_size_is_measured(shape):
    """A picture of one pixel is dark."""
    assert 0 == measure(np.zeros(shape, np.uint8), None).light


def test_sharpness_falls_with_every_pixel_of_blur():
    """It is what tells a paper out of focus from one that shows its wrong side."""
    sharp = [measure(blurred(laid(page()), sigma), WHOLE).sharpness for sigma in (0.5, 1.5, 3, 6, 10)]
    assert sorted(sharp, reverse=True) == sharp


def test_a_patch_too_small_to_measure_is_taken_for_fine():
    """Nothing is asked because of eight pixels."""
    assert 1.0 == measure(laid(page()), Region(0, 0, 7, 300)).sharpness
