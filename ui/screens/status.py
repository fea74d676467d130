"""How a request stands, to whoever shows its ticket; to whoever types a reference, only whether it is decided."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.parts.actions import primary, secondary
from ui.parts.arrange import column
from ui.parts.door_facts import OfficeView, door_facts
from ui.parts.fact import fact
from ui.parts.outcome import outcome
from ui.parts.pages import Pages
from ui.parts.sheet import Sheet
from ui.parts.surface import Surface
from ui.stage import Stage

# the icon, and the tone of the card around it
FACES = {
    "waiting": ("clock", "brick"),
    "approved": ("unlock", "ok"),
    "unlocked": ("check", "ok"),
    "handed_over": ("check", "ok"),
    "failed": ("eye", "warn"),
    "refused": ("desk", "warn"),
    "redirected": ("send", "warn"),
    "lapsed": ("calendar", "warn"),
    "decided": ("ticket", "ok"),
}

STILL_CLOSED = ("waiting", "approved", "failed")
OPEN_AGAIN = ("unlocked", "handed_over")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    """state: a word of kiosk.request.request.State, or "decided". answer_by: local time. office: where to go."""

    reference: str
    state: str
    answer_by: datetime | None = None
    office: OfficeView | None = None


class StatusScreen(Surface):
    """Emits finished() and went_back() (another ticket)."""

    finished = Signal()
    went_back = Signal()

    def __init__(self, stage: Stage, view: StatusView) -> None:
        super().__init__("screen")
        look, words = stage.look, stage.words
        done = primary(look, words("go.finish"), "check")
        done.tapped.connect(self.finished)
        other = secondary(look, words("status.other"), "ticket")
        other.tapped.connect(self.went_back)
        office = door_facts(stage, view.office, is_roomy=not stage.is_wide) if view.office else []
        sheet = Sheet(
            stage,
            question=words("status.question"),
            says=view.reference,
            is_personal=True,
            body=Pages(
                stage,
                [_answer(stage, view), *_advice(stage, view.state), *office],
                gap=look.space["s" if stage.is_wide else "m"],
            ),
            main=done,
            others=[other],
        )
        self.setLayout(column(sheet))


def _answer(stage: Stage, view: StatusView) -> QWidget:
    look, words = stage.look, stage.words
    icon, tone = FACES[view.state]
    return outcome(look, icon, tone, words(f"status.{view.state}"), _explained(stage, view))


def _advice(stage: Stage, state: str) -> list[QWidget]:
    """Return what to know while one waits, or once the account is open."""
    look, words = stage.look, stage.words
    if state in STILL_CLOSED:
        said = ("info", words("status.meanwhile"), words("ticket.meanwhile"))
    elif state in OPEN_AGAIN:
        said = ("phone", words("prevention.devices"), words("status.devices_says"))
    else:
        return []
    return [fact(look, *said, keeps_line=True, is_roomy=not stage.is_wide)]


def _explained(stage: Stage, view: StatusView) -> str:
    words = stage.words
    if view.state != "waiting":
        return words(f"status.{view.state}_says")
    if view.answer_by is None:
        return words("status.waiting_soon_says")
    return words("status.waiting_says", day=words.day(view.answer_by))
