"""A working day by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.desk.hands import press
from ui.desk_gallery import campus, views
from ui.desk_gallery.examples import EXAMPLES
from ui.desk_parts.act import Act

ENTER = Qt.Key.Key_Return


def reference(desk) -> str:
    return desk.panels.request.view.reference


def test_choose_and_open(desk):
    """J, K and arrows choose; Enter opens."""
    press("j", "j", "k", Qt.Key.Key_Down, ENTER)

    assert [("open", campus.usual()[2].reference)] == desk.asked


def test_tick_and_approve(desk):
    """1 says that the person was seen, A approves."""
    press("1", "a")

    assert [("approve", reference(desk), True)] == desk.asked


def test_approving_without_the_tick_leads_to_the_tick(desk):
    """A on an unseen person approves nothing, and the keyboard stands where the answer is."""
    press("a")

    assert ([], desk.panels.request.tick) == (desk.asked, QApplication.focusWidget())


def test_refuse_with_a_reason(desk):
    """R asks, a digit chooses, Enter refuses."""
    press("r", "3")
    press(ENTER)

    assert [("refuse", "did_not_come")] == desk.asked


def test_send_on(desk):
    """S asks, a digit chooses the office, Enter sends."""
    press("s", "1")
    press(ENTER)

    assert [("redirect", "registrar")] == desk.asked


def test_leave_a_question(desk):
    """Escape decides nothing."""
    press("r", "1", Qt.Key.Key_Escape)

    assert ([], None) == (desk.asked, desk.window.dialog)


def test_a_supervisor_writes_why(counter):
    """A security lock takes a tick and a written reason; Ctrl and Enter send it."""
    EXAMPLES["request-long"](counter)
    press("1", "a", "seen with passport, locked by mistake")
    from PySide6.QtTest import QTest

    QTest.keyClick(QApplication.focusWidget(), ENTER, Qt.KeyboardModifier.ControlModifier)

    assert [("approve", True, "seen with passport, locked by mistake")] == counter.asked


def test_search_and_open(desk):
    """Slash, words, Enter; down into what was found, Enter opens."""
    press("/", "ng", ENTER)
    desk.show_search_results(views.search(desk.stage.words, (campus.request(3),), "ng"))
    press(Qt.Key.Key_Down, ENTER)

    assert [("search", "ng"), ("open", campus.request(3).reference)] == desk.asked


def test_leaving_a_search_forgets_it(desk):
    """Escape goes back to the queue, and no name stays in the field."""
    press("/", "ng", Qt.Key.Key_Escape)

    assert ("", desk.panels.queue.list) == (desk.panels.search.field.text(), QApplication.focusWidget())


def test_go_to_every_page(desk):
    """V, F and Q are the three pages."""
    shown = []
    for key in "vfq":
        desk.window.setFocus()
        press(key)
        shown.append(desk.panels.page.currentWidget())

    assert [desk.panels.pages[page] for page in ("verify", "figures", "queue")] == shown


def test_lock(desk):
    """L locks."""
    press("l")

    assert [("lock",)] == desk.asked


def test_ask_for_a_new_ticket(desk):
    """P asks first: the old ticket will open nothing any more."""
    press("p")
    press(ENTER)

    assert [("new ticket", reference(desk))] == desk.asked


def test_the_row_that_enter_is_for_is_seen_at_once(counter):
    """After signing in the first row is marked, and J goes from there: nobody is skipped."""
    words = counter.stage.words
    counter.show_desk(views.bar(words), views.person(words))
    counter.show_queue(views.queue(words, campus.usual(), has_attention=True))
    rows = counter.panels.queue.list
    rows.setFocus()
    first = next(row.key for row in rows.rows.rows if not row.is_heading)

    assert [first] == [rows.rows.rows[at.row()].key for at in rows.selectionModel().selectedIndexes()]

    press("j", ENTER)
    assert [("open", rows.chosen)] == counter.asked
    assert first != rows.chosen


def test_choosing_takes_the_keyboard_to_the_list(desk):
    """J after Tab: Enter opens the row, it doesn't press the button that Tab had reached."""
    press(Qt.Key.Key_Tab)
    press("j", ENTER)

    assert [("open", campus.usual()[1].reference)] == desk.asked


def test_what_the_ring_is_around_is_what_enter_confirms(desk):
    """Arrows choose among reasons; a ring on one and a dot on another would refuse for the wrong reason."""
    press("r", "4", Qt.Key.Key_Down)
    chosen = desk.window.dialog.options.now
    press(ENTER)

    assert [("refuse", chosen)] == desk.asked
    assert "solved_already" == chosen


def test_tab_reaches_the_answers_behind_the_choices_at_once(desk):
    """One stop for all the choices, as everywhere."""
    press("r", "2")
    press(Qt.Key.Key_Tab)

    assert QApplication.focusWidget() in desk.window.dialog.findChildren(Act)


def test_enter_opens_what_was_just_found(desk):
    """The hand is on Enter already; other words search anew."""
    press("/", "ng", ENTER)
    desk.show_search_results(views.search(desk.stage.words, (campus.request(3),), "ng"))
    press(ENTER, "u", ENTER)

    assert [("search", "ng"), ("open", campus.request(3).reference), ("search", "ngu")] == desk.asked


def test_a_list_that_empties_keeps_the_keyboard(desk):
    """And has it again with the next request."""
    desk.show_queue(views.queue(desk.stage.words))
    assert desk.panels.queue is QApplication.focusWidget()

    desk.show_queue(views.queue(desk.stage.words, campus.usual()))
    assert desk.panels.queue.list is QApplication.focusWidget()
