"""A card: rows on a surface of one tone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from ui.parts.arrange import Thing, across, column
from ui.parts.surface import lift
from ui.tokens import Look


class Card(QFrame):
    """Rows one under the other, or side by side. tone: "", "sunken", "tint", "ok", "warn", "bad", "brick"."""

    def __init__(
        self,
        look: Look,
        *things: Thing,
        tone: str = "",
        is_across: bool = False,
        gap: int | None = None,
        pad: int | None = None,
        lifted: bool = False,
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("tone", tone)
        inside = look.size["pad"] if pad is None else pad
        lay = across if is_across else column
        between = look.space["m"] if gap is None else gap
        self.setLayout(lay(*things, gap=between, margins=(inside, inside, inside, inside)))
        if lifted:
            lift(self, look)
