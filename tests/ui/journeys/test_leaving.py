"""Someone walks away, finishes, or is only slow: the terminal forgets whoever left, and no one else."""

import gc

import pytest

from kiosk.reading.document import DocumentReading
from tests.given import a_document
from tests.kiosk.session.given_visit import WAYS
from ui.terminal.comfort import Comfort
from ui.tokens import Theme

IN_VISIT = [name for name in WAYS if name not in ("Idle", "OutOfOrder")]


def assert_forgotten(hall):
    """Nothing of a visitor is held: no state, no words, no camera, no look."""
    assert ("Idle", "FirstScreen") == (hall.state, hall.shown)
    assert ("", Comfort(), "") == (hall.face.aside.typed, hall.face.comfort, hall.face.over)
    assert (None, None) == (hall.controller.watcher.watch, hall.controller.watcher.before)
    hall.qtbot.waitUntil(lambda: not hall.hand.is_open)


@pytest.mark.parametrize("name", IN_VISIT)
def test_whoever_walks_away_is_forgotten(quick_hall, name):
    """From every screen: the question, the countdown, the first screen."""
    asked = []
    quick_hall.controller.idle.left.connect(asked.append)
    quick_hall.controller.send(*WAYS[name])
    quick_hall.until("TimeOutScreen")
    quick_hall.until("FirstScreen")

    assert [3, 2, 1] == asked
    assert_forgotten(quick_hall)


@pytest.mark.parametrize("name", IN_VISIT)
def test_whoever_finishes_is_forgotten(hall, name):
    """“Finish and erase” stands on every screen and works at once."""
    hall.controller.send(*WAYS[name])
    hall.touch("footer.finish")

    assert_forgotten(hall)


def test_who_is_still_there_goes_on(quick_hall):
    """The answer to the question brings the screen back as it was."""
    quick_hall.controller.send(*WAYS["TypingNumber"])
    quick_hall.touch("1", "2")
    quick_hall.until("TimeOutScreen")
    quick_hall.touch("time_out.here")

    assert ("NumberScreen", "12") == (quick_hall.shown, quick_hall.face.screen.digits)


def test_the_question_may_be_answered_with_finish(quick_hall):
    """Then there is nothing to wait for."""
    quick_hall.controller.send(*WAYS["Reviewing"])
    quick_hall.until("TimeOutScreen")
    quick_hall.touch("time_out.finish")

    assert_forgotten(quick_hall)


def test_more_time_is_more_time(quick_hall):
    """Until the visit ends, the quiet time is longer."""
    quick_hall.controller.send(*WAYS["Notice"])
    quick_hall.touch("footer.time")

    assert quick_hall.controller.timing.patient == quick_hall.controller.idle.quiet.interval()
    quick_hall.touch("footer.finish")
    quick_hall.touch("first.start")
    assert quick_hall.controller.timing.quiet == quick_hall.controller.idle.quiet.interval()


def test_a_touch_starts_the_quiet_time_anew(hall):
    """Even one that changes nothing."""
    quiet, left = hall.controller.idle.quiet, []
    hall.controller.send(*WAYS["TypingNumber"])
    hall.face.activity.noticed.connect(lambda: left.append(quiet.remainingTime()))
    hall.qtbot.waitUntil(lambda: quiet.remainingTime() < hall.controller.timing.quiet - 20)
    before = quiet.remainingTime()
    hall.touch("1")

    assert before < left[0]


def test_a_look_that_nobody_uses_any_more_is_forgotten(quick_hall):
    """Someone made the words large on the first screen and left."""
    quick_hall.touch("header.help", "help.contrast", "help.size_2_name")
    assert Theme.CONTRAST is quick_hall.face.comfort.theme
    quick_hall.qtbot.waitUntil(lambda: quick_hall.face.comfort == Comfort())

    assert_forgotten(quick_hall)


def test_a_language_that_nobody_uses_any_more_is_forgotten(quick_hall):
    """The first screen goes back to the site's own, without a question."""
    quick_hall.touch("language.en")
    assert "en" == quick_hall.face.language
    quick_hall.qtbot.waitUntil(lambda: quick_hall.face.language == "fr")

    assert "FirstScreen" == quick_hall.shown


def test_no_reading_outlives_the_visit(hall):
    """After the ticket and the end, no document is left in memory."""
    hall.say_blocked()
    hall.show_card()
    hall.show_document(a_document(surname="ZZYZX"))
    hall.touch("footer.finish")
    hall.hand.holds = None
    hall.hand.shown.clear()
    hall.qtbot.waitUntil(lambda: hall.controller.watcher.reading_for is None)
    gc.collect()

    left = [
        each for each in gc.get_objects() if isinstance(each, DocumentReading) and each.surname == "ZZYZX"
    ]
    assert [] == left
