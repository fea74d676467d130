"""How the desk's questions stand on the screen, at each of its sizes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.desk_gallery.examples import EXAMPLES
from ui.desk_gallery.setting import SETTLING, SIZES, DeskSetting
from ui.desk_parts.act import Act
from ui.parts.label import Label

QUESTIONS = (
    "refuse",
    "redirect",
    "reason",
    "by-hand",
    "secret",
    "ticket-new",
    "terminal-new",
    "terminal-admit",
    "terminal-revoke",
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_answers_stand_side_by_side_on_one_line(make_counter, size, language):
    """Cancel and the answer beside each other, neither broken into two lines, in the smallest window too."""
    counter, broken = make_counter(DeskSetting(size, language)), []
    counter.window.resize(*SIZES[size])
    for name in QUESTIONS:
        counter.window.dress(counter.stage)
        EXAMPLES[name](counter)
        for _ in range(SETTLING):
            QApplication.processEvents()
        acts = counter.window.dialog.findChildren(Act)
        broken += [f"{name}: {act.words}" for act in acts if lines(act) > 1]
        broken += (
            [name] if len({act.mapTo(counter.window, act.rect().topLeft()).y() for act in acts}) > 1 else []
        )

    assert [] == broken


def lines(act: Act) -> int:
    """Return on how many lines the words stand."""
    label = act.findChild(Label)
    return round(label.heightForWidth(label.width()) / label.fontMetrics().height())


@pytest.mark.parametrize("pages", ["help", "help-admin"])
def test_colours_and_language_are_seen_without_scrolling(make_counter, pages):
    """In the smallest desk too: who can't read the screen finds the other language."""
    counter = make_counter(DeskSetting("narrow"))
    counter.window.resize(*SIZES["narrow"])
    EXAMPLES[pages](counter)
    for _ in range(SETTLING):
        QApplication.processEvents()

    dialog = counter.window.dialog
    assert not any(dialog.rows.isAncestorOf(part) for part in (dialog.colours, dialog.tongues))
    assert dialog.rows.verticalScrollBar().maximum() == 0


def test_a_question_taller_than_its_window_scrolls_by_arrows(make_counter):
    """Nothing in it need have the focus."""
    counter = make_counter(DeskSetting("narrow"))
    counter.window.resize(1024, 640)
    EXAMPLES["terminal-token"](counter)
    for _ in range(SETTLING):
        QApplication.processEvents()
    bar = counter.window.dialog.rows.verticalScrollBar()

    QTest.keyClick(counter.window.dialog, Qt.Key.Key_PageDown)

    assert 0 < bar.value()
