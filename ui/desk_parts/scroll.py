"""Rows that scroll up and down where they don't fit, and never sideways."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.desk_parts.fading import Fading


class Scroll(QScrollArea):
    """Follows the focus: what the keyboard reaches is never out of sight. ground: the colour below the rows."""

    def __init__(self, inside: QWidget, ground: str) -> None:
        super().__init__()
        self.inside = inside
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        for part in (self.viewport(), inside):
            part.setAutoFillBackground(False)
        inside.installEventFilter(self)
        self.above = Fading(self.viewport(), ground, is_top=True)
        self.below = Fading(self.viewport(), ground, is_top=False)
        self.verticalScrollBar().valueChanged.connect(self._show_edges)
        self.verticalScrollBar().rangeChanged.connect(self._show_edges)

    def needed(self, width: int) -> int:
        """Return how high the rows are at this width."""
        inside = self.inside
        return inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_edges()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._show_focus()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        moved = super().focusNextPrevChild(is_next)
        self._show_focus()
        return moved

    def _show_focus(self) -> None:
        """Scroll until what has the focus is clear of the edges: Qt is content where it is just in sight."""
        focus = QApplication.focusWidget()
        if focus is None or not self.inside.isAncestorOf(focus):
            return
        bar, high = self.verticalScrollBar(), self.viewport().height()
        top = focus.mapTo(self.inside, QPoint(0, 0)).y()
        first, last = top - self.above.high, top + focus.height() + self.below.high - high
        bar.setValue(min(max(bar.value(), last), first))

    def _show_edges(self) -> None:
        bar = self.verticalScrollBar()
        self.above.place(goes_on=bar.value() > bar.minimum())
        self.below.place(goes_on=bar.value() < bar.maximum())
