"""Impatient hands: double clicks and double Enters have one effect."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.request.request import State
from tests.ui.desk.hands import click_twice, press
from ui.desk.sign_in import SignInView
from ui.desk.toast import ToastView
from ui.desk_gallery import campus, views
from ui.desk_gallery.examples import EXAMPLES

ENTER = Qt.Key.Key_Return


def test_a_double_click_approves_once(desk):
    """Two clicks on Approve are one approval."""
    press("1")

    click_twice(desk.panels.request.taps["approve"])

    assert 1 == len(desk.asked)


def test_a_double_key_approves_once(desk):
    """A A is one approval."""
    press("1", "a", "a")

    assert 1 == len(desk.asked)


def test_a_double_click_ticks_once(desk):
    """The tick doesn't go away by its own second click."""
    click_twice(desk.panels.request.tick)

    assert desk.panels.request.is_seen


def test_a_double_enter_opens_once(desk):
    """Enter Enter in the list opens one request, once."""
    press("j", ENTER, ENTER)

    assert 1 == len(desk.asked)


def test_a_double_click_opens_once(desk):
    """A double click in the list opens one request, once."""
    rows = desk.panels.queue.list
    place = rows.visualRect(rows.rows.index(3)).center()

    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert 1 == len(desk.asked)


@pytest.mark.parametrize("code", ["redirect", "ticket"])
def test_the_enter_that_opens_a_question_never_answers_it(desk, code):
    """Enter Enter on a button only asks: the second half may not decide, though an answer is proposed."""
    desk.panels.request.taps[code].setFocus()

    press(ENTER, ENTER)

    assert [] == desk.asked


def test_a_double_enter_refuses_once(desk):
    """Enter Enter in the question is one refusal."""
    press("r", "1")
    dialog = desk.window.dialog

    dialog.confirm()
    dialog.confirm()

    assert 1 == len(desk.asked)


def test_a_double_enter_signs_in_once(counter):
    """Enter Enter in the password is one try: two would count as two failures."""
    panel = counter.show_sign_in(SignInView(place="Mirail"))
    panel.login.setText("nferrand")
    panel.password.setText("correct horse battery")
    panel.password.setFocus()

    press(ENTER, ENTER)

    assert [("sign_in", "nferrand")] == counter.asked


def test_a_double_click_takes_back_once(desk):
    """Two clicks on Take back are one."""
    toast = desk.show_toast(ToastView("warn", "Approved", "MK-1", can_undo=True))

    click_twice(toast.undo)

    assert [("undo", "MK-1")] == desk.asked


def test_a_double_click_files_once(counter):
    """Two clicks on Compare and file are one request."""
    EXAMPLES["verify"](counter)
    counter.show_person(views.person(counter.stage.words, 2))
    counter.panels.verify.symptoms.choose("blocked")

    click_twice(counter.panels.verify.go)

    assert 1 == len(counter.asked)


def test_nothing_is_asked_while_a_decision_is_under_way(desk):
    """A second decision waits for the first."""
    press("1")
    desk.panels.request.show_busy(is_busy=True)

    press("a", "r", "s")

    assert ([], None) == (desk.asked, desk.window.dialog)


def test_after_a_decision_that_failed_it_can_be_asked_again(desk):
    """Busy passes, and the tick is still set."""
    press("1")
    desk.panels.request.show_busy(is_busy=True)

    desk.panels.request.show_busy(is_busy=False)

    assert desk.panels.request.taps["approve"].isEnabled()


def test_another_request_needs_its_own_tick(desk):
    """Having seen one person says nothing of the next."""
    press("1")

    desk.show_request(views.request(desk.stage.words, views.dossier(campus.request(4))))

    assert not desk.panels.request.is_seen


def test_what_takes_the_place_of_a_button_does_not_get_its_second_click(desk):
    """Approved at once, the place of Approve is Try again's: the impatient second click decides nothing."""
    press("1")
    QTest.mouseClick(desk.panels.request.taps["approve"], Qt.MouseButton.LeftButton)
    made = campus.decided(State.APPROVED, 1)
    desk.show_request(views.request(desk.stage.words, views.dossier(made)))

    QTest.mouseClick(desk.panels.request.taps["retry"], Qt.MouseButton.LeftButton)

    assert ["approve"] == [what for what, *_ in desk.asked]
