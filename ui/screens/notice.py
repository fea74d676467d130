"""How the data is used, before the camera opens: in short, and in detail (GDPR art. 13, in two layers)."""

import re
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.actions import primary, secondary
from ui.parts.arrange import column
from ui.parts.fact import fact
from ui.parts.label import Label
from ui.parts.pages import Pages
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """controller: who is responsible. contact: of the data protection officer, if known. Days: how long it is kept."""

    controller: str
    contact: str
    holder_days: int = 30
    record_days: int = 365
    is_detailed: bool = False


class NoticeScreen(Surface):
    """Emits accepted(), desk_preferred(), detail_asked(bool) and went_back()."""

    went_back = Signal()
    accepted = Signal()
    desk_preferred = Signal()
    detail_asked = Signal(bool)

    def __init__(self, stage: Stage, view: NoticeView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        self.view = view
        accept = primary(look, words("notice.accept"), "camera")
        accept.tapped.connect(self.accepted)
        desk = secondary(look, words("notice.desk_preferred"), "desk")
        desk.tapped.connect(self.desk_preferred)
        more = secondary(look, words(f"notice.{_detail_key(stage, view)}"), "info")
        more.tapped.connect(self._ask_detail)
        back = secondary(look, words("go.back"), "back")
        back.tapped.connect(self.went_back)
        blocks = _details(stage, view) if view.is_detailed else _essence(stage)
        sheet = Sheet(
            stage,
            step=0,
            question=words("notice.details" if view.is_detailed else "notice.question"),
            body=Pages(stage, blocks, is_card=True),
            main=accept,
            others=[back, more]
            if view.is_detailed and stage.is_low and look.is_large
            else [back, more, desk],
        )
        self.setLayout(column(sheet))

    def _ask_detail(self) -> None:
        self.detail_asked.emit(not self.view.is_detailed)


def _detail_key(stage: Stage, view: NoticeView) -> str:
    if view.is_detailed:
        return "less"
    return "more_short" if stage.look.is_large else "more"


def _essence(stage: Stage) -> list[QWidget]:
    return [
        *_points(stage, "eye", "read", "primary", "h2"),
        *_points(stage, "nopicture", "picture", "ok", "h2"),
        *_points(stage, "desk", "desk", "brick", "h2"),
    ]


def _details(stage: Stage, view: NoticeView) -> list[QWidget]:
    days: dict[str, Any] = {"holder_days": view.holder_days, "record_days": view.record_days}
    return [
        _responsible(stage, view),
        *_points(stage, "shield", "purpose"),
        *_points(stage, "eye", "data"),
        *_points(stage, "send", "received"),
        *_points(stage, "calendar", "long", **days),
        *_points(stage, "hand", "rights"),
        *_points(stage, "desk", "choice"),
    ]


def _responsible(stage: Stage, view: NoticeView) -> QWidget:
    words = stage.words
    key = "notice.officer_says" if view.contact else "notice.who_says"
    says = words(key, controller=view.controller, contact=view.contact)
    return fact(stage.look, "person", words("notice.who"), says, keeps_line=True)


def _points(
    stage: Stage, icon: str, key: str, tone: str = "primary", role: str = "strong", **values: object
) -> list[QWidget]:
    """Return one block; large words need one for each sentence."""
    look, words = stage.look, stage.words
    says = words(f"notice.{key}_says", **values)
    first, *more = re.split(r"(?<=[.]) (?=[A-ZÀ-Ý])", says) if look.is_large else [says]
    point = fact(look, icon, words(f"notice.{key}"), first, tone=tone, role=role, keeps_line=True)
    return [point, *(Label(look, sentence, "soft") for sentence in more)]
