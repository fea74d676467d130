"""The terminal's window over a visit: every state has a screen, in every language and shape, and loses nothing."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.kiosk.session.given_visit import WAYS
from tests.ui.hall import Hall
from ui.tokens import Theme


@pytest.fixture
def hall(qtbot, tmp_path):
    made = Hall(qtbot, tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("name", [name for name in WAYS if name not in ("Submitting", "LookingUp")])
def test_another_language_never_loses_the_visit(hall, name):
    """In every state: the same screen, in the other language."""
    hall.controller.send(*WAYS[name])
    shown = hall.shown
    hall.touch("language.en")

    assert (shown, "en") == (hall.shown, hall.face.language)
    assert hall.tap("footer.staff")


@pytest.mark.parametrize("name", WAYS)
def test_every_state_has_a_wide_screen_too(hall, name):
    """Turning the window draws it anew, and the visit goes on."""
    hall.controller.send(*WAYS[name])
    state = hall.state
    with hall.qtbot.waitSignal(hall.face.drawn):
        hall.window.resize(1920, 1080)

    assert hall.window.stage.is_wide
    assert state == hall.state or name in ("Submitting", "LookingUp")


def test_what_was_typed_survives_another_language(hall):
    """The digits stay."""
    hall.controller.send(*WAYS["TypingNumber"])
    hall.touch("2", "1", "language.en")

    assert "21" == hall.face.screen.digits


def test_urgent_survives_another_language(hall):
    """So does the tick."""
    hall.controller.send(*WAYS["Choosing"])
    hall.touch("motive.urgent", "language.en")

    assert hall.face.screen.urgent.is_on


def test_help_covers_the_screen_and_leaves_it_as_it_was(hall):
    """Large words, other colours and no motion take hold at once, and help stays open."""
    hall.controller.send(*WAYS["Notice"])
    hall.touch("header.help", "help.dark", "help.less_motion")
    assert "ComfortScreen" == hall.shown
    hall.touch("help.close")

    assert "NoticeScreen" == hall.shown
    assert (Theme.DARK, False) == (hall.window.stage.look.theme, hall.window.stage.look.is_moving)


def test_help_survives_another_language(hall):
    """It is read in the other one."""
    hall.touch("header.help", "language.en")

    assert ("ComfortScreen", "en") == (hall.shown, hall.face.language)


def test_calling_staff_says_where_they_are(hall):
    """And leads back to the visit."""
    hall.controller.send(*WAYS["Reviewing"])
    hall.touch("footer.staff")
    assert "StaffCallScreen" == hall.shown
    hall.touch("staff_call.close")

    assert "ReviewScreen" == hall.shown


def test_staff_may_be_called_when_nobody_is_there(hall):
    """From the first screen, too."""
    hall.touch("footer.staff")

    assert "StaffCallScreen" == hall.shown


def test_the_review_shows_no_whole_name_and_no_whole_number(hall):
    """Others stand behind."""
    hall.controller.send(*WAYS["Reviewing"])
    said = " ".join(each.accessibleName() for each in hall.window.findChildren(QWidget))

    assert not any(word in said for word in ("DUPOND", "AMELIE", "21900017"))


def test_a_window_that_shows_the_same_state_again_is_not_drawn_anew(hall):
    """A screen that is being touched stays where it is."""
    screen = hall.face.screen
    hall.face.draw()

    assert screen is hall.face.screen


def test_closing_ends_the_camera_and_every_timer(qtbot, tmp_path):
    """In the middle of a visit."""
    hall = Hall(qtbot, tmp_path)
    hall.controller.send(*WAYS["ShowingCard"])
    qtbot.waitUntil(lambda: hall.hand.is_open)
    hall.close()

    timers = [
        hall.face.clock.timer,
        hall.controller.soundness.retry,
        hall.controller.idle.quiet,
        hall.controller.idle.second,
    ]
    assert not any(timer.isActive() for timer in timers)
    assert not hall.hand.is_open
