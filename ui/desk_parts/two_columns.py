"""Two columns where there is room, else one under the other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.parts.arrange import Thing, column, held
from ui.tokens import Look

BROAD = 43  # times the height of the words


class TwoColumns(QWidget):
    """left and right keep their order when they are stacked. shares: of the width. is_filling: as high as the place.

    broad: how wide it must be for two, in heights of the words.
    """

    def __init__(
        self,
        look: Look,
        left: list[Thing],
        right: list[Thing],
        gap: int,
        shares: tuple[int, int] = (15, 10),
        broad: int = BROAD,
        *,
        is_filling: bool = False,
    ) -> None:
        super().__init__()
        self.broad = broad * look.text["body"]
        self.lay = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.lay.setContentsMargins(0, 0, 0, 0)
        self.lay.setSpacing(gap)
        rest = [] if is_filling else [None]
        for things, share in zip((left, right), shares, strict=True):
            self.lay.addWidget(held(column(*things, *rest, gap=gap)), share)
        self.setLayout(self.lay)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = self.width() >= self.broad
        self.lay.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )
