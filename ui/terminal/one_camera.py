"""One camera for all visits: whoever comes next waits, in their own thread, until the device is free; at its rate."""

import threading
import time
from collections.abc import Callable
from typing import Protocol

from kiosk.reading.frame import Frame

STILL_S = 1 / 15  # how long a picture without a time of its own is shown


class Camera(Protocol):
    """What is used of kiosk.camera's."""

    @property
    def is_live(self) -> bool: ...

    def read(self) -> Frame | None: ...

    def close(self) -> None: ...


class OneCamera:
    """Opens cameras, one at a time. wait(seconds): how files are kept to their rate; a device keeps its own."""

    def __init__(self, open_camera: Callable[[], Camera], wait: Callable[[float], None] = time.sleep) -> None:
        self._open, self._wait = open_camera, wait
        self._turn = threading.Lock()

    def open(self) -> "Held":
        """Wait for the device and open it. Raises CameraAway. Called in the thread that reads."""
        self._turn.acquire()
        try:
            return Held(self._open(), self._turn, self._wait)
        except BaseException:
            self._turn.release()
            raise


class Held:
    """An open camera in its turn."""

    def __init__(self, camera: Camera, turn: threading.Lock, wait: Callable[[float], None]) -> None:
        self._camera, self._turn, self._wait = camera, turn, wait
        self._last: float | None = None

    def read(self) -> Frame | None:
        """Return the next frame, files no faster than they were filmed."""
        frame = self._camera.read()
        if frame is not None and not self._camera.is_live:
            since = frame.taken_at - self._last if self._last is not None else 0.0
            self._wait(min(since, 1.0) if since > 0 else STILL_S)
            self._last = frame.taken_at
        return frame

    def close(self) -> None:
        try:
            self._camera.close()
        finally:
            self._turn.release()
