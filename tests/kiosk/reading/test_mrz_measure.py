from itertools import product

import numpy as np
import pytest

from kiosk.reading.mrz_measure import measure
from kiosk.reading.mrz_strips import TextLine
from tests.kiosk.reading.drawing import zone_frame

LINES = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
PITCH = 760 / 44
FIRST, SECOND = 600 - 2.5 * PITCH - 7, 600 - 7


def running(*, backwards):
    """Return where the two lines of a zone run in a drawn frame, as a finder sees them: from either end."""
    lines = [TextLine(np.array([260.0, y]), np.array([1020.0, y]), 16.0) for y in (FIRST, SECOND)]
    return [line.turned() for line in reversed(lines)] if backwards else lines


@pytest.mark.parametrize(("backwards", "is_light"), list(product([False, True], repeat=2)))
def test_lines_come_upright_whichever_way_they_were_found(backwards, is_light):
    """Their strokes tell it, dark or light, so that the network reads each line once."""
    frame = zone_frame(LINES, tone=40, ink=205) if is_light else zone_frame(LINES)
    top, low = measure(frame, running(backwards=backwards))

    assert top.along[0] > 0.99
    assert low.along[0] > 0.99
    assert (top.start[1], low.start[1]) == pytest.approx((FIRST, SECOND), abs=4)


def test_lines_on_their_heads_are_turned_with_the_frame():
    """Half a turn of the frame turns what is measured in it."""
    top, low = measure(np.rot90(zone_frame(LINES), 2).copy(), turned_about(running(backwards=False)))

    assert top.along[0] < -0.99
    assert top.start[1] > low.start[1]


def turned_about(lines):
    """Return lines where half a turn of the frame puts them, but as they would run upright."""
    far = np.array([1279.0, 719.0])
    return [TextLine(far - line.end, far - line.start, line.cap) for line in reversed(lines)]
