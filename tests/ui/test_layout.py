"""Every screen, turned both ways and within low reach, in both languages, at every text size: nothing is at fault."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.gallery.examples import EXAMPLES
from ui.gallery.faults import faults, too_high
from ui.gallery.setting import Setting, show
from ui.parts.label import Label
from ui.parts.pages import Pages
from ui.parts.tap import Tap
from ui.stage import out_of_reach
from ui.tokens import SCALES
from ui.words import load_words

SETTINGS = [
    Setting(is_wide, language, scale=scale, is_low=is_low)
    for (is_wide, is_low), language, scale in product(
        ((False, False), (True, False), (False, True)), ("fr", "en"), SCALES
    )
    if language == "fr" or scale != SCALES[1]  # the middle size is between two that are seen in English too
]
# Twice the words are borne where sentences stand; short words in a row of buttons are ours to keep short.
BEARS_LONG_WORDS = (
    "motive",
    "messages",
    "registration",
    "way-out",
    "prevention",
    "status-waiting",
    "status-refused",
    "staff-call",
    "out-of-order",
)


@pytest.fixture
def shell(qtbot, request):
    """The terminal's window with one example in one setting."""
    name, setting = request.param
    window = show(EXAMPLES[name], setting)
    qtbot.addWidget(window)
    return window


def case_id(value: object) -> str:
    match value:
        case (str(name), Setting() as setting):
            return f"{name}-{setting.name}"
    return str(value)


def turned_pages(window: QWidget) -> list[str]:
    """Return the faults of every page there is."""
    found = faults(window)
    for pages in window.findChildren(Pages):
        for _ in range(pages.count - 1):
            pages.pager.next.click()
            pages.pager.next.since_last.invalidate()  # the next touch is a new one
            QApplication.processEvents()
            found += faults(window)
    return found


@pytest.mark.parametrize("shell", list(product(EXAMPLES, SETTINGS)), indirect=True, ids=case_id)
def test_nothing_is_cut_too_small_or_outside(shell):
    """No word is cut, no target below 112 px, nothing outside the window or on top of words, on any page.

    With low reach nothing is touched above it.
    """
    assert turned_pages(shell) == []


def test_what_is_out_of_reach_is_found(qtbot):
    """The ordinary screen has language, help and the first choices too high for a seated visitor."""
    window = show(EXAMPLES["motive"], Setting(language="en"))
    qtbot.addWidget(window)
    found = " ".join(too_high(window, out_of_reach(window.height())))

    assert all(name in found for name in ("English", "Help", "Forgotten password"))


@pytest.mark.parametrize(
    "shell",
    [(name, Setting(is_wide, is_pseudo=True)) for name, is_wide in product(BEARS_LONG_WORDS, (False, True))],
    indirect=True,
    ids=case_id,
)
def test_twice_the_words_still_fit(shell):
    """A language with words twice as long breaks no sentence; what doesn't fit goes to a next page."""
    cut = [fault for fault in turned_pages(shell) if "small" not in fault and not _is_a_button(shell, fault)]

    assert cut == []


TOLD_WITH_A_TICKET = ("not_printed", "replaces", "unsent", "earlier")


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(("is_wide", "language"), list(product((False, True), ("fr", "en"))))
def test_what_is_special_about_a_ticket_is_said_at_once(qtbot, is_wide, language, scale):
    """Large words too say that the printer is out of order, on the page that is seen first."""
    unsaid = []
    for what in TOLD_WITH_A_TICKET:
        window = show(EXAMPLES[f"ticket-{what.replace('_', '-')}"], Setting(is_wide, language, scale=scale))
        qtbot.addWidget(window)
        said = load_words(language)(f"ticket.{what}")
        if not any(label.words == said and label.isVisible() for label in window.findChildren(Label)):
            unsaid.append(what)

    assert unsaid == []


def _is_a_button(window: QWidget, fault: str) -> bool:
    """Return whether a fault is about the one line of a button or of the header and footer."""
    lines = (label for label in window.findChildren(QLabel) if not label.wordWrap())
    return any(label.accessibleName()[:30] in fault for label in lines)


@pytest.mark.parametrize("name", EXAMPLES)
def test_whatever_takes_the_focus_says_its_name(qtbot, name):
    """A screen reader has a name for every control."""
    window = show(EXAMPLES[name], Setting(language="en"))
    qtbot.addWidget(window)
    takers = [part for part in window.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]

    nameless = [
        type(part).__name__
        for part in takers
        if not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    ]

    assert takers
    assert nameless == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_tab_key_reaches_every_control(qtbot, name):
    """Who has a keyboard gets everywhere: Tab visits every control that can be seen and used, then begins again."""
    window = show(EXAMPLES[name], Setting(language="en"))
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    qtbot.addWidget(window)
    window.hide()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    usable = {tap for tap in window.findChildren(Tap) if tap.isVisible() and tap.isEnabled()}

    reached = set()
    for _ in range(len(usable) + 1):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())

    assert usable <= reached
