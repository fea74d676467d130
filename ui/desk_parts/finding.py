"""Checks in rows: each outcome as colour, icon and word, what it was about, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.parts.badge import Badge
from ui.parts.label import Label
from ui.stage import Stage

ICONS = {"ok": "check", "warn": "eye", "bad": "cross", "": "dash"}
WHY = 150  # pixels that a reason needs beside the rest; else it goes under what it is about
BETWEEN = 7  # pixels between rows


@dataclass(frozen=True, slots=True)
class FindingView:
    """tone: "ok", "warn", "bad", or "" for what nobody checked."""

    tone: str
    word: str
    what: str
    why: str


class Findings(QWidget):
    """The rows, in columns where there is room."""

    def __init__(self, stage: Stage, views: Sequence[FindingView]) -> None:
        super().__init__()
        look = stage.look
        self.cells = [
            (
                Badge(look, ICONS[view.tone], view.word, view.tone),
                Label(look, view.what, "label"),
                Label(look, view.why, "note"),
            )
            for view in views
        ]
        self.setAccessibleName(". ".join(f"{view.what}: {view.word}, {view.why}" for view in views))
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(look.space["s"])
        self.grid.setVerticalSpacing(0)
        self.setLayout(self.grid)
        for badge, _, _ in self.cells:  # one column of badges, all as wide as the widest
            badge.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.is_broad = True
        self._arrange()

    @property
    def needed(self) -> int:
        """Return the width from which a row is one line."""
        badge = max((badge.sizeHint().width() for badge, _, _ in self.cells), default=0)
        what = max((what.fontMetrics().horizontalAdvance(what.words) for _, what, _ in self.cells), default=0)
        return badge + what + 2 * self.grid.horizontalSpacing() + WHY

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_broad != (self.width() >= self.needed):
            self.is_broad = not self.is_broad
            self._arrange()

    def _arrange(self) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        for at, (badge, what, why) in enumerate(self.cells):
            for cell in (badge, what, why):
                self.grid.removeWidget(cell)
            what.setWordWrap(not self.is_broad)
            self.grid.setRowMinimumHeight(3 * at + 2, BETWEEN)
            self.grid.addWidget(badge, 3 * at, 0, 1 if self.is_broad else 2, 1, middle)
            self.grid.addWidget(what, 3 * at, 1)
            self.grid.addWidget(why, 3 * at + (not self.is_broad), 2 if self.is_broad else 1)
        self.grid.setColumnStretch(1, 0 if self.is_broad else 1)
        self.grid.setColumnStretch(2, 1 if self.is_broad else 0)
