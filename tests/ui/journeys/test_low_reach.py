"""Visits from a wheelchair: one touch brings everything that is touched into the lower part of an upright screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.given import NUMBER
from tests.kiosk.session.given_visit import WAYS
from tests.ui.hall import LONG, Hall
from ui.gallery.faults import faults
from ui.terminal.comfort import Comfort
from ui.tokens import Theme


def assert_within_reach(hall):
    """Nothing on the screen is too high, too small, cut or outside."""
    QApplication.processEvents()
    assert hall.face.shell.stage.is_low
    assert faults(hall.window) == []


def test_a_whole_visit_within_reach(hall):
    """From the first screen to the ticket and its end, each touch low."""
    hall.touch("footer.lower")
    for touch in ("first.start", "motive.blocked", "notice.accept"):
        assert_within_reach(hall)
        hall.touch(touch)
    hall.until("CardScreen")
    assert_within_reach(hall)
    hall.show_card()
    assert_within_reach(hall)
    hall.show_document()
    assert_within_reach(hall)
    hall.touch("review.send")
    hall.until("TicketScreen")
    assert_within_reach(hall)
    hall.touch("ticket.next")
    assert_within_reach(hall)
    hall.touch("go.finish")

    assert ("FirstScreen", Comfort()) == (hall.shown, hall.face.comfort)


@pytest.mark.parametrize("name", [name for name in WAYS if name != "Submitting"])
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.CONTRAST])
def test_every_state_is_within_reach(hall, name, theme):
    """Wherever the visit stands when it is asked for, with the largest words too; also what covers the screen."""
    hall.controller.send(*WAYS[name])
    hall.touch("footer.lower")
    assert_within_reach(hall)
    hall.face.be_seen(replace(hall.face.comfort, scale=2.0, theme=theme))
    assert_within_reach(hall)
    for cover, close in (("header.help", "help.close"), ("footer.staff", "staff_call.close")):
        hall.touch(cover)
        assert_within_reach(hall)
        hall.touch(close)


def test_what_was_typed_stays(hall):
    """Moved down and up again in the middle of a number."""
    hall.controller.send(*WAYS["TypingNumber"])
    hall.touch("1", "2", "footer.lower", "3")
    assert_within_reach(hall)
    hall.touch("footer.higher", "4")

    assert ("NumberScreen", "1234") == (hall.shown, hall.face.screen.digits)
    assert not hall.face.shell.stage.is_low


def test_a_number_is_typed_within_reach(hall):
    """The number pad, by touch, to its end."""
    hall.touch("footer.lower", "first.start", "motive.blocked", "notice.accept")
    hall.until("CardScreen")
    hall.touch("card.typing", *NUMBER)
    assert_within_reach(hall)
    hall.touch("number.done")

    hall.until("DocumentScreen")


def test_the_language_is_within_reach(hall):
    """Language and help moved down; the other language keeps them there."""
    hall.touch("footer.lower", "language.en")

    assert "en" == hall.face.language
    assert_within_reach(hall)


def test_help_stays_open_when_it_moves(hall):
    """What covers the screen moves with it."""
    hall.controller.send(*WAYS["Reviewing"])
    hall.touch("header.help", "footer.lower")

    assert "ComfortScreen" == hall.shown
    assert_within_reach(hall)


def test_the_next_visitor_starts_without_it(hall):
    """“Finish and erase” puts everything back."""
    hall.touch("footer.lower", "first.start", "footer.finish")

    assert Comfort() == hall.face.comfort
    assert hall.taps("footer.lower")


def test_who_only_moved_it_and_left_is_forgotten(hall):
    """Nobody began a visit: the first screen goes back by itself."""
    hall.touch("footer.lower")
    assert hall.controller.idle.quiet.isActive()
    hall.controller.idle.quiet.start(1)

    hall.qtbot.waitUntil(lambda: hall.face.comfort == Comfort())


def test_two_hasty_touches_are_one(qtbot, tmp_path):
    """The second one meets the button that took the first one's place, and means nothing."""
    hall = Hall(qtbot, tmp_path, replace(LONG, settle=60_000))
    hall.touch("footer.lower", "footer.higher")

    assert hall.face.comfort.is_low
    hall.close()


def test_a_wide_screen_needs_none(qtbot, tmp_path):
    """It is low enough; a window that is turned meanwhile keeps the wish for when it stands upright again."""
    hall = Hall(qtbot, tmp_path)
    hall.touch("footer.lower")
    hall.window.resize(1920, 1080)
    assert not hall.face.shell.stage.is_low
    assert [] == hall.taps("footer.lower") + hall.taps("footer.higher")

    hall.window.resize(1080, 1920)
    assert_within_reach(hall)
    hall.close()


def test_by_keyboard_too(hall):
    """Tab leads there, Enter moves everything down, and Tab goes on from the new screen."""
    hall.window.activateWindow()
    hall.qtbot.waitUntil(hall.window.isActiveWindow)
    reach = hall.tap("footer.lower")
    for _ in range(20):
        QTest.keyClick(hall.window.windowHandle(), Qt.Key.Key_Tab)
        if reach.hasFocus():
            break
    QTest.keyClick(hall.window.windowHandle(), Qt.Key.Key_Return)

    assert_within_reach(hall)
    assert hall.window.isAncestorOf(QApplication.focusWidget())
