"""Every target is 20 mm or more on the glass, computed from what a screen says of itself."""

import pytest

from ui.gallery.examples import EXAMPLES
from ui.gallery.faults import faults
from ui.gallery.setting import Setting, show
from ui.terminal.fit import FACTOR, FINGER_MM, INCH_MM, TOUCH, Screen, fill_screen, too_small
from ui.tokens import Face, load_tokens


def a_screen(inches: float, width: int, height: int) -> Screen:
    """Return a screen by its diagonal, as shops name it."""
    mm = inches * INCH_MM / (width**2 + height**2) ** 0.5
    return Screen(width, height, width * mm, height * mm)


@pytest.mark.parametrize(
    ("inches", "width", "height"),
    [(15.6, 1080, 1920), (21.5, 1920, 1080), (27, 2160, 3840), (32, 3840, 2160), (17, 1366, 768)],
)
def test_targets_are_large_enough_on_a_usual_screen(inches, width, height):
    """From 15.6 inches up, full HD or 4K, upright or wide."""
    screen = a_screen(inches, width, height)

    assert screen.touch_mm >= FINGER_MM
    assert too_small(screen) == ""


def test_a_screen_that_is_too_small_is_told():
    """With what would do."""
    said = too_small(a_screen(10.1, 1200, 1920))

    assert "20 mm" in said
    assert "inches or more" in said


def test_a_screen_that_says_nothing_of_itself_is_not_judged():
    """Virtual ones, and some that are old."""
    assert too_small(Screen(1080, 1920)) == ""


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("is_wide", [False, True], ids=["upright", "wide"])
def test_every_screen_keeps_to_it(qtbot, name, is_wide):
    """At 141 dots an inch, the finest full HD screen that is allowed."""
    dots_per_inch = 141.2
    shell = show(EXAMPLES[name], Setting(is_wide, "fr"))
    qtbot.addWidget(shell)
    needed = int(FINGER_MM / INCH_MM * dots_per_inch)

    assert [] == [fault for fault in faults(shell, needed) if fault.startswith("small")]


def test_the_size_is_the_one_in_the_tokens():
    """One number, in two places that agree."""
    assert TOUCH == load_tokens().look(Face.TERMINAL).size["touch"]


@pytest.mark.parametrize(
    ("screen", "said"),
    [(Screen(1080, 1920), None), (Screen(3840, 2160), "2.000"), (Screen(768, 1366), "0.711")],
)
def test_what_is_drawn_fills_the_screen(screen, said):
    """A 4K screen shows the same, sharper; a small one the same, smaller."""
    environ = {}
    fill_screen(screen, environ)

    assert said == environ.get(FACTOR)


def test_who_set_the_factor_is_left_alone():
    """The administrator knows better."""
    environ = {FACTOR: "1.5"}
    fill_screen(Screen(3840, 2160), environ)

    assert "1.5" == environ[FACTOR]
