"""How the desk's pages stand on the screen: what a critical eye found once stays mended."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from kiosk.journal.chain import BrokenLink, ChainReport
from kiosk.journal.link import Fault
from ui.desk.figures import ROLES
from ui.desk.search import SearchView
from ui.desk_gallery import fleet
from ui.desk_gallery.examples import EXAMPLES
from ui.desk_gallery.setting import SETTLING, SIZES, DeskSetting
from ui.desk_parts.finding import Findings
from ui.desk_parts.row_list import RowList
from ui.desk_views.reports import journal_view
from ui.parts.badge import Badge
from ui.parts.label import Label
from ui.words import NO_BREAK, load_words

FRENCH = load_words("fr")


def show(counter, name):
    counter.window.dress(counter.stage)
    EXAMPLES[name](counter)
    for _ in range(SETTLING):
        QApplication.processEvents()


def seen(window, kind):
    return [part for part in window.findChildren(kind) if part.isVisible()]


def test_the_badges_of_checks_are_one_column(counter):
    """As wide as the widest: "Not checked" doesn't stand out of the row."""
    show(counter, "request-review")

    for findings in seen(counter.window, Findings):
        assert 1 == len({badge.width() for badge in seen(findings, Badge)})


def test_the_name_of_a_check_takes_one_line_where_there_is_room(counter):
    """A wide window has no reason to break it."""
    show(counter, "terminals")
    findings = seen(counter.window, Findings)[0]

    names = [what for _, what, _ in findings.cells]
    assert all(what.height() < 2 * what.fontMetrics().height() for what in names)


@pytest.mark.parametrize("name", ["terminals-awaited", "request-long"])
def test_the_opened_row_is_wholly_in_sight(counter, name):
    """Also when the list got its place after its rows."""
    show(counter, name)
    rows = seen(counter.window, RowList)[0]
    place = rows.visualRect(rows.currentIndex())

    assert rows.viewport().rect().contains(place)


def colours_of_line(rows, y):
    picture = rows.viewport().grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3)}


def test_no_row_of_a_list_is_cut_through_its_words(counter):
    """A row that goes on past an edge fades out there; one that is whole stays as it is, up to its line."""
    show(counter, "terminals")
    rows = seen(counter.window, RowList)[0]
    bar, ground, whole = rows.verticalScrollBar(), {counter.stage.look.colour["surface"].lower()}, set()
    assert bar.maximum() > 0

    for place in (*range(0, bar.maximum(), 5), bar.maximum()):
        bar.setValue(place)
        for y in (0, rows.viewport().height() - 1):
            row = rows.visualRect(rows.indexAt(QPoint(1, y)))
            if y in (row.top(), row.bottom()):
                whole.add(place)
            else:
                assert ground == colours_of_line(rows, y)

    assert {0, bar.maximum()} <= whole


def test_a_list_and_its_title_begin_on_one_line(make_counter):
    """Also where a small window makes everything denser."""
    for size in SIZES:
        counter = make_counter(DeskSetting(size, "en"))
        show(counter, "queue")
        panel = counter.panels.queue

        assert panel.title.mapTo(panel, QPoint(0, 0)).x() == panel.list.painter_of_rows.pad


def test_a_sign_keeps_its_distance_from_the_ticket(counter):
    """The word beside a request's name doesn't look like part of the button."""
    show(counter, "request")
    ticket = counter.panels.request.taps["ticket"]
    left = ticket.mapTo(counter.window, QPoint(0, 0)).x()
    badges = [badge for badge in seen(counter.window, Badge) if badge.parent() is ticket.parent()]

    assert [counter.stage.look.space["s"]] == [
        left - badge.mapTo(counter.window, QPoint(badge.width(), 0)).x() for badge in badges
    ]


def test_one_computer_offers_nothing_to_enrol(counter):
    """No button that can't be pressed, no sentence about terminals that aren't there."""
    show(counter, "terminals-alone")
    said = [label.words for label in seen(counter.window, Label)]

    words = counter.stage.words
    assert words("desk.terminals.alone") in said
    assert not {words("desk.terminals.new"), words("desk.terminals.says")} & set(said)


def test_a_wrong_name_is_explained_once(counter):
    """The hint makes room for the error that says the same."""
    dialog = fleet.new(counter.stage, counter.stage.words)
    counter.window.open_dialog(dialog)

    assert (False, True) == (dialog.hint.isVisible(), dialog.error.isVisible())


def test_a_search_that_has_not_begun_asks_once(counter):
    """The question stands in the middle of the list, not above it as well."""
    show(counter, "search")
    question = counter.stage.words("desk.search.start")

    assert 1 == [label.words for label in seen(counter.window, Label)].count(question)

    counter.show_search_results(SearchView(text="ng", title="found"))
    assert counter.panels.search.title.isVisible()


def test_a_broken_journal_has_no_green():
    """What was read is counted, and not called good."""
    link = BrokenLink("3f9a52c1", 1204, Fault.ALTERED_BODY)
    view = journal_view(FRENCH, ChainReport(events=48_211, writers=3, anchors=12, first_broken=link))

    assert {""} == {row.tone for section in view.sections for row in section.rows}
    assert f"48{NO_BREAK}211" == view.sections[0].rows[0].why


def test_the_four_figures_stand_on_one_line(make_counter):
    """Also where one of them needs two lines below it to say what it is."""
    counter = make_counter(DeskSetting("narrow"))
    counter.window.resize(*SIZES["narrow"])
    show(counter, "figures")
    values = [label for label in seen(counter.window, Label) if label.role in ROLES]

    assert 1 == len({value.mapTo(counter.window, value.rect().topLeft()).y() for value in values})


@pytest.mark.parametrize("size", SIZES)
def test_what_was_just_done_is_told_beside_what_decides(make_counter, size):
    """In the smallest desk too: over the list, never over the next decision."""
    counter = make_counter(DeskSetting(size))
    counter.window.resize(*SIZES[size])
    show(counter, "toast")
    panel, toast = counter.panels.request, counter.window.toast

    assert toast.geometry().right() < panel.mapTo(counter.window, panel.rect().topLeft()).x()


def test_while_the_queue_comes_nothing_is_to_be_chosen(counter):
    """The list says that it is coming, once; beside it stands nothing."""
    show(counter, "loading")
    words, said = counter.stage.words, [label.words for label in seen(counter.window, Label)]

    assert (1, 0) == (said.count(words("desk.queue.loading")), said.count(words("desk.request.empty")))


def test_the_four_figures_are_as_large(counter):
    """A long one makes all of them smaller, none looks less important."""
    show(counter, "figures")
    values = [label for label in seen(counter.window, Label) if label.role in ROLES]

    assert (4, 1) == (len(values), len({label.role for label in values}))


def test_figures_are_no_smaller_in_a_larger_window(make_counter):
    """A figure that is a little too long takes the next size, not the least one."""
    sizes = []
    for size in ("small", "usual", "large"):
        counter = make_counter(DeskSetting(size))
        counter.window.resize(*SIZES[size])
        show(counter, "figures")
        value = next(label for label in seen(counter.window, Label) if label.role in ROLES)
        sizes.append(value.look.text[value.role])

    assert sizes[0] <= 1.1 * sizes[1] <= 1.1 * 1.1 * sizes[2]
