"""A working day by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.desk.hands import press
from ui.desk_gallery import campus, views
from ui.desk_gallery.examples import EXAMPLES

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
