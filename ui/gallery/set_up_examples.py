"""Each state of a terminal's first start that is worth looking at."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtWidgets import QWidget

from ui.gallery.example import Example, modules
from ui.gallery.frames import ticket_picture
from ui.screens.admission import AdmissionScreen, AdmissionView
from ui.screens.token import TokenScreen, TokenView
from ui.stage import Stage

UNTIL = datetime(2026, 11, 23, 10, 57)  # noqa: DTZ001  local time, as a view carries it
TOKEN = "KIOSK-SPORTS_HALL-1C899D5-LJNFUWS2LJNFUWS2LJNFUWS2LI"  # noqa: S105  an example's
LINE = "KIOSK-ASKS-" + "eyJzaWduYXR1cmUi" * 42
OTHER_NAME = "The database server's certificate names another host: correct store.address. Nothing was sent."


def _technical(make: Callable[[Stage], QWidget]) -> Example:
    return Example(make, is_idle=True, is_technical=True)


def _scanning(stage: Stage, problem: str = "") -> TokenScreen:
    screen = TokenScreen(stage, TokenView(problem))
    screen.camera.show_image(ticket_picture(modules(TOKEN)))
    return screen


def _asking(stage: Stage, problem: str = "", note: str = "") -> AdmissionScreen:
    view = AdmissionView(
        name="sports_hall",
        writer="3f9a52c1d07e44b8",
        until=stage.words.time(UNTIL),
        modules=modules(LINE),
        problem=problem,
        note=note,
    )
    return AdmissionScreen(stage, view)


SET_UP: Mapping[str, Example] = {
    "set-up": _technical(_scanning),
    "set-up-problem": _technical(lambda stage: _scanning(stage, "token_over")),
    "set-up-asking": _technical(_asking),
    "set-up-asking-problem": _technical(lambda stage: _asking(stage, "server", OTHER_NAME)),
}
