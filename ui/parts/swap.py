"""Widgets in one place, of which one is shown: as high as the highest, so that nothing around them ever moves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.parts.pages import needed_height

CHANGING = (QEvent.Type.StyleChange, QEvent.Type.FontChange)  # what makes the same words higher or lower


class Swap(QWidget):
    """Shows the first until another is asked for. What the widgets say stays as it was when they were given.

    Not a QStackedLayout: that one lays the whole window out anew at each change, 60 ms in which a preview stands still.
    """

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self.widgets = list(widgets)
        self.heights: dict[int, int] = {}  # by width
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in self.widgets:
            widget.setParent(self)
        self.show_only(self.widgets[0])

    def show_only(self, shown: QWidget) -> None:
        """Show one of the widgets instead of the one before."""
        for widget in self.widgets:
            widget.setVisible(widget is shown)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self.heights:
            self.heights[width] = max(needed_height(widget, width) for widget in self.widgets)
        return self.heights[width]

    def sizeHint(self) -> QSize:
        width = max(max(widget.sizeHint().width(), widget.minimumWidth()) for widget in self.widgets)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = max(max(widget.minimumSizeHint().width(), widget.minimumWidth()) for widget in self.widgets)
        return QSize(width, 0)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        for widget in self.widgets:
            widget.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in CHANGING:
            self.heights.clear()
        super().changeEvent(event)
