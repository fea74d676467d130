"""Lines that a finder marked as one."""

import numpy as np
import pytest

from kiosk.reading.mrz_parting import part
from kiosk.reading.mrz_strips import TextLine
from tests.kiosk.reading.drawing import zone_frame

TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
WIDTH = 484  # of the zone: 11 pixels a character


def a_mark(*, rise=0.0, cap=24.0):
    """Where the two lines of the frame run, as one; askew from one to the other if it rises."""
    middle = 600 - 1.25 * WIDTH / 44 - 4
    return TextLine(np.array([260, middle + rise / 2]), np.array([260 + WIDTH, middle - rise / 2]), cap)


@pytest.mark.parametrize("rise", [0, 14, -14])
def test_two_lines_are_parted_however_askew_their_mark_is(rise):
    """Each comes where it stands, level, and as high as its capitals."""
    top, low = part(zone_frame(TD3, width=WIDTH), a_mark(rise=rise))

    assert top.start[1] == pytest.approx(top.end[1], abs=5)
    assert low.start[1] - top.start[1] == pytest.approx(2.5 * WIDTH / 44, abs=2)
    assert top.cap == pytest.approx(9, abs=2)


def test_three_lines_are_parted_too():
    """As on a card."""
    frame = zone_frame(TD1, width=WIDTH)
    middle = 600 - 2.5 * WIDTH / 30 - 6
    mark = TextLine(np.array([260, middle]), np.array([260 + WIDTH, middle]), 40.0)

    assert 3 == len(part(frame, mark))


@pytest.mark.parametrize("frame", [np.full((720, 1280), 120, np.uint8), zone_frame(TD3)])
def test_what_is_no_such_block_is_not_parted(frame):
    """Blank paper, and lines so large that the mark covers half of one."""
    assert [] == part(frame, a_mark(cap=10.0))


def test_lines_at_the_frames_edge_are_parted_as_well():
    """What the mark's surroundings lack is blank."""
    above, mark = np.array([0, 558]), a_mark()
    frame = np.ascontiguousarray(zone_frame(TD3, width=WIDTH)[558:])

    assert 2 == len(part(frame, TextLine(mark.start - above, mark.end - above, mark.cap)))
