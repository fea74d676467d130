import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.looks import LIGHT
from ui.parts.label import Label
from ui.parts.tap import Tap


@pytest.fixture
def tap(shown):
    made = Tap(LIGHT, Label(LIGHT, "Go on"), kind="plain", name="Go on")
    shown(made)
    return made


def touches(tap: Tap) -> list[int]:
    seen = []
    tap.tapped.connect(lambda: seen.append(1))
    return seen


def press(tap: Tap, key: Qt.Key, *, is_repeat: bool = False) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", is_repeat)
    QApplication.sendEvent(tap, event)


def test_an_impatient_double_tap_is_one(tap):
    """Two touches within half a second are one (EN 301 549 5.9)."""
    seen = touches(tap)
    tap.click()
    tap.click()

    assert [1] == seen


def test_a_second_touch_counts_where_it_is_meant(shown):
    """On a number pad two touches are two digits."""
    key = Tap(LIGHT, Label(LIGHT, "1"), kind="plain", name="1", double_strike_ms=0)
    shown(key)
    seen = touches(key)
    key.click()
    key.click()

    assert [1, 1] == seen


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_presses_too(tap, key):
    """Return, Enter and Space do what a touch does."""
    seen = touches(tap)
    QTest.keyClick(tap, key)

    assert [1] == seen


def test_a_held_key_presses_once(tap):
    """A key that is held down doesn't repeat (EN 301 549 5.7)."""
    seen = touches(tap)
    press(tap, Qt.Key.Key_Return)
    tap.since_last.invalidate()
    press(tap, Qt.Key.Key_Return, is_repeat=True)

    assert [1] == seen


def test_what_is_not_possible_cannot_be_touched(tap):
    """Off, it neither reacts nor takes the focus."""
    seen = touches(tap)
    tap.set_off(True)
    QTest.mouseClick(tap, Qt.MouseButton.LeftButton)

    assert [] == seen
    assert not tap.isEnabled()


def test_a_touch_on_the_words_is_a_touch_on_the_button(shown):
    """Labels inside don't swallow the finger."""
    label = Label(LIGHT, "Go on")
    tap = Tap(LIGHT, label, kind="plain", name="Go on")
    window = shown(tap)
    seen = touches(tap)
    QTest.mouseClick(window.childAt(label.mapTo(window, label.rect().center())), Qt.MouseButton.LeftButton)

    assert [1] == seen


@pytest.mark.parametrize(
    ("reason", "is_keyed"),
    [(Qt.FocusReason.TabFocusReason, "true"), (Qt.FocusReason.MouseFocusReason, "false")],
)
def test_the_focus_is_drawn_for_who_came_by_key(tap, reason, is_keyed):
    """A finger needs no ring around what it touched."""
    QApplication.sendEvent(tap, QFocusEvent(QEvent.Type.FocusIn, reason))

    assert is_keyed == tap.property("keyed")


def test_it_is_as_high_as_its_words_need(shown):
    """Long words make a button higher, never cut."""
    words = "one sentence that goes on " * 8
    tap = Tap(LIGHT, (Label(LIGHT, words), 1), kind="plain", name="long")
    shown(tap)

    assert tap.heightForWidth(400) > 2 * tap.heightForWidth(1600)


def test_who_is_chosen_is_told_to_a_screen_reader(tap):
    """Chosen ones are checked ones; a touch alone changes nothing."""
    tap.set_on(True)
    tap.click()

    assert tap.isChecked()
    assert tap.is_on
