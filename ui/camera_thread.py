"""The camera in one plain thread, with a mailbox that holds the newest frame only.

A plain thread, because a QThread that is still alive when it is destroyed aborts the process; one slot, because
frames that pile up fill the memory.
"""

import threading
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from kiosk.errors import CameraAway
from kiosk.reading.frame import Frame


class OpenCamera(Protocol):
    """What is asked of a camera: kiosk.camera's are such."""

    def read(self) -> Frame | None: ...

    def close(self) -> None: ...


class CameraThread(QObject):
    """Reads a camera until it is told to stop.

    frame_came: a frame lies in the mailbox; emitted once until it is taken, however many follow.
    ended: no more frames; carries the CameraAway, or None at the end of files.
    """

    frame_came = Signal()
    ended = Signal(object)

    def __init__(self, open_camera: Callable[[], OpenCamera], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.open_camera = open_camera
        self.slot: Frame | None = None
        self.lock = threading.Lock()
        self.told_to_stop = threading.Event()
        self.reader: threading.Thread | None = None

    @property
    def is_running(self) -> bool:
        return self.reader is not None and self.reader.is_alive()

    def start(self) -> None:
        """Open the camera, in the thread: a device may need seconds for it."""
        if self.reader is not None:
            return
        self.told_to_stop.clear()
        self.reader = threading.Thread(target=self._run, name="camera", daemon=True)
        self.reader.start()

    def take(self) -> Frame | None:
        """Return the newest frame and empty the mailbox; None when it is empty."""
        with self.lock:
            frame, self.slot = self.slot, None
        return frame

    def stop(self, patience_s: float | None = None) -> bool:
        """Stop, wait until the device is free, forget the last frame. Return False when the camera hangs."""
        self.told_to_stop.set()
        thread, self.reader = self.reader, None
        if thread is not None:
            thread.join(patience_s)
        self.take()
        return thread is None or not _hangs(thread, self)

    def _run(self) -> None:
        stop = self.told_to_stop
        error = None
        try:
            self._read_until(stop)
        except CameraAway as away:
            error = away
        if not stop.is_set():
            self.ended.emit(error)

    def _read_until(self, stop: threading.Event) -> None:
        camera = self.open_camera()
        try:
            while not stop.is_set():
                frame = camera.read()
                if frame is None:
                    return
                self._put(frame, stop)
        finally:
            camera.close()

    def _put(self, frame: Frame, stop: threading.Event) -> None:
        with self.lock:
            was_empty = self.slot is None
            if not stop.is_set():
                self.slot = frame
        if was_empty and not stop.is_set():
            self.frame_came.emit()


# What a hanging thread still holds must not die with it: an object of Qt's that is destroyed in another thread may
# stop the window (see background.py). It is let go of when the next one is stopped.
_HANGING: list[tuple[threading.Thread, CameraThread]] = []


def _hangs(thread: threading.Thread, camera: CameraThread) -> bool:
    """Return whether a thread that was told to stop goes on, and hold its camera if so."""
    _HANGING[:] = [each for each in _HANGING if each[0].is_alive()]
    if not thread.is_alive():
        return False
    _HANGING.append((thread, camera))
    return True
