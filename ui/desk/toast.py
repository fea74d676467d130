"""What was just done, and taking it back while that is possible."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from ui.desk_parts.act import act
from ui.desk_parts.name_label import NameLabel
from ui.parts.arrange import Thing, across
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.surface import lift
from ui.stage import Stage

ICONS = {"ok": "check", "warn": "clock", "bad": "warning", "": "info"}


@dataclass(frozen=True, slots=True)
class ToastView:
    """reference: of the request. can_undo: it isn't carried out yet."""

    tone: str
    words: str = field(repr=False)
    reference: str = ""
    can_undo: bool = False


class ToastPanel(Card):
    """Emits undo_asked(reference), once."""

    undo_asked = Signal(str)

    def __init__(self, stage: Stage, view: ToastView) -> None:
        look = stage.look
        icon = Icon(look, ICONS[view.tone], px=28, colour=view.tone or "soft")
        said = across(icon, (NameLabel(look, view.words, "strong"), 1), gap=look.space["s"])
        things: list[Thing] = [said]
        self.undo = None
        if view.can_undo:
            self.undo = act(stage, stage.words("desk.toast.undo"), "back", "U")
            self.undo.tapped.connect(self._on_undo)
            things.append(self.undo)
        super().__init__(look, *things, tone=view.tone, pad=14, gap=12)
        self.view = view
        self.setAccessibleName(view.words)
        lift(self, look)

    def press_undo(self) -> bool:
        """Take it back by key; return whether that was possible."""
        if self.undo is None or not self.undo.isEnabled():
            return False
        self.undo.click()
        return True

    def _on_undo(self) -> None:
        if self.undo is not None:
            self.undo.set_off(True)
        self.undo_asked.emit(self.view.reference)
