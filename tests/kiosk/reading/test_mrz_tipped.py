import numpy as np
import pytest

from kiosk.reading.mrz_strips import TextLine
from kiosk.reading.mrz_tipped import set_straight
from kiosk.reading.opencv import cv2
from tests.kiosk.reading.drawing import zone_frame
from tests.kiosk.reading.set_lines import TD1, TD3

CORNERS = np.array([[200, 120], [1080, 120], [1080, 640], [200, 640]], np.float32)


def tipped(lines, taper):
    """Return a frame with a card whose right side is so much smaller than its left one, and the homography."""
    far = CORNERS + np.array([[0, 0], [0, 260], [0, -260], [0, 0]], np.float32) * (1 - 1 / taper)
    homography = cv2.getPerspectiveTransform(CORNERS, far)
    return cv2.warpPerspective(zone_frame(lines), homography, (1280, 720), borderValue=90), homography


def converging(gap=50.0, other=35.0):
    """Return two lines whose distance goes from one to another."""
    return [
        TextLine(np.array([300.0, 400.0 + side * gap / 2]), np.array([900.0, 400.0 + side * other / 2]), 18.0)
        for side in (-1, 1)
    ]


@pytest.mark.parametrize("lines", [TD1, TD3])
@pytest.mark.parametrize("taper", [1.6, 1.9])
def test_a_card_that_is_tipped_is_read_and_its_place_told(reader, lines, taper):
    """Its letters grow from one end to the other, as no line of one height and pitch has them."""
    frame, homography = tipped(lines, taper)
    text = reader.read(frame)

    assert text is not None
    assert lines == text.lines
    level = reader.read(zone_frame(lines))
    assert level is not None
    corners = cv2.perspectiveTransform(level.corners[None].astype(np.float32), homography)[0]
    assert np.abs(corners - text.corners).max() < 14


@pytest.mark.parametrize("swap", [False, True])
def test_lines_that_run_together_are_set_parallel(swap):
    """Whichever end is the near one."""
    lines = converging(35.0, 50.0) if swap else converging()
    straight = set_straight(np.zeros((720, 1280), np.uint8), lines)

    assert straight is not None
    top, low = straight.lines
    assert (low.start - top.start)[1] == pytest.approx((low.end - top.end)[1], abs=0.1)
    back = straight.in_frame(low)
    assert np.allclose([back.start, back.end], [lines[1].start, lines[1].end], atol=0.1)


@pytest.mark.parametrize(
    "lines",
    [converging(50, 48), converging()[:1], converging(50, -10), converging(50, 10), []],
    ids=["parallel", "one line", "crossing", "far too steep", "none"],
)
def test_lines_that_are_parallel_or_no_zones_are_left(lines):
    assert set_straight(np.zeros((720, 1280), np.uint8), lines) is None
