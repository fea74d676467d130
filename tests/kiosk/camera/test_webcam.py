import threading

import numpy as np
import pytest

from kiosk.camera.webcam import Webcam
from kiosk.errors import CameraAway
from kiosk.reading.opencv import cv2
from tests.contracts.camera import CameraContract
from tests.kiosk.camera.files import write_video


class Device:
    """A device as OpenCV shows it, that can be told to fail or to block."""

    def __init__(self, *, is_open=True, reads=(True,)):
        self.is_open = is_open
        self.reads = list(reads)
        self.let_go = threading.Event()
        self.is_released = False
        self.asked = None

    def __call__(self, *asked):
        self.asked = asked
        return self

    def isOpened(self):  # noqa: N802 - OpenCV's name
        return self.is_open

    def read(self):
        outcome = self.reads.pop(0) if self.reads else True
        if outcome == "blocks":
            self.let_go.wait(20)
        if outcome == "fails":
            raise cv2.error("driver")
        return outcome is True, np.zeros((48, 64, 3), np.uint8)

    def release(self):
        self.is_released = True


class TestWebcamAsACamera(CameraContract):
    """OpenCV takes a video file for a device, which stands in for one here."""

    @pytest.fixture
    def camera(self, tmp_path):
        with Webcam(write_video(tmp_path / "device.avi")) as camera:
            yield camera


def test_it_is_live():
    """What it shows is there now."""
    with Webcam(0, open_capture=Device()) as camera:
        assert camera.is_live


def test_the_size_that_is_asked_for_reaches_the_device():
    """1280 x 720 unless the settings say otherwise."""
    device = Device()
    with Webcam("/dev/video3", open_capture=device):
        assert ("/dev/video3", 1280, 720) == device.asked


def test_a_device_that_is_not_there_says_what_to_check():
    """The sentence is for the person at the desk."""
    with pytest.raises(CameraAway, match="plugged in"):
        Webcam("/dev/no-such-device")


def test_a_device_that_does_not_open_is_released():
    """Nothing stays behind of a camera that could not be used."""
    device = Device(is_open=False)
    with pytest.raises(CameraAway):
        Webcam(0, open_capture=device)
    assert device.is_released


@pytest.mark.parametrize("outcome", [False, "fails"])
def test_a_device_that_gives_no_picture_is_away(outcome):
    """An unplugged camera answers without a picture, or makes OpenCV fail."""
    with Webcam(0, open_capture=Device(reads=[outcome])) as camera, pytest.raises(CameraAway, match="cable"):
        camera.read()


def test_a_camera_that_went_away_does_not_come_back():
    """Whoever reads must open another."""
    with Webcam(0, open_capture=Device(reads=[False, True])) as camera:
        for _ in range(2):
            with pytest.raises(CameraAway):
                camera.read()


def test_a_read_that_blocks_is_given_up():
    """The watchdog answers in time whatever the driver does."""
    device = Device(reads=["blocks"])
    with (
        Webcam(0, timeout_s=0.2, open_capture=device) as camera,
        pytest.raises(CameraAway, match="does not answer"),
    ):
        camera.read()
    device.let_go.set()


def test_closing_releases_the_device():
    """The next program can have it at once."""
    device = Device()
    Webcam(0, open_capture=device).close()
    assert device.is_released
