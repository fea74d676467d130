"""Reads codes from the camera, for whoever sets the terminal up."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.errors import CameraAway
from kiosk.reading.frame import Frame
from kiosk.reading.sought import Sought
from ui.background import Background
from ui.camera_thread import CameraThread
from ui.images import to_qimage
from ui.terminal.one_camera import OneCamera

if TYPE_CHECKING:
    from kiosk.reading.frame_reader import FrameReading

NOTHING_SHOWN = "The camera shows nothing: check its cable."


class Reader(Protocol):
    """What is used of a FrameReader."""

    def read(self, frame: Frame, sought: Sought) -> "FrameReading": ...


class CodeScanner(QObject):
    """image_came(QImage): for the preview. code_came(text). lost(error): the camera is away, or reading failed."""

    image_came = Signal(QImage)
    code_came = Signal(str)
    lost = Signal(object)

    def __init__(self, cameras: OneCamera, open_reader: Callable[[], Reader], parent: QObject) -> None:
        super().__init__(parent)
        self.cameras, self.open_reader = cameras, open_reader
        self.background = Background(1, self)
        self.camera: CameraThread | None = None
        self.reader: Reader | None = None
        self.is_reading = self.has_shown = False

    def open(self) -> None:
        """Open the camera, unless it is open; the window doesn't wait for it."""
        if self.camera is None:
            self.has_shown = False
            self.camera = CameraThread(self.cameras.open)
            self.camera.frame_came.connect(self._on_frame)
            self.camera.ended.connect(self._on_ended)
            self.camera.start()

    def close(self, patience_s: float = 10.0) -> bool:
        """Close the camera and wait for it. Return whether it ended in time."""
        camera, self.camera = self.camera, None
        if camera is None:
            return True
        camera.frame_came.disconnect(self._on_frame)
        camera.ended.disconnect(self._on_ended)
        return camera.stop(patience_s)

    def finish(self, patience_s: float = 10.0) -> bool:
        """Close, and wait for what is being read. Return whether all ended in time."""
        ended = self.close(patience_s)
        return self.background.close(round(patience_s * 1000)) and ended

    @Slot()
    def _on_frame(self) -> None:
        frame = self.camera.take() if self.camera is not None else None
        if frame is None:
            return
        self.has_shown = True
        self.image_came.emit(to_qimage(frame.pixels))
        if not self.is_reading:
            self.is_reading = True
            self.background.run(partial(self._read, frame), self._on_read, self._on_failed)

    def _read(self, frame: Frame) -> str:
        """Return the first code's text, "" for none. In the reading thread, which has one task at a time."""
        if self.reader is None:
            self.reader = self.open_reader()
        codes = self.reader.read(frame, Sought.CARD).codes
        return codes[0].text if codes else ""

    @Slot(object)
    def _on_read(self, text: str) -> None:
        self.is_reading = False
        if text and self.camera is not None:
            self.code_came.emit(text)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.is_reading = False
        self.lost.emit(error)

    @Slot(object)
    def _on_ended(self, error: Exception | None) -> None:
        if error is None and self.has_shown and self.camera is not None:
            self.has_shown = False
            self.camera.stop()
            self.camera.start()  # files have an end, and begin again
            return
        self.close()
        self.lost.emit(error or CameraAway(NOTHING_SHOWN))
