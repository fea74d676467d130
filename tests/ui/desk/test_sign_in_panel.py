"""Who sits at the desk."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.desk.sign_in import SignInView

PLACE = "Mirail"


def test_the_password_is_never_shown(counter):
    """Dots, and no way to turn them into letters."""
    panel = counter.show_sign_in(SignInView(place=PLACE))

    assert QLineEdit.EchoMode.Password is panel.password.echoMode()


def test_a_failed_try_says_why_and_forgets_the_password(counter):
    """The login stays; the next try begins with an empty password."""
    panel = counter.show_sign_in(SignInView(place=PLACE))
    panel.login.setText("nferrand")
    panel.password.setText("wrong")

    panel.show_view(SignInView(place=PLACE, error="No."))

    assert ("nferrand", "", "No.") == (panel.login.text(), panel.password.text(), panel.error.words)


def test_a_locked_desk_asks_for_the_password_only(counter):
    """Who locked it is known; the keyboard stands in the password."""
    panel = counter.show_sign_in(SignInView(place=PLACE, locked_by="nferrand"))

    assert (panel.password, False) == (QApplication.focusWidget(), panel.login.isVisible())


def test_an_empty_field_asks_nothing_of_the_store(counter):
    """A try without a password isn't one."""
    panel = counter.show_sign_in(SignInView(place=PLACE, locked_by="nferrand"))

    panel.go.click()

    assert ([], True) == (counter.asked, panel.error.isVisibleTo(panel))


def test_enter_after_the_login_goes_on_to_the_password(counter):
    """Nobody is told that a password is missing before they could type it."""
    panel = counter.show_sign_in(SignInView(place=PLACE))

    QTest.keyClicks(panel.login, "nferrand")
    QTest.keyClick(panel.login, Qt.Key.Key_Return)

    assert (panel.password, False) == (QApplication.focusWidget(), panel.error.isVisible())


def test_a_field_in_error_still_shows_the_keyboard(counter, qtbot):
    """The ring is around it; red comes back when the keyboard leaves."""
    panel = counter.show_sign_in(SignInView(place=PLACE, locked_by="nferrand", error="No."))
    panel.show_view(SignInView(place=PLACE, locked_by="nferrand", error="No."))
    panel.take_focus()
    qtbot.waitUntil(panel.password.hasFocus)
    colours = counter.stage.look.colour

    assert colours["focus"].lower() == edge(panel.password)
    panel.go.setFocus()
    assert colours["bad"].lower() == edge(panel.password)


def edge(field) -> str:
    return field.grab().toImage().pixelColor(field.width() // 2, 1).name()


@pytest.mark.parametrize("width", [1024, 1060, 1100, 1120, 1160, 1280, 1440])
def test_the_form_is_whole_at_every_width(counter, width):
    """The bridge stands beside it only where there is room for both."""
    panel = counter.show_sign_in(SignInView(place=PLACE))
    counter.window.resize(width, 700)
    QApplication.processEvents()
    left = panel.form.mapTo(panel.rows, QPoint(0, 0)).x()

    assert 0 <= left
    assert left + panel.form.width() <= panel.rows.viewport().width()
