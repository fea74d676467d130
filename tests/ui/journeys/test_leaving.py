"""Someone walks away, finishes, or is only slow: the terminal forgets whoever left, and no one else."""

import gc

import pytest
from PySide6.QtCore import Qt

from kiosk.reading.document import DocumentReading
from kiosk.session import events as on
from tests.given import a_document
from tests.kiosk.session.given_visit import WAYS
from ui.parts.label import Label
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

    assert [3, 2, 1] == asked[-3:]  # an answer that comes meanwhile asks anew, from its own screen
    assert_forgotten(quick_hall)


@pytest.mark.parametrize("name", IN_VISIT)
def test_whoever_finishes_is_forgotten(hall, name):
    """“Finish and erase” stands on every screen and works at once."""
    hall.controller.send(*WAYS[name])
    hall.touch("footer.finish")

    assert_forgotten(hall)


def ask_whether_someone_is_there(hall):
    """Let the quiet time end now, however busy this computer is."""
    hall.controller.idle.quiet.start(1)
    hall.until("TimeOutScreen")


def test_who_is_still_there_goes_on(hall):
    """The answer to the question brings the screen back as it was."""
    hall.controller.send(*WAYS["TypingNumber"])
    hall.touch("1", "2")
    ask_whether_someone_is_there(hall)
    hall.touch("time_out.here")

    assert ("NumberScreen", "12") == (hall.shown, hall.face.screen.digits)


def test_the_question_may_be_answered_with_finish(hall):
    """Then there is nothing to wait for."""
    hall.controller.send(*WAYS["Reviewing"])
    ask_whether_someone_is_there(hall)
    hall.touch("time_out.finish")

    assert_forgotten(hall)


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


def test_a_look_that_nobody_uses_any_more_is_forgotten(hall):
    """Someone made the words large on the first screen and left."""
    hall.touch("header.help", "help.contrast", "help.size_2_name")
    assert Theme.CONTRAST is hall.face.comfort.theme
    hall.controller.idle.quiet.start(1)
    hall.qtbot.waitUntil(lambda: hall.face.comfort == Comfort())

    assert_forgotten(hall)


@pytest.mark.parametrize("touches", [["header.help"], ["footer.lower"]], ids=str)
def test_who_looks_at_a_terminal_out_of_order_mends_nothing(hall, touches):
    """Someone opened help, or moved it down, and left: it is forgotten, and still says that it is out of order."""
    hall.controller.send(on.Failed("store"))
    hall.touch(*touches)
    hall.controller.idle.quiet.start(1)
    hall.qtbot.waitUntil(lambda: (hall.face.comfort, hall.face.over) == (Comfort(), ""))

    assert ("OutOfOrderScreen", "store") == (hall.shown, hall.controller.state.part)


# Pages that a state has beside its first, and what covers one for a moment: the way there, by touch.
PAGES = {
    "messages": ("Choosing", ["motive.expired"], "MessagesScreen"),
    "prevention": ("SelfService", ["go.finish"], "PreventionScreen"),
    "notice in detail": ("Notice", ["notice.more"], "NoticeScreen"),
    "the desk instead": ("Notice", ["notice.desk_preferred"], "WayOutScreen"),
    "reference": ("Following", ["follow.typing"], "ReferenceScreen"),
    "help": ("Reviewing", ["header.help"], "ComfortScreen"),
    "staff": ("Reviewing", ["footer.staff"], "StaffCallScreen"),
    "help on the first screen": ("Idle", ["header.help"], "ComfortScreen"),
    "staff on the first screen": ("Idle", ["footer.staff"], "StaffCallScreen"),
}


@pytest.mark.parametrize("page", PAGES)
def test_whoever_walks_away_from_a_page_is_forgotten(hall, page):
    """Messages, details, pads, help and the way to staff: the terminal goes back to its first screen by itself."""
    state, touches, shown = PAGES[page]
    hall.controller.send(*WAYS[state])
    hall.touch(*touches)
    assert shown == hall.shown
    hall.controller.idle.quiet.start(1)
    if state != "Idle":
        hall.until("TimeOutScreen")
        hall.controller.idle.seconds = 1
        hall.controller.idle.second.start(1)
    hall.until("FirstScreen")

    assert_forgotten(hall)


@pytest.mark.parametrize("page", PAGES)
def test_another_language_keeps_the_page(hall, page):
    """The same page, in the other language."""
    state, touches, shown = PAGES[page]
    hall.controller.send(*WAYS[state])
    hall.touch(*touches, "language.en")

    assert (shown, "en") == (hall.shown, hall.face.language)


def test_another_language_answers_the_question(hall):
    """Who asks for it is there: the screen comes back, and nothing counts any more."""
    hall.controller.send(*WAYS["Reviewing"])
    ask_whether_someone_is_there(hall)
    hall.touch("language.en")

    assert ("ReviewScreen", "en") == (hall.shown, hall.face.language)
    assert not hall.controller.idle.is_counting


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


KEPT = {  # what is done on a screen, and what must still be there in the other language
    "digits": ("TypingNumber", ["2", "1", "6"], "216"),
    "letters": ("Following", ["follow.typing", "7", "F"], "7F"),
}


@pytest.mark.parametrize("what", KEPT)
def test_another_language_keeps_what_was_typed(hall, what):
    """Who finds the other language in the middle of a number types on."""
    state, touches, typed = KEPT[what]
    hall.controller.send(*WAYS[state])
    hall.touch(*touches, "language.en")

    shown = [label.words.replace(" ", "") for label in hall.window.findChildren(Label) if label.isVisible()]
    assert any(typed in words for words in shown)


def test_another_language_keeps_urgent(hall):
    """The tick stays on the screen, and in the request."""
    hall.controller.send(*WAYS["Choosing"])
    hall.touch("motive.urgent", "language.en")
    assert hall.tap("motive.urgent").is_on
    hall.touch("motive.expired", "messages.none")

    assert hall.controller.state.matter.urgent


def test_a_double_tap_on_the_other_language_changes_it_once(hall):
    """And doesn't press what comes to stand there."""
    hall.controller.send(*WAYS["Choosing"])
    tap = hall.tap("language.en")
    where = tap.mapTo(hall.window, tap.rect().center())
    for _ in range(2):
        hall.qtbot.mouseClick(hall.window.childAt(where), Qt.MouseButton.LeftButton)

    assert ("MotiveScreen", "en") == (hall.shown, hall.face.language)
