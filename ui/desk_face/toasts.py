"""What was just done, for some seconds, and taking it back while that is possible."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.request.request import Request, State
from ui.desk.toast import ToastPanel, ToastView
from ui.desk_face.scene import Scene
from ui.desk_views.rows import holder_name

TOAST_MS = 8_000
SAID = {
    State.WAITING: ("warn", "undone"),
    State.APPROVED: ("warn", "approved"),
    State.UNLOCKED: ("ok", "approved_done"),
    State.HANDED_OVER: ("ok", "handed_over"),
    State.FAILED: ("bad", "failed"),
    State.REFUSED: ("ok", "refused"),
    State.REDIRECTED: ("ok", "redirected"),
}


class Toasts(QObject):
    """Emits undo_asked(request), once."""

    undo_asked = Signal(object)

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self.scene = scene
        self.told: Request | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(TOAST_MS)
        self.timer.timeout.connect(self.hide)
        scene.controller.deciding.decided.connect(self._on_decided)
        scene.controller.deciding.handed_over.connect(self._on_handed_over)

    @Slot()
    def hide(self) -> None:
        self.timer.stop()
        self.told = None
        self.scene.window.show_toast(None)

    @Slot(object)
    def _on_decided(self, request: Request) -> None:
        if request.state not in SAID or self.scene.controller.staff is None:
            return
        self._say(request, *SAID[request.state])

    @Slot(object)
    def _on_handed_over(self, request: Request) -> None:
        """Say that the paper is in the printer."""
        if self.scene.controller.staff is not None:
            self._say(request, "ok", "secret")

    def _say(self, request: Request, tone: str, key: str) -> None:
        said = self.scene.words(f"desk.toast.{key}", name=holder_name(self.scene.words, request))
        can_undo = request.state is State.APPROVED
        toast = ToastPanel(self.scene.stage(), ToastView(tone, said, request.reference, can_undo=can_undo))
        toast.undo_asked.connect(self._on_undo)
        self.told = request
        self.scene.window.show_toast(toast)
        self.timer.start()

    @Slot(str)
    def _on_undo(self, _reference: str) -> None:
        if self.told is not None:
            self.undo_asked.emit(self.told)
