from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.looks import LARGE, LIGHT, STAGE
from ui.parts.header import HeaderView
from ui.parts.label import Label
from ui.parts.tap import Tap
from ui.shell import Shell
from ui.stage import Stage

MOVING = Stage(LIGHT, STAGE.words)
HEADER = HeaderView(place="Reception", clock="10:42")


@pytest.fixture
def shell(qtbot):
    made = Shell()
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    qtbot.addWidget(made)
    made.resize(1080, 1920)
    made.show()
    return made


def seen(shell: Shell) -> list[str]:
    QApplication.processEvents()
    return [label.accessibleName() for label in shell.findChildren(QLabel) if label.isVisible()]


def show(shell: Shell, words: str, stage: Stage = STAGE) -> None:
    shell.show_screen(stage, HEADER, Label(stage.look, words))


def test_a_new_screen_replaces_the_old_one(shell):
    """Nothing of the last screen is left, not even hidden."""
    show(shell, "first")
    show(shell, "second")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    said = [label.accessibleName() for label in shell.findChildren(QLabel)]
    assert "second" in said
    assert "first" not in said


def test_a_cover_hides_what_lies_under_it(shell):
    """Who walked away left things to read: while the time runs out, nobody reads them."""
    show(shell, "private")
    shell.cover(Label(STAGE.look, "still there?"))

    assert "still there?" in seen(shell)
    assert "private" not in seen(shell)


def test_uncovering_gives_back_the_same_screen(shell):
    """What was there before is there again, as it was."""
    show(shell, "private")
    shell.cover(Label(STAGE.look, "still there?"))
    shell.uncover()

    assert "private" in seen(shell)
    assert "still there?" not in seen(shell)


def test_a_new_screen_takes_the_cover_away(shell):
    """A visit that goes on isn't covered any more."""
    show(shell, "private")
    shell.cover(Label(STAGE.look, "still there?"))
    show(shell, "next")

    assert "next" in seen(shell)
    assert "still there?" not in seen(shell)


def test_another_look_dresses_the_whole_window(shell):
    """Larger words reach header and footer too."""
    show(shell, "words")
    before = shell.styleSheet()
    show(shell, "words", Stage(LARGE, STAGE.words))

    assert before != shell.styleSheet()


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Help and text size", "help_asked"),
        ("Talk to staff", "staff_called"),
        ("More time", "more_time_asked"),
        ("Finish and erase", "finish_asked"),
    ],
)
def test_it_passes_on_what_header_and_footer_were_touched_for(shell, qtbot, name, signal):
    """Whatever screen is shown, the same signals come from the window."""
    show(shell, "one")
    show(shell, "two")
    QApplication.processEvents()
    tap = next(tap for tap in shell.findChildren(Tap) if tap.isVisible() and tap.accessibleName() == name)
    with qtbot.waitSignal(getattr(shell, signal)):
        tap.click()


def test_a_screen_comes_up_where_motion_is_wanted(shell, qtbot):
    """And stands still at the end."""
    show(shell, "first", MOVING)
    show(shell, "second", MOVING)
    effect = shell.shown.graphicsEffect()
    assert effect.isEnabled()
    qtbot.waitUntil(lambda: not effect.isEnabled())


def test_a_screen_stands_at_once_where_no_motion_is_wanted(shell):
    """The stage of these tests asks for none."""
    show(shell, "first")
    show(shell, "second")

    assert shell.shown.graphicsEffect() is None


def test_the_same_look_is_not_put_on_again(shell):
    """A stylesheet takes a tenth of a second to take effect: not at each screen."""
    show(shell, "first")
    sheet = shell.styleSheet()
    shell.setStyleSheet("/* untouched */")

    show(shell, "second", replace(STAGE, look=replace(STAGE.look)))
    assert "/* untouched */" == shell.styleSheet()

    show(shell, "third", replace(STAGE, look=LARGE))
    assert shell.styleSheet() not in ("/* untouched */", sheet)
