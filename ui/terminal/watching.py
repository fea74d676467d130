"""The camera while a visitor shows something: preview of every frame, reading of the newest, away from the window."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.errors import CameraAway
from kiosk.kit import Kit
from kiosk.reading.card import CardReading
from kiosk.reading.document import DocumentReading
from kiosk.reading.frame import Frame
from kiosk.reading.sought import ENOUGH, Sought, is_read
from ui.background import Background
from ui.camera_thread import CameraThread
from ui.images import to_qimage
from ui.terminal.one_camera import OneCamera
from ui.terminal.steady_hint import SteadyHint

if TYPE_CHECKING:  # the libraries that read pixels come with the reader, when a camera opens
    from kiosk.reading.frame_reader import FrameReader, Sitting

NOTHING_SHOWN = "The camera shows nothing: check its files."


@dataclass(frozen=True, slots=True)
class Seen:
    """What one frame came to. One of card and document at most was accepted with it."""

    visit_id: str
    hint: str | None
    found: int
    card: CardReading | None
    document: DocumentReading | None


@dataclass(slots=True, eq=False)
class Watch:
    """One visit's time at the camera. The reader dies with it: it remembers a thumbnail of the last frame."""

    visit_id: str
    turn: int
    camera: CameraThread
    has_shown: bool = False
    reader: "FrameReader | None" = None
    sitting: "Sitting | None" = None

    def read(self, kit: Kit, frame: Frame, sought: Sought, turn: int) -> Seen:
        """Read a frame. In the reading thread, which has one task at a time. turn: another one is another sitting."""
        if self.reader is None:
            self.reader = kit.open_reader(1)
        if self.sitting is None or turn != self.turn:
            self.sitting, self.turn = self.reader.sitting(), turn
        reading = self.reader.read(frame, sought)
        card, document = self.sitting.feed(reading)
        return Seen(
            self.visit_id,
            reading.hint,
            1 if is_read(reading.codes, reading.document, sought) else 0,
            card.card if card else None,
            document.document if document else None,
        )


class Watcher(QObject):
    """Opens the camera for a visit and reads what it shows, until it is closed.

    image_came(QImage): for the preview. progressed(hint or None, found, wanted). seen(Seen): something was accepted.
    lost(visit_id, error): the camera is away, or reading failed.
    """

    image_came = Signal(QImage)
    progressed = Signal(object, int, int)
    seen = Signal(object)
    lost = Signal(str, object)

    def __init__(self, kit: Kit, cameras: OneCamera, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kit, self.cameras = kit, cameras
        self.background = Background(1, self)
        self.watch: Watch | None = None
        self.before: Watch | None = None  # of the same visit
        self.sought, self.turn = Sought.ANYTHING, 0
        self.hint = SteadyHint()
        self.reading_for: Watch | None = None
        self.leaving: set[CameraThread] = set()  # told to stop, still busy with a slow device

    def open(self, visit_id: str, sought: Sought, *, goes_on: bool = False) -> None:
        """Open the camera for this visit; the window doesn't wait for it.

        goes_on: what was accepted before isn't accepted again, as a ticket that nobody knows and that still lies there.
        """
        self.close()
        camera = CameraThread(self.cameras.open)
        camera.frame_came.connect(self._on_frame)
        camera.ended.connect(self._on_ended)
        self.sought, self.hint = sought, SteadyHint()
        self.watch = Watch(visit_id, self.turn, camera)
        if goes_on and self.before is not None:
            self.watch.reader, self.watch.sitting = self.before.reader, self.before.sitting
        camera.start()

    def seek(self, sought: Sought) -> None:
        """Look for something else from the next frame on: a new sitting, in which everything counts anew."""
        if sought is not self.sought:
            self.sought, self.hint = sought, SteadyHint()
            self.turn += 1  # also if nothing was read since the last change

    def close(self) -> None:
        """Close the camera and drop every frame and reading. A slow device is left to its thread."""
        if self.watch is None:
            return
        camera, self.before, self.watch = self.watch.camera, self.watch, None
        camera.frame_came.disconnect(self._on_frame)
        camera.ended.disconnect(self._on_ended)
        thread = camera.reader
        camera.stop(0)
        if thread is not None and thread.is_alive():
            camera.reader = thread
            self.leaving.add(camera)
        self.leaving = {each for each in self.leaving if each.is_running}

    def forget(self) -> None:
        """Close, and drop what a visit's readings have in common."""
        self.close()
        self.before = None

    def finish(self, patience_s: float) -> bool:
        """Close everything and wait for it, at the program's end. Return whether all ended in time."""
        self.forget()
        ended = [camera.stop(patience_s) for camera in self.leaving]
        return self.background.close(round(patience_s * 1000)) and all(ended)

    @Slot()
    def _on_frame(self) -> None:
        watch = self.watch
        frame = watch.camera.take() if watch is not None else None
        if watch is None or frame is None:
            return
        watch.has_shown = True
        self.image_came.emit(to_qimage(frame.pixels))
        if self.reading_for is None:
            self.reading_for = watch
            work = partial(watch.read, self.kit, frame, self.sought, self.turn)
            self.background.run(work, self._on_read, self._on_failed)

    @Slot(object)
    def _on_read(self, seen: object) -> None:
        read_for, self.reading_for = self.reading_for, None
        if read_for is not self.watch or not isinstance(seen, Seen):
            return
        self.progressed.emit(self.hint.feed(seen.hint), seen.found, ENOUGH)
        if seen.card is not None or seen.document is not None:
            self.seen.emit(seen)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        read_for, self.reading_for = self.reading_for, None
        if read_for is not None and read_for is self.watch:
            self.lost.emit(read_for.visit_id, error)

    @Slot(object)
    def _on_ended(self, error: Exception | None) -> None:
        watch = self.watch
        if watch is None or self.sender() is not watch.camera:  # a signal of a camera that was left meanwhile
            return
        if error is not None or not watch.has_shown:
            self.lost.emit(watch.visit_id, error or CameraAway(NOTHING_SHOWN))
            return
        watch.has_shown = False
        watch.camera.stop()
        watch.camera.start()  # files have an end, and begin again
