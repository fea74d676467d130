"""What staff are told without being asked anything: a part is away, another desk was quicker, a terminal calls."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal

from ui.desk_parts.act import act
from ui.parts.arrange import Thing, column
from ui.parts.card import Card
from ui.parts.icon import Icon
from ui.parts.label import Label
from ui.stage import Stage

ICONS = {"warn": "warning", "bad": "warning", "ok": "check", "brick": "bell", "": "info"}


@dataclass(frozen=True, slots=True)
class NoticeView:
    """code: what it is about, so that it can be taken away. is_lasting: it goes when it is over, not by hand.

    act: what can be done about it, "" for nothing; key: what does the same.
    """

    code: str
    tone: str
    title: str
    says: str = field(repr=False, default="")
    is_lasting: bool = False
    act: str = ""
    key: str = ""


class NoticePanel(Card):
    """Emits dismissed(code) where it can be closed by hand, act_asked(code), once, where something can be done."""

    dismissed = Signal(str)
    act_asked = Signal(str)

    def __init__(self, stage: Stage, view: NoticeView) -> None:
        look = stage.look
        icon = Icon(look, ICONS[view.tone], px=32, colour=view.tone or "soft")
        lines: list[Thing] = [Label(look, view.title, "strong", tone=view.tone)]
        if view.says:
            lines.append(Label(look, view.says, "body"))
        things: list[Thing] = [icon, (column(*lines, gap=0), 1)]
        if view.act:
            self.act_tap = act(stage, view.act, "", view.key)
            self.act_tap.take_no_more_room()
            self.act_tap.tapped.connect(self._on_act)
            things.append(self.act_tap)
        if not view.is_lasting:
            self.close_tap = act(stage, stage.words("desk.close"), "", stage.words("desk.help.escape"))
            self.close_tap.take_no_more_room()
            self.close_tap.tapped.connect(self._on_close)
            things.append(self.close_tap)
        super().__init__(look, *things, tone=view.tone, is_across=True, pad=12, gap=look.space["s"])
        self.view = view
        self.setAccessibleName(f"{view.title}. {view.says}" if view.says else view.title)

    def _on_act(self) -> None:
        self.act_tap.set_off(True)
        self.act_asked.emit(self.view.code)

    def _on_close(self) -> None:
        self.dismissed.emit(self.view.code)
