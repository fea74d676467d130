"""Actions side by side, in as many rows as their words need: each as wide as the others where that is enough."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.desk_parts.act import Act
from ui.tokens import Look

SHARE, BROAD_SHARE = 3, 4  # of the width, for each action and for the one that matters


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
        self._arrange(len(self.taps), [SHARE] * len(self.taps))

    def minimumSizeHint(self) -> QSize:
        """Ask for one column's width only: the rows are made for the width that there is."""
        widest = max((tap.minimumSizeHint().width() for tap in self.taps), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = [tap.needed for tap in self.taps]
        if not needed:
            return
        count, room = len(needed), self.width() + self.gap
        fitting = max(min(room // (max(needed) + self.gap), count), 1)
        if fitting < count and sum(needed) + count * self.gap <= room:
            self._arrange(count, needed)
            return
        shares = [SHARE] * count
        if self.is_first_broad and fitting == count:
            shares[0] = BROAD_SHARE
        self._arrange(ceil(count / ceil(count / fitting)), shares)

    def _arrange(self, columns: int, shares: Sequence[int]) -> None:
        """Put the actions into so many columns, which share the width so."""
        for column, share in enumerate(shares):
            self.grid.setColumnStretch(column, share if column < columns else 0)
        if columns == self.columns:
            return
        self.columns = columns
        for at, tap in enumerate(self.taps):
            self.grid.removeWidget(tap)
            self.grid.addWidget(tap, at // columns, at % columns)
        self.updateGeometry()
