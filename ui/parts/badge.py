"""A badge: an icon and a word in the tone's own colour."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy

from ui.parts.arrange import across
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.tokens import Look


class Badge(QFrame):
    """tone: "", "ok", "warn", "bad", "brick". Never only a colour: there is an icon and a word."""

    def __init__(self, look: Look, icon: str, word: str, tone: str = "", *, role: str = "label") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        px = round(look.text["label"] * 1.15)
        self.setLayout(
            across(
                Icon(look, icon, px=px, colour=tone or "soft"),
                Label(look, word, role, tone=tone, wrap=False),
                gap=look.space["xs"],
                margins=(10, 4, 12, 4),
            )
        )
