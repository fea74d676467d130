"""Terminals that ask for staff, as a desk sees it: a notice each, until somebody goes."""

import pytest
from PySide6.QtCore import Qt

from kiosk.desk.calling import answer
from kiosk.request.staff_call import StaffCall
from kiosk.staff.account import Role
from tests.ui.desk_acts.staff import PASSWORD
from ui.desk.notice import NoticePanel
from ui.desk_acts.queue_watch import QueueNow

# The offscreen platform says so of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def a_call(counter, device: str = "terminal-1") -> StaffCall:
    return counter.kit.store.call_staff(StaffCall(counter.kit.rules.site, device, counter.kit.now()))


def test_two_terminals_are_two_notices_and_the_key_takes_the_first(ann, counter):
    """Each has its own button; G goes to who has waited longest."""
    for device in ("terminal-1", "terminal-2"):
        a_call(counter, device)
        counter.bench.clock.advance(minutes=1)
    ann.waits_for(lambda: ann.notices == ["call terminal-1", "call terminal-2"])
    ann.presses("g")
    ann.waits_for(lambda: ann.notices == ["call terminal-2"])

    assert counter.kit.store.staff_call("mirail", "terminal-1").answered_at is not None


def test_a_look_that_began_before_the_answer_brings_no_call_back(ann, counter):
    """The notice that was just answered doesn't flicker; another call of the same terminal is told."""
    looks: list[QueueNow] = []
    seen = ann.face.controller.queue.seen
    seen.connect(looks.append)
    a_call(counter)
    ann.waits_for(lambda: ann.notices)
    before = next(look for look in looks if look.calls)
    ann.presses("g")
    ann.waits_for(lambda: not ann.notices)
    seen.emit(before)
    assert [] == ann.notices

    counter.bench.clock.advance(minutes=1)
    a_call(counter)
    ann.waits_for(lambda: ann.notices == ["call terminal-1"])


def test_a_button_says_the_same(ann, counter):
    """By mouse."""
    a_call(counter)
    ann.waits_for(lambda: ann.notices)
    (panel,) = ann.window.findChildren(NoticePanel)
    ann.qtbot.mouseClick(panel.act_tap, Qt.MouseButton.LeftButton)

    ann.waits_for(lambda: not ann.notices)
    assert counter.kit.store.staff_call("mirail", "terminal-1").answered_at is not None


def test_the_second_desk_is_told(ann, counter):
    """Both pressed before either saw it: one goes."""
    call = a_call(counter)
    ann.waits_for(lambda: ann.notices)
    ann.face.controller.queue.stop()
    assert answer(counter.kit, counter.bench.staff[Role.SUPERVISOR], call)
    ann.presses("g")

    ann.waits_for(lambda: ann.notices == ["call_taken"])
    ann.presses(Qt.Key.Key_Escape)
    assert [] == ann.notices


def test_a_locked_desk_shows_no_call_and_an_open_one_does_again(ann, counter):
    """It comes back with whoever signs in."""
    a_call(counter)
    ann.waits_for(lambda: ann.notices)
    ann.presses("l")
    ann.waits_for(lambda: ann.face.controller.staff is None)
    assert [] == ann.notices
    ann.types(PASSWORD)
    ann.presses(Qt.Key.Key_Return)

    ann.waits_for(lambda: ann.notices == ["call terminal-1"])


def test_without_a_call_the_key_does_nothing(ann, counter):
    """No sentence, no error."""
    ann.presses("g")

    assert [] == ann.notices
    assert not ann.face.controller.desk.acts.is_busy("going")


def test_another_language_tells_it_again(ann, counter):
    """The notice stays."""
    a_call(counter)
    ann.waits_for(lambda: ann.notices)
    ann.face._on_language("en")

    assert "Staff wanted at" in ann.face.notices.views["call terminal-1"].title
