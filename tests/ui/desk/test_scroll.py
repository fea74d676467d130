"""Rows that scroll: what lies out of sight is hinted at, and what the keyboard reaches is in sight."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.looks import LIGHT
from ui.desk_parts.fading import FADE
from ui.desk_parts.scroll import Scroll
from ui.parts.arrange import column, held
from ui.stylesheet import stylesheet

GROUND = LIGHT.colour["ground"]


@pytest.fixture
def rows(qtbot):
    """Ten rows, 60 pixels each, in a window where four have room."""
    buttons = [QPushButton(f"{number}") for number in range(10)]
    for button in buttons:
        button.setFixedHeight(60)
    scroll = Scroll(held(column(*buttons, gap=0)), GROUND)
    scroll.buttons = buttons
    scroll.setStyleSheet(stylesheet(LIGHT))
    qtbot.addWidget(scroll)
    scroll.resize(400, 240)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()
    return scroll


@pytest.mark.parametrize(
    ("place", "edges"), [(0, (False, True)), (100, (True, True)), (10_000, (True, False))]
)
def test_it_fades_only_where_more_is_out_of_sight(rows, place, edges):
    """At its first row nothing is above, at its last one nothing below."""
    rows.verticalScrollBar().setValue(place)

    assert edges == (rows.above.isVisible(), rows.below.isVisible())


def test_the_edge_has_the_colour_of_the_ground(rows):
    """The row that is cut there is gone; further in, it shows."""
    image = rows.viewport().grab().toImage()

    assert image.pixelColor(60, image.height() - 1).name() == GROUND.lower()
    assert image.pixelColor(60, image.height() - FADE - 4).name() != GROUND.lower()


def test_all_in_sight_is_shown_as_it_is(rows):
    """Where every row has room nothing fades."""
    rows.resize(400, 700)
    QApplication.processEvents()

    assert not rows.above.isVisible()
    assert not rows.below.isVisible()


def test_what_the_keyboard_reaches_is_clear_of_the_fade(rows):
    """From row to row, down to the last: each stands whole in sight, not under an edge that fades."""
    rows.buttons[0].setFocus()
    for button in rows.buttons[1:]:
        rows.focusNextPrevChild(True)
        top = button.mapTo(rows.viewport(), button.rect().topLeft()).y()
        under = rows.below.y() if rows.below.isVisible() else rows.viewport().height()

        assert button.hasFocus()
        assert 0 <= top
        assert top + button.height() <= under


def test_the_fade_is_no_obstacle(rows):
    """A touch on a row that fades is the row's."""
    at = rows.below.geometry().center()

    assert rows.viewport().childAt(at) is not rows.below
