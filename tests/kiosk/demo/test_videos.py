"""A card held to a camera by an unsteady hand."""

import itertools

import numpy as np
import pytest
import zxingcpp

from kiosk.demo.campus import students
from kiosk.demo.cards import draw_card
from kiosk.demo.motion import STEADY_S, UnsteadyHand
from kiosk.demo.videos import FPS, SECONDS, hold_to_camera, record
from kiosk.errors import Refused
from kiosk.reading.opencv import cv2

STUDENT = students(count=1)[0]
SEEDS = range(25)


@pytest.fixture(scope="module")
def frames():
    return list(hold_to_camera(draw_card(STUDENT), seed=3))


def is_read(frame):
    return STUDENT.card.barcode in {code.text for code in zxingcpp.read_barcodes(frame)}


def test_frames_are_those_of_a_webcam(frames):
    """1280 by 720, in colour, for as long as asked."""
    assert {(720, 1280, 3)} == {frame.shape for frame in frames}
    assert round(SECONDS * FPS) == len(frames)


def test_the_same_seed_gives_the_same_frames(frames):
    """A reader's fault can be looked at again."""
    again = hold_to_camera(draw_card(STUDENT), seed=3)

    assert all(np.array_equal(one, other) for one, other in zip(frames[:12], again, strict=False))


def test_at_first_nothing_can_be_read(frames):
    """The hand is still on its way."""
    assert not any(is_read(frame) for frame in frames[:3])


def test_the_card_is_read_while_it_is_held_still(frames):
    """The last second is what the reader waits for."""
    assert all(is_read(frame) for frame in frames[-FPS:])


def test_no_two_frames_are_identical(frames):
    """A live camera never sees the same twice, and frames that are identical count once."""
    assert all(not np.array_equal(one, other) for one, other in itertools.pairwise(frames))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_hand_is_nearly_still_for_over_a_second(seed):
    """Four pixels from one frame to the next, no more, and never none."""
    poses = [
        UnsteadyHand(seed).pose(STEADY_S + step / FPS) for step in range(round((SECONDS - STEADY_S) * FPS))
    ]
    steps = [np.hypot(b.x - a.x, b.y - a.y) for a, b in itertools.pairwise(poses)]

    assert 0 < max(steps) < 4


@pytest.mark.parametrize("seed", SEEDS)
def test_the_hand_comes_in_from_outside(seed):
    """At the beginning the middle of the card lies beyond the edge of the frame."""
    assert UnsteadyHand(seed).pose(0).x < -640


def test_a_recorded_video_can_be_read_again(frames, tmp_path):
    """Every frame that was written comes back."""
    record(frames[-6:], tmp_path / "card.avi")
    film = cv2.VideoCapture(str(tmp_path / "card.avi"))

    assert [True] * 6 + [False] == [film.read()[0] for _ in range(7)]


def test_a_video_that_cannot_be_written_is_refused(tmp_path):
    """Nobody is left with an empty folder and no word about it."""
    with pytest.raises(Refused):
        record([], tmp_path / "missing" / "card.avi")
