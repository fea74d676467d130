"""What the camera sees and how the reading goes, on whichever screen has a camera's picture."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ui.parts.camera_panel import CameraPanel
from ui.screens.card import CardScreen
from ui.screens.document import DocumentScreen
from ui.screens.follow import FollowScreen
from ui.terminal.watching import Watcher


class Preview(QObject):
    """Passes on to the screen that is shown now; the other screens get nothing."""

    def __init__(self, watcher: Watcher, shown: Callable[[], QWidget | None], parent: QObject) -> None:
        super().__init__(parent)
        self.shown = shown
        watcher.image_came.connect(self._on_image)
        watcher.progressed.connect(self._on_progressed)

    @property
    def camera(self) -> CameraPanel | None:
        screen = self.shown()
        return screen.camera if isinstance(screen, CardScreen | DocumentScreen | FollowScreen) else None

    def forget(self) -> None:
        """Drop the picture."""
        if self.camera is not None:
            self.camera.forget()

    @Slot(QImage)
    def _on_image(self, image: QImage) -> None:
        if self.camera is not None:
            self.camera.show_image(image)

    @Slot(object, int, int)
    def _on_progressed(self, hint: str | None, found: int, wanted: int) -> None:
        if self.camera is not None:
            known = hint if hint in self.camera.banner.pages else None
            self.camera.show_reading(known, found, wanted)
