"""The desk's keys: single letters, never while someone types."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.desk.hands import press
from ui.desk.sign_in import SignInView
from ui.desk.top_bar import TopBar
from ui.desk.window import KEYS
from ui.desk_gallery import views
from ui.desk_gallery.setting import DeskSetting
from ui.tokens import Theme


@pytest.fixture
def heard(desk):
    """What the window was told by key."""
    said = []
    desk.window.key_pressed.connect(said.append)
    return said


def test_every_letter_in_the_list_is_heard(desk, heard):
    """The list leaves letters to the desk: it doesn't search by them."""
    for key in KEYS:
        desk.window.close_dialog()
        desk.show_page("queue")
        desk.panels.queue.take_focus()
        press(key)

    assert list(KEYS.values()) == heard


def test_a_letter_in_a_field_is_typed(desk, heard):
    """Whoever searches for "parla" doesn't print, approve, refuse or lock."""
    press("/")
    heard.clear()

    press("parla")

    assert ([], "parla") == (heard, desk.panels.search.field.text())


def test_a_letter_on_a_button_is_heard(desk, heard):
    """After Tab the keys still work."""
    desk.panels.request.tick.setFocus()

    press("s")

    assert ["redirect"] == heard


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_a_letter_with_ctrl_or_alt_belongs_to_others(desk, heard, modifier):
    """Ctrl+A selects, it never approves."""
    QTest.keyClick(desk.panels.queue.list, Qt.Key.Key_A, modifier)

    assert [] == heard


def test_a_held_letter_decides_once(desk, heard):
    """A key that hangs doesn't approve ten requests."""
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True)

    QApplication.sendEvent(desk.panels.queue.list, held)

    assert [] == heard


def test_under_a_dialog_no_key_reaches_the_desk(desk, heard):
    """While a question is asked, letters answer it or do nothing."""
    press("?")
    heard.clear()

    press("a", "l", "q")

    assert [] == heard


def test_under_a_dialog_nothing_takes_the_focus(desk):
    """Tab stays in the dialog: what lies under it can't be reached."""
    press("r")

    for _ in range(20):
        press(Qt.Key.Key_Tab)
        assert desk.window.dialog.isAncestorOf(QApplication.focusWidget())


def test_a_closed_dialog_gives_the_focus_back(desk):
    """The list has the keyboard again."""
    press("?", Qt.Key.Key_Escape)

    assert desk.panels.queue.list is QApplication.focusWidget()


def test_nobody_signed_in_leaves_nothing_to_read(desk):
    """When the desk locks, no field and no label of the pages is left in the window."""
    from ui.desk.sign_in import SignInView

    panel = desk.show_sign_in(SignInView(place="Mirail", locked_by="nferrand"))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    fields = desk.window.findChildren(QLineEdit)
    assert all(panel.isAncestorOf(field) for field in fields)


def test_the_same_look_is_not_put_on_again(counter):
    """Another language or page needs no other stylesheet: giving one to a window takes a tenth of a second."""
    counter.window.setStyleSheet("/* untouched */")

    counter.window.dress(DeskSetting(language="fr").stage())
    assert "/* untouched */" == counter.window.styleSheet()

    counter.window.dress(DeskSetting(theme=Theme.DARK).stage())
    assert "/* untouched */" != counter.window.styleSheet()


def test_keys_never_go_to_a_panel_that_went(counter):
    """The password field is gone from the screen before the desk stands there."""
    panel = counter.show_sign_in(SignInView(place="Mirail"))
    assert panel.isAncestorOf(QApplication.focusWidget())

    words = counter.stage.words
    counter.window.show_desk(TopBar(counter.stage, views.bar(words, "figures")), QWidget())

    assert not panel.isAncestorOf(QApplication.focusWidget() or counter.window)
