"""The pages that examine the post: its state for administrators, its journal for whoever must prove something."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from ui.desk.report import ReportPanel, ReportView
from ui.desk_acts.acts import Failure
from ui.desk_acts.sentences import sentence
from ui.desk_face.scene import Scene
from ui.desk_parts.request_cards import SaidView
from ui.words import Words

View = Callable[[Words, Any], ReportView]


class ReportSide(QObject):
    """act: its name among the acts. ask: starts it. came: emits what it found. view: tells that in words."""

    def __init__(
        self,
        scene: Scene,
        act: str,
        ask: Callable[[], bool],
        came: SignalInstance,
        view: View,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.scene, self.act, self.ask, self.view = scene, act, ask, view
        self.panel: ReportPanel | None = None
        came.connect(self._on_came)

    def build(self) -> QWidget:
        panel = self.panel = ReportPanel(self.scene.stage(), self.view(self.scene.words, None))
        panel.again_asked.connect(self.begin)
        self.ask()
        return panel

    @Slot()
    def begin(self) -> None:
        """Examine again."""
        if self.panel is not None and self.ask():
            self.panel.show_view(self.view(self.scene.words, None))

    def press(self, what: str) -> None:
        if what == "retry" and self.panel is not None:
            self.panel.again.click()

    def take_focus(self) -> None:
        if self.panel is not None:
            self.panel.again.setFocus()

    def leave(self) -> None:
        """Another page takes the place: the panel is gone."""
        self.panel = None

    def tell(self, failure: Failure) -> bool:
        """Say on the page why nothing was found out; return False where it was another act."""
        if failure.act != self.act or self.panel is None:
            return False
        words = self.scene.words
        view = self.view(words, None)
        said = SaidView("bad", "warning", words("desk.report.failed"), sentence(failure.error, words))
        self.panel.show_view(ReportView(title=view.title, says=view.says, said=said))
        return True

    @Slot(object)
    def _on_came(self, found: object) -> None:
        if self.panel is not None:
            self.panel.show_view(self.view(self.scene.words, found))
