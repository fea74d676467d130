"""Whole visits without a finger: Tab to go on, Enter or Space to choose, figures to type; the focus can be seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.given import NUMBER
from tests.kiosk.session.given_visit import WAYS
from tests.ui.hall import called
from ui.parts.tap import Tap

MOST = 60  # stops: no screen has more


@pytest.fixture
def keyed(hall):
    """The hall's window with the keyboard."""
    hall.window.activateWindow()
    hall.qtbot.waitUntil(hall.window.isActiveWindow)
    return hall


def press(hall, key):
    QTest.keyClick(hall.window.windowHandle(), key)


def choose(hall, *keys, by=Qt.Key.Key_Return):
    """Go to each of these by Tab and press it."""
    for key in keys:
        hall.tap(key)
        name = hall.words(key).replace("\n", " ") if key in hall.words.by_key else key
        for _ in range(MOST):
            focus = QApplication.focusWidget()
            if isinstance(focus, Tap) and focus.property("keyed") == "true" and called(focus, name):
                break
            press(hall, Qt.Key.Key_Tab)
        else:
            pytest.fail(f"Tab doesn't reach {name}")
        press(hall, by)


def type_in(hall, text):
    for sign in text:
        QTest.keyClick(hall.window.windowHandle(), sign)


@pytest.mark.parametrize("by", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space], ids=str)
def test_from_the_first_screen_to_the_ticket_and_its_end(keyed, by):
    """Blocked: notice, card, document, review, ticket, prevention."""
    choose(keyed, "first.start", "motive.blocked", "notice.accept", by=by)
    keyed.until("CardScreen")
    keyed.show_card()
    keyed.show_document()
    choose(keyed, "review.send", by=by)
    keyed.until("TicketScreen")
    choose(keyed, "ticket.next", "go.finish", by=by)

    assert ("FirstScreen", "Idle") == (keyed.shown, keyed.state)


def test_a_forgotten_password_leads_on_by_keyboard_too(keyed):
    """Tried, nothing came: blocked."""
    choose(keyed, "first.start", "motive.forgotten", "forgotten.tried")

    assert "NoticeScreen" == keyed.shown


def test_a_number_is_typed_at_once(keyed):
    """No key of the pad has to be reached first; Enter says that it is whole."""
    choose(keyed, "first.start", "motive.blocked", "notice.accept", "card.typing")
    keyed.until("NumberScreen")
    type_in(keyed, NUMBER + "9")
    press(keyed, Qt.Key.Key_Backspace)
    press(keyed, Qt.Key.Key_Return)
    keyed.until("DocumentScreen")

    assert NUMBER == keyed.controller.state.card.number


def test_a_reference_is_typed_at_once(keyed):
    """Letters and figures, then Enter."""
    choose(keyed, "first.follow", "notice.accept", "follow.typing")
    keyed.until("ReferenceScreen")
    type_in(keyed, "7f3k92q8")
    press(keyed, Qt.Key.Key_Return)
    keyed.until("FollowScreen")

    assert keyed.controller.state.not_found


def test_the_focus_goes_on_with_the_screens(keyed):
    """Who came by key stands on the new screen's first control, and sees it."""
    choose(keyed, "first.start")
    focus = QApplication.focusWidget()

    assert keyed.face.screen.isAncestorOf(focus)
    assert "true" == focus.property("keyed")


def test_a_finger_leaves_no_focus_behind(keyed):
    """Nothing is outlined for who touches."""
    keyed.touch("first.start")

    assert [] == [tap for tap in keyed.window.findChildren(Tap) if tap.property("keyed") == "true"]


@pytest.mark.parametrize("name", [name for name in WAYS if name not in ("Idle", "OutOfOrder")])
def test_finish_is_reached_from_every_screen(keyed, name):
    """By Tab and Enter, and the visitor is forgotten."""
    keyed.controller.send(*WAYS[name])
    choose(keyed, "footer.finish")

    assert "Idle" == keyed.state


def test_help_is_opened_used_and_closed(keyed):
    """Larger words, without a finger."""
    choose(keyed, "header.help", "help.size_2_name", "help.close")

    assert ("FirstScreen", 2.0) == (keyed.shown, keyed.window.stage.look.scale)
