"""The way in: who opens the desk, or opens it again after it was locked."""

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.errors import Refused
from ui.desk.sign_in import SignInPanel, SignInView
from ui.desk_acts.sentences import sentence
from ui.desk_face.scene import Scene


class Entrance(QObject):
    """Emits language_chosen(code). locked_by: whose desk is locked, "" at a change of user."""

    language_chosen = Signal(str)

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self.scene = scene
        self.locked_by = ""
        self.panel: SignInPanel | None = None

    def show(self, error: str = "") -> None:
        """Ask who it is, and show nothing else; what was typed as a login stays."""
        before = self.panel.login.text() if self.panel is not None and not self.locked_by else ""
        panel = self.panel = SignInPanel(self.scene.stage(), self._view(error))
        if before:
            panel.login.setText(before)
        panel.sign_in_asked.connect(self._on_asked)
        panel.other_asked.connect(self._on_other)
        panel.language_chosen.connect(self.language_chosen)
        self.scene.window.show_alone(panel)
        panel.take_focus()

    def tell(self, error: Exception) -> None:
        """Say why nobody was let in; who unlocks typed a password only."""
        words = self.scene.words
        said = sentence(error, words)
        if self.locked_by and isinstance(error, Refused) and "sign_in_failed" in error.reasons:
            said = words("desk.sign_in.locked_failed", login=self.locked_by)
        if self.panel is not None:
            self.panel.show_view(self._view(said))
            self.panel.take_focus()

    def leave(self) -> None:
        """Someone came in."""
        self.locked_by, self.panel = "", None

    def _view(self, error: str = "", *, is_busy: bool = False) -> SignInView:
        scene = self.scene
        return SignInView(
            place=scene.place.get(scene.language, ""),
            locked_by=self.locked_by,
            error=error,
            is_busy=is_busy,
            languages=tuple(scene.languages),
        )

    @Slot(str, str)
    def _on_asked(self, login: str, password: str) -> None:
        if self.scene.controller.desk.sign_in(login, password) and self.panel is not None:
            self.panel.show_view(self._view(is_busy=True))

    @Slot()
    def _on_other(self) -> None:
        self.locked_by, self.panel = "", None
        self.show()
