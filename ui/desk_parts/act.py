"""What one may do at the desk: a button with its key drawn on it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics

from ui.fonts import font
from ui.parts.arrange import Thing, across
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.parts.surface import Surface
from ui.parts.tap import Tap
from ui.stage import Stage

GAP = 12
_ICON = {"primary": "on_primary", "danger": "bad"}


def key_cap(stage: Stage, key: str) -> Surface:
    """Return a drawn key."""
    cap = Surface("key", across(Label(stage.look, key, "label", wrap=False), margins=(9, 2, 9, 2)))
    cap.setSizePolicy(cap.sizePolicy().Policy.Fixed, cap.sizePolicy().Policy.Fixed)
    return cap


class Act(Tap):
    """An icon, words, and the key that does the same. Words that are too long for it take two lines."""

    def __init__(self, stage: Stage, words: str, icon: str, key: str, kind: str) -> None:
        look = stage.look
        things: list[Thing] = [Icon(look, icon, colour=_ICON.get(kind, "primary"))] if icon else []
        things.append((Label(look, words, "button"), 1))
        if key:
            things.append(key_cap(stage, key))
        super().__init__(
            look,
            *things,
            kind=kind,
            name=f"{words}, {stage.words('desk.key', cap=key)}" if key else words,
            height=look.size["primary" if kind == "primary" else "secondary"],
            gap=GAP,
        )
        self.words, self.key, self.has_icon = words, key, bool(icon)

    @property
    def needed(self) -> int:
        """Return the width from which everything is on one line."""
        look = self.look
        edges = self.inside.contentsMargins()
        role = "button" if self.property("kind") == "primary" else "lead"  # as the stylesheet has it
        words = QFontMetrics(font(look.text[role], 700)).horizontalAdvance(self.words)
        icon = look.size["icon"] + GAP if self.has_icon else 0
        cap = QFontMetrics(font(look.text["label"], 600)).horizontalAdvance(self.key) + 22 + GAP
        return edges.left() + icon + words + (cap if self.key else 0) + edges.right() + 4

    def heightForWidth(self, width: int) -> int:
        edge = self.look.size["border"]  # the stylesheet's border takes its room from the layout
        needs = self.inside.totalHeightForWidth(width - 2 * edge) + 2 * edge
        return max(needs, self.minimumHeight())

    def sizeHint(self) -> QSize:
        return QSize(self.needed, max(self.heightForWidth(self.needed), self.minimumHeight()))


def act(stage: Stage, words: str, icon: str = "", key: str = "", kind: str = "secondary") -> Act:
    """Return the button. key: as it is drawn; a screen reader says it too."""
    return Act(stage, words, icon, key, kind)
