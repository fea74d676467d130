"""Rows that scroll up and down where they don't fit, and never sideways."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Follows the focus: what the keyboard reaches is never out of sight."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.inside = inside
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        for ground in (self.viewport(), inside):
            ground.setAutoFillBackground(False)
        inside.installEventFilter(self)

    def needed(self, width: int) -> int:
        """Return how high the rows are at this width."""
        inside = self.inside
        return inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._show_focus()
        return super().eventFilter(watched, event)

    def _show_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.inside.isAncestorOf(focus):
            self.ensureWidgetVisible(focus)
