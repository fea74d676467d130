"""Each state of the page of the terminals that is worth looking at."""

from collections.abc import Callable, Mapping

from ui.desk.help import HelpDialog, HelpView
from ui.desk_acts.fleet import Terminals
from ui.desk_gallery import fleet, views
from ui.desk_gallery.counter import Counter


def _terminals(desk: Counter, seen: Terminals | None = fleet.FLEET, name: str = "hall_2") -> None:
    desk.show_desk(views.bar(desk.stage.words, "terminals"), views.person(desk.stage.words))
    desk.show_page_of(fleet.page(desk.stage, views.when(desk.stage.words), seen, name))


def _token(desk: Counter) -> None:
    _terminals(desk, name="sports_hall")
    desk.ask(fleet.token(desk.stage, views.when(desk.stage.words)))


def _new_terminal(desk: Counter) -> None:
    _terminals(desk)
    desk.ask(fleet.new(desk.stage, desk.stage.words))


def _admit(desk: Counter) -> None:
    _terminals(desk, name="sports_hall")
    desk.ask(fleet.admit(desk.stage))


def _revoke(desk: Counter) -> None:
    _terminals(desk, name="library_1")
    desk.ask(fleet.revoke(desk.stage, desk.stage.words))


def _help_of_admin(desk: Counter) -> None:
    _terminals(desk)
    desk.ask(HelpDialog(desk.stage, HelpView(theme=desk.stage.look.theme, pages=("health", "terminals"))))


FLEET_EXAMPLES: Mapping[str, Callable[[Counter], None]] = {
    "terminals": _terminals,
    "terminals-silent": lambda desk: _terminals(desk, name="library_1"),
    "terminals-out-of-order": lambda desk: _terminals(desk, name="law_school"),
    "terminals-awaited": lambda desk: _terminals(desk, name="sports_hall"),
    "terminals-none": lambda desk: _terminals(desk, Terminals(), ""),
    "terminals-alone": lambda desk: _terminals(desk, Terminals(is_shared=False), ""),
    "terminal-new": _new_terminal,
    "terminal-token": _token,
    "terminal-admit": _admit,
    "terminal-revoke": _revoke,
    "help-admin": _help_of_admin,
}
