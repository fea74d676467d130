import gc
import threading
import weakref

import numpy as np
import pytest

from kiosk.errors import CameraAway
from kiosk.reading.frame import Frame
from ui.camera_thread import CameraThread


class FakeCamera:
    """Gives frames as fast as it is allowed to."""

    def __init__(self, frames: int, fails: bool = False) -> None:
        self.frames, self.fails = frames, fails
        self.given = 0
        self.closed = threading.Event()

    def read(self) -> Frame | None:
        if self.given == self.frames:
            if self.fails:
                raise CameraAway("unplugged")
            return None
        self.given += 1
        return Frame(np.zeros((2, 2, 3), np.uint8), self.given)

    def close(self) -> None:
        self.closed.set()


class EndlessCamera(FakeCamera):
    def __init__(self) -> None:
        super().__init__(frames=-1)


class SlowCamera(FakeCamera):
    """Takes its time for a frame: until the gate opens."""

    def __init__(self) -> None:
        super().__init__(frames=0)
        self.gate = threading.Event()

    def read(self) -> Frame | None:
        self.gate.wait()
        return super().read()


def watch(camera: FakeCamera) -> CameraThread:
    return CameraThread(lambda: camera)


def test_only_the_newest_frame_waits(qtbot):
    """Frames that nobody took in time are dropped, not piled up."""
    thread = watch(FakeCamera(5))
    with qtbot.waitSignal(thread.ended):
        thread.start()

    assert 5 == thread.take().index
    assert thread.take() is None
    thread.stop()


def test_it_knocks_once_until_the_frame_is_taken(qtbot):
    """However many frames come, one signal waits: the window isn't flooded."""
    thread = watch(FakeCamera(5))
    knocks = []
    thread.frame_came.connect(lambda: knocks.append(1))
    with qtbot.waitSignal(thread.ended):
        thread.start()

    assert [1] == knocks
    thread.stop()


def test_stopping_frees_the_device_and_forgets_the_frame(qtbot):
    """After stop there is no thread, no open camera and no picture of anyone."""
    camera = EndlessCamera()
    thread = watch(camera)
    with qtbot.waitSignal(thread.frame_came):
        thread.start()

    assert thread.stop(5)
    assert not thread.is_running
    assert camera.closed.is_set()
    assert thread.take() is None


@pytest.mark.parametrize("frames", [0, 2])
def test_a_camera_that_fails_is_handed_over_as_a_value(qtbot, frames):
    """Unplugged before or in the middle: the window is told, the thread is gone, the device free."""
    camera = FakeCamera(frames, fails=True)
    thread = watch(camera)
    with qtbot.waitSignal(thread.ended) as ended:
        thread.start()

    assert isinstance(ended.args[0], CameraAway)
    assert camera.closed.is_set()
    thread.stop()


def test_a_camera_that_does_not_open_is_handed_over_too(qtbot):
    """A device that is away is no bug."""

    def open_camera() -> FakeCamera:
        raise CameraAway("none there")

    thread = CameraThread(open_camera)
    with qtbot.waitSignal(thread.ended) as ended:
        thread.start()

    assert "none there" == str(ended.args[0])
    thread.stop()


def test_it_can_be_started_again(qtbot):
    """The next visitor's camera runs in a new thread."""
    thread = watch(EndlessCamera())
    for _ in range(2):
        with qtbot.waitSignal(thread.frame_came):
            thread.start()
        assert thread.stop(5)


def test_a_camera_that_ends_late_is_let_go(qtbot):
    """Nearly every visit leaves one that is still closing: a thousand visits must not hold a thousand."""
    camera = SlowCamera()
    thread = watch(camera)
    thread.start()
    reader, known = thread.reader, weakref.ref(thread)
    assert not thread.stop(0)
    del thread
    gc.collect()
    assert known() is not None  # its thread still needs it

    camera.gate.set()
    reader.join()
    del reader
    next_one = watch(FakeCamera(0))
    next_one.start()
    next_one.stop()
    gc.collect()
    assert known() is None
