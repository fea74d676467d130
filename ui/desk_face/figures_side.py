"""The page of figures: counted anew each time it is opened."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kiosk.desk.figures import Figures
from ui.desk.figures import FiguresPanel
from ui.desk_face.scene import Scene
from ui.desk_views.figures import figures_view


class FiguresSide(QObject):
    """What was counted last is shown while it is counted again."""

    def __init__(self, scene: Scene, parent: QObject) -> None:
        super().__init__(parent)
        self.scene = scene
        self.figures: Figures | None = None
        self.panel: FiguresPanel | None = None
        scene.controller.looking.counted.connect(self._on_counted)

    def build(self) -> QWidget:
        panel = self.panel = FiguresPanel(self.scene.stage())
        self._show()
        self.scene.controller.looking.count()
        return panel

    def leave(self) -> None:
        """Another page takes the place: the panel is gone."""
        self.panel = None

    def forget(self) -> None:
        self.panel = self.figures = None

    def _show(self) -> None:
        if self.panel is not None and self.figures is not None:
            self.panel.show_view(figures_view(self.scene.when(), self.figures))

    @Slot(object)
    def _on_counted(self, figures: Figures) -> None:
        self.figures = figures
        self._show()
