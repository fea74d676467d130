"""Actions side by side, in as many rows as their words need."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.desk_parts.act import Act
from ui.tokens import Look


class ActRow(QWidget):
    """is_first_broad: the first is the one that matters."""

    def __init__(self, look: Look, taps: Sequence[Act], *, is_first_broad: bool = True) -> None:
        super().__init__()
        self.taps = list(taps)
        self.is_first_broad = is_first_broad
        self.gap, self.columns = look.space["s"], 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(self.gap)
        self.setLayout(self.grid)
        self._arrange(len(self.taps))

    def minimumSizeHint(self) -> QSize:
        """Ask for one column's width only: the rows are made for the width that there is."""
        widest = max((tap.minimumSizeHint().width() for tap in self.taps), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needs = max((tap.needed for tap in self.taps), default=1) + self.gap
        fitting = max(min((self.width() + self.gap) // needs, len(self.taps)), 1)
        self._arrange(ceil(len(self.taps) / ceil(len(self.taps) / fitting)) if self.taps else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self.columns:
            return
        self.columns = columns
        for at, tap in enumerate(self.taps):
            self.grid.removeWidget(tap)
            self.grid.addWidget(tap, at // columns, at % columns)
        for column in range(len(self.taps)):
            share = 4 if column == 0 and self.is_first_broad and columns == len(self.taps) else 3
            self.grid.setColumnStretch(column, share if column < columns else 0)
        self.updateGeometry()
