"""The queue, live: rows come and go under whoever works with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout

from ui.desk_gallery import campus, views
from ui.fonts import FAMILY, font
from ui.name_font import NAMES, load_name_font


@pytest.fixture
def rows(desk):
    return desk.panels.queue.list


def show(desk, requests, **more):
    desk.show_queue(views.queue(desk.stage.words, requests, **more))


def test_the_chosen_row_stays_chosen_when_others_come(desk, rows):
    """A new urgent request on top doesn't move the cursor to another person."""
    rows.step(1)
    chosen = rows.chosen

    show(desk, (campus.request(40), *campus.usual()))

    assert chosen == rows.chosen


def test_a_row_that_goes_leaves_the_cursor_near(desk, rows):
    """Another desk took it: the cursor stands where it was, nothing opens."""
    rows.step(1)

    show(desk, tuple(each for each in campus.usual() if each.reference != rows.chosen))

    assert (True, []) == (bool(rows.chosen), desk.asked)


def test_headings_are_never_chosen(desk, rows):
    """The cursor steps over them."""
    show(desk, campus.usual(), has_attention=True)
    seen = []
    for _ in range(30):
        rows.step(1)
        seen.append(rows.chosen)

    assert all(seen)


def test_the_last_row_is_the_end(desk, rows):
    """J at the end stays at the end."""
    for _ in range(30):
        rows.step(1)

    assert campus.usual()[-1].reference == rows.chosen


def test_a_screen_reader_hears_a_whole_row(desk, rows):
    """Name, reference, presence and due time: nothing that is only painted."""
    heard = rows.model().data(rows.rows.index(0), Qt.ItemDataRole.AccessibleTextRole)

    assert all(word in heard for word in ("Camille Spécimen", "MK-7F3K-0001", "terminal", "Today"))


def test_a_long_name_is_whole_in_the_tooltip(desk, rows):
    """What the row has no room for can be read all the same."""
    place = rows.rows.place_of(campus.request(6).reference)

    assert campus.LONG_NAME in rows.model().data(rows.rows.index(place), Qt.ItemDataRole.ToolTipRole)


def test_nobody_waiting_is_said(desk):
    """An empty queue is a sentence, not a white field."""
    show(desk, ())

    assert desk.panels.queue.nothing.isVisible()


def test_a_queue_with_more_than_is_shown_says_so(desk):
    """The count is never taken for all there is."""
    show(desk, campus.crowd())

    assert "120" in desk.panels.queue.more.words


@pytest.mark.parametrize("name", ["Nguyễn Thị Hồng", "Αθηνά Παπαδοπούλου", "Дмитрий Шевченко"])
def test_names_take_their_letters_from_the_bundled_fonts(qtbot, name):
    """Vietnamese, Greek and Cyrillic look the same on a machine without fonts."""
    load_name_font()
    layout = QTextLayout(name, font(20))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()

    assert {run.rawFont().familyName() for run in layout.glyphRuns()} <= {FAMILY, NAMES}
