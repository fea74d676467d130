"""Surfaces that the stylesheet paints: a plain one of some kind, the rule that divides, and the one shadow."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from ui.parts.shadow import Shadow
from ui.tokens import Look, Theme

PRIVATE = "private"  # a property: what is in it is personal, and not for others to hear


class Surface(QFrame):
    """A background of a kind: "window", "screen", "header", "footer", "bar", "list", "row", "key", "veil", "rule"."""

    def __init__(self, kind: str, layout: QLayout | None = None) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("kind", kind)
        if layout is not None:
            self.setLayout(layout)


def rule() -> Surface:
    """Return the thin line between two rows of a card."""
    line = Surface("rule")
    line.setFixedHeight(2)
    return line


def lift(widget: QWidget, look: Look) -> None:
    """Put a shadow under what is to be touched or taken away; none in high contrast, none over a live camera."""
    if look.theme is Theme.CONTRAST:
        return
    space = look.space
    widget.setGraphicsEffect(Shadow(widget, space["m"], space["xs"], look.radius["l"]))


def keep_private(widget: QWidget) -> QWidget:
    """Mark what is personal: it is shown, and never said aloud."""
    widget.setProperty(PRIVATE, True)
    return widget


def restyle(widget: QWidget, name: str, value: str, *, is_deep: bool = True) -> None:
    """Set a property that style.qss selects by, and have the widget painted accordingly.

    is_deep: its children as well. They are laid out anew by it, which a live picture beside them notices.
    """
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    for part in (widget, *(widget.findChildren(QWidget) if is_deep else ())):
        part.style().unpolish(part)
        part.style().polish(part)
