"""A webcam, or whatever else OpenCV opens as a live device."""

import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import numpy as np

from kiosk.errors import CameraAway
from kiosk.reading.frame import Frame
from kiosk.reading.opencv import cv2
from kiosk.reading.pixels import normalise

NOT_OPENED = "The camera could not be opened. Check that it is plugged in and that no other program uses it."
NO_PICTURE = "The camera gives no picture any more. Check its cable."
BLOCKED = "The camera does not answer. Unplug it and plug it in again."

Device = int | str | Path
Answer = tuple[bool, Any]  # whether there is a picture, and the picture


class Capture(Protocol):
    """The part of cv2.VideoCapture that is used."""

    def isOpened(self) -> bool: ...  # noqa: N802 - OpenCV's name

    def read(self) -> tuple[bool, Any]: ...

    def release(self) -> None: ...


def open_device(device: Device, width: int, height: int) -> Capture:
    """Return OpenCV's capture, opened or not, with a size asked for and the shortest queue of pictures."""
    capture = cv2.VideoCapture(device if isinstance(device, int) else str(device))
    for property_, value in (
        (cv2.CAP_PROP_FRAME_WIDTH, width),
        (cv2.CAP_PROP_FRAME_HEIGHT, height),
        (cv2.CAP_PROP_BUFFERSIZE, 1),
    ):
        capture.set(property_, value)
    return capture


class Webcam:
    """A device by number or path. After CameraAway, close it and open another: it does not come back by itself.

    The device is opened, read and freed in a thread of its own, since a driver may block for ever whatever
    time-out OpenCV was told.
    """

    is_live = True

    def __init__(
        self,
        device: Device = 0,
        width: int = 1280,
        height: int = 720,
        *,
        timeout_s: float = 5.0,
        open_capture: Callable[[Device, int, int], Capture] = open_device,
    ) -> None:
        """Open the device and ask for a size, which it may not have. Raises CameraAway."""
        self._timeout_s = timeout_s
        self._index = 0
        self._asked: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        self._is_away = self._is_blocked = False
        self._thread = threading.Thread(
            target=self._serve,
            args=(lambda: open_capture(device, width, height),),
            name="webcam",
            daemon=True,
        )
        self._thread.start()
        is_open, _ = self._answer()
        if not is_open:
            self.close()
            raise CameraAway(NOT_OPENED)

    def read(self) -> Frame:
        """Return the next picture. Raises CameraAway when none comes in time, and from then on."""
        if self._is_away:
            raise CameraAway(NO_PICTURE)
        self._asked.put(True)
        is_there, pixels = self._answer()
        if not is_there or not isinstance(pixels, np.ndarray):
            self._is_away = True
            raise CameraAway(NO_PICTURE)
        frame = Frame(normalise(pixels), self._index, time.monotonic())
        self._index += 1
        return frame

    def close(self) -> None:
        """Free the device. One that blocks is left to its thread, which goes when the driver lets it."""
        self._is_away = True
        self._asked.put(False)
        if not self._is_blocked:
            self._thread.join(self._timeout_s)

    def _answer(self) -> Answer:
        """Return what the thread answers. Raises CameraAway after the time-out."""
        try:
            return self._answers.get(timeout=self._timeout_s)
        except queue.Empty as error:
            self._is_away = self._is_blocked = True
            self._asked.put(False)
            raise CameraAway(BLOCKED) from error

    def _serve(self, open_capture: Callable[[], Capture]) -> None:
        """Open, read whenever asked, and free the device."""
        try:
            capture = open_capture()
        except cv2.error:
            self._answers.put((False, None))
            return
        try:
            self._answers.put((capture.isOpened(), None))
            while self._asked.get():
                self._answers.put(picture_of(capture))
        finally:
            capture.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def picture_of(capture: Capture) -> Answer:
    """Return what a device gives, nothing if its driver makes OpenCV fail."""
    try:
        return capture.read()
    except cv2.error:
        return False, None
