"""Every screen says what was touched, once, and with the right values."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.looks import STAGE
from ui.gallery.examples import EXAMPLES
from ui.parts.tap import Tap
from ui.screens.motive import Motive, MotiveScreen, MotiveView
from ui.screens.number import NumberScreen, NumberView
from ui.screens.review import DOTS, ReviewScreen, ReviewView, masked
from ui.screens.ticket import TicketScreen
from ui.screens.time_out import TimeOutScreen, TimeOutView

Touch = Callable[[Any], Tap]


def named(words: str) -> Touch:
    """Return what finds the control with this name."""
    return lambda screen: next(
        tap for tap in screen.findChildren(Tap) if tap.accessibleName().startswith(words)
    )


TOUCHES = [
    ("first", "Touch to start", "started", [""]),
    ("first", "En français", "started", ["fr"]),
    ("first", "Follow my request", "follow_asked", []),
    ("motive", "Blocked account", "chosen", ["blocked", False]),
    ("motive", "Something else", "chosen", ["unknown", False]),
    ("motive", "Back", "went_back", []),
    ("messages", "This account has been locked.", "recognised", ["0"]),
    ("messages", "None of these messages", "recognised", [""]),
    ("messages", "Back", "went_back", []),
    ("forgotten", "I tried, nothing came", "nothing_came", []),
    ("forgotten", "Finish", "finished", []),
    ("forgotten", "Back", "went_back", []),
    ("registration", "Finish", "finished", []),
    ("registration", "Back", "went_back", []),
    ("way-out", "Finish", "finished", []),
    ("way-out", "Try again", "again", []),
    ("way-out-directed", "Back", "went_back", []),
    ("notice", "I understand", "accepted", []),
    ("notice", "I prefer the desk", "desk_preferred", []),
    ("notice", "Your data in detail", "detail_asked", [True]),
    ("notice-detailed", "In short", "detail_asked", [False]),
    ("card", "Type my number", "typing_asked", []),
    ("card", "Back", "went_back", []),
    ("document", "I don’t have it", "not_at_hand", []),
    ("document", "Back", "went_back", []),
    ("number", "7", "typed", ["21607"]),
    ("number", "Erase the last digit", "typed", ["216"]),
    ("number", "I don’t have it", "not_at_hand", []),
    ("number", "Back", "went_back", []),
    ("number-full", "That is my number", "done", ["21604242"]),
    ("review", "Yes, send", "confirmed", []),
    ("review", "No, start again", "again", []),
    ("ticket", "Print my ticket", "print_asked", []),
    ("ticket", "Finish", "finished", []),
    ("ticket-no-printer", "Finish", "finished", []),
    ("follow", "Type the reference", "typing_asked", []),
    ("follow", "Back", "went_back", []),
    ("status-unlocked", "Finish", "finished", []),
    ("status-unlocked", "Another request", "went_back", []),
    ("prevention", "Finish", "finished", []),
    ("time-out", "I am here", "stayed", []),
    ("time-out", "Finish and erase", "finished", []),
    ("comfort", "Twice", "scale_chosen", [2.0]),
    ("comfort", "Contrast", "theme_chosen", ["contrast"]),
    ("comfort", "None", "less_motion_chosen", [True]),
    ("comfort", "Read the screen aloud, loudly", "voice_chosen", ["loud"]),
    ("comfort", "Close help", "closed", []),
    ("staff-call", "Back to where I was", "closed", []),
]


@pytest.mark.parametrize(("name", "words", "signal", "args"), TOUCHES)
def test_a_touch_is_told_once(shown, qtbot, name, words, signal, args):
    """What is touched is emitted with its values, and a double tap is told once."""
    screen = EXAMPLES[name].make(STAGE)
    shown(screen, size=(1080, 1600))
    seen = []
    getattr(screen, signal).connect(lambda *values: seen.append(list(values)))
    tap = named(words)(screen)
    tap.click()
    if tap.double_strike_ms:
        tap.click()

    assert [args] == seen


def test_urgency_goes_with_the_choice(shown):
    """Who ticked that it is urgent says so with whatever they choose then."""
    screen = MotiveScreen(STAGE, MotiveView([Motive("blocked")]))
    shown(screen, size=(1080, 1600))
    seen = []
    screen.chosen.connect(lambda *values: seen.append(values))
    screen.urgent.click()
    screen.choices["blocked"].click()

    assert [("blocked", True)] == seen


def a_number(shown, **values: Any) -> NumberScreen:
    screen = NumberScreen(STAGE, NumberView(**values))
    shown(screen, size=(1080, 1600))
    return screen


def test_a_number_that_is_too_short_cannot_be_sent(shown):
    """Until there are enough digits the action is off, for fingers and for code alike."""
    screen = a_number(shown, digits="2160424", least=8)
    assert not screen.accept.isEnabled()

    screen.pad.keys["2"].click()
    assert screen.accept.isEnabled()


def test_a_number_never_grows_too_long(shown):
    """Digits beyond the longest number are not taken, nor told."""
    screen = a_number(shown, digits="12345678901234")
    seen = []
    screen.typed.connect(seen.append)
    screen.pad.keys["5"].click()

    assert [] == seen
    assert "12345678901234" == screen.digits


def test_taking_back_from_nothing_is_nothing(shown):
    """An empty field stays empty, without a word."""
    screen = a_number(shown)
    seen = []
    screen.typed.connect(seen.append)
    screen.pad.keys["back"].click()

    assert [] == seen


def test_the_mask_tells_no_length(shown):
    """A short and a long name look alike: an initial and always as many dots."""
    assert len(masked("B")) == len(masked("Bartholomäus"))
    assert DOTS == masked("")


def test_the_review_shows_no_name(shown):
    """Others stand behind: initials and two digits are all there is."""
    screen = ReviewScreen(STAGE, ReviewView(initials=("C", "S"), number_end="42"))
    shown(screen, size=(1080, 1600))

    assert f"C{DOTS} S{DOTS}" in _everything_said(screen)


@pytest.mark.parametrize(
    ("name", "prints"),
    [("ticket", True), ("ticket-no-printer", False), ("ticket-earlier", False), ("ticket-not-printed", True)],
)
def test_printing_is_offered_where_it_makes_sense(shown, name, prints):
    """No printer, or a ticket printed before: nothing to print. A failed one may be tried again."""
    screen = EXAMPLES[name].make(STAGE)
    shown(screen, size=(1080, 1600))

    assert isinstance(screen, TicketScreen)
    assert prints == any("Print" in tap.accessibleName() for tap in screen.findChildren(Tap))


def test_the_time_out_counts_down_where_it_can_be_seen(shown):
    """Seconds are shown as they are told."""
    screen = TimeOutScreen(STAGE, TimeOutView(seconds=30))
    shown(screen, size=(1080, 1600))
    screen.show_left(9)

    assert "9" == screen.countdown.words


def test_the_camera_s_picture_is_dropped_on_request(shown):
    """A screen with a camera can forget the person before it goes."""
    screen: Any = EXAMPLES["card"].make(STAGE)
    shown(screen, size=(1080, 1600))
    screen.camera.forget()

    assert screen.camera.view.image is None


def _everything_said(screen: QWidget) -> list[str]:
    return [part.accessibleName() for part in screen.findChildren(QWidget) if part.accessibleName()]
