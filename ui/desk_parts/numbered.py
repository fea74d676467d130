"""What to do, in order: numbers in one column, each beside the first line of its words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.parts.arrange import held
from ui.parts.label import Label
from ui.tokens import Look


def numbered(look: Look, lines: Sequence[str]) -> QWidget:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.space["s"] - 6)
    grid.setVerticalSpacing(look.space["xs"])
    grid.setColumnStretch(1, 1)
    for row, line in enumerate(lines):
        number = Label(look, f"{row + 1}.", "strong", wrap=False)
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(look, line, "body"), row, 1)
    return held(grid)
