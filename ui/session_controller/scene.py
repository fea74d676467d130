"""What a page is made with: the stage, the campus, what only the screen knows, and where touches go."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import singledispatch

from PySide6.QtWidgets import QWidget

from kiosk.kit import Kit
from kiosk.session import State
from kiosk.session import events as on
from kiosk.triage.words import Door, Symptom
from ui.parts.door_facts import OfficeView
from ui.stage import Stage
from ui.terminal.campus import Campus


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """What the screen knows beside the state, until the state is another.

    page: of the pages that one state has, "" for the first. since: when the state began.
    """

    since: datetime
    page: str = ""
    symptom: Symptom | None = None
    is_urgent: bool = False
    typed: str = field(repr=False, default="")
    is_printing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """send: hands events to the session. begin: starts a visit. turn: shows the same state with another aside.

    note: keeps an aside without drawing anew.
    """

    kit: Kit = field(repr=False)
    campus: Campus = field(repr=False)
    stage: Stage = field(repr=False)
    language: str
    aside: Aside
    send: Callable[..., None]
    begin: Callable[..., None]
    turn: Callable[[Aside], None]
    note: Callable[[Aside], None]

    def office(self, door: Door) -> OfficeView:
        return self.campus.offices[door, self.language]

    def local(self, at: datetime) -> datetime:
        return self.kit.rules.calendar.local(at)

    def sends(self, *events: on.Event) -> Callable[[], None]:
        """Return a slot that sends these."""
        return lambda: self.send(*events)

    def turns(self, page: str) -> Callable[[], None]:
        """Return a slot that shows another page of the same state."""
        return lambda: self.turn(replace(self.aside, page=page))


@singledispatch
def screen_of(state: State, _scene: Scene) -> QWidget:
    """Return the screen of a state, its touches connected."""
    raise TypeError(f"no screen for {type(state).__name__}")
