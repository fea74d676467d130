"""The whole story at once, where no window can be opened: a visit, its approval, and the ticket followed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.kit import Kit
from ui.counter import Counter
from ui.demonstration.cast import approver, cast_of
from ui.demonstration.prompter import Prompter
from ui.demonstration.props import Props
from ui.demonstration.setting_up import UPRIGHT, say
from ui.demonstration.story import Teller, tell_approval, tell_following, tell_visit
from ui.hall import Hall
from ui.terminal.campus import Campus


def play(make_kit: Callable[[], Kit], said: Campus, campus: Path, printed: Path, folder: Path) -> None:
    """Play through the terminal's and the desk's own windows. printed: where tickets come out. folder: for pictures."""
    props = Props()
    hall = Hall(replace(make_kit(), open_camera=props.open_camera), said)
    counter = Counter(make_kit(), said)
    hall.window.resize(*UPRIGHT)
    counter.window.resize(1600, 1000)
    counter.window.show()
    hall.window.show()
    teller = Teller(hall.face, Prompter(hall.face, props, printed), folder)
    try:
        blocked = next(
            each for each in cast_of(campus) if (each.account, each.verdict) == ("locked", "match")
        )
        tell_visit(teller, blocked)
        tell_approval(teller, counter.face, *approver(campus))
        tell_following(teller)
    finally:
        counter.close()
        hall.close()
    say(f"The end. The pictures of every step lie in {folder}.")
