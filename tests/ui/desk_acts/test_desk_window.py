"""Staff at the desk's real window, by keyboard alone; what hangs outside never stops it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.desk.deciding import refuse
from kiosk.request.life import RefusalReason
from kiosk.request.request import Presence, State
from kiosk.staff.account import Role
from kiosk.triage.words import Door, Symptom
from tests.given import NUMBER
from tests.ui.desk_acts.staff import PASSWORD, stands
from ui.words import load_words

# The offscreen platform says so of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_a_wrong_password_is_told_and_forgotten(at_desk):
    """The login stays, the password doesn't, and the next try works."""
    ann = at_desk()
    ann.signs_in(password="wrong password")
    ann.waits_for(lambda: ann.face.entrance.panel.error.words)

    assert ("one.approver", "") == (
        ann.face.entrance.panel.login.text(),
        ann.face.entrance.panel.password.text(),
    )
    ann.waits_for_second_press(ann.face.entrance.panel.go)
    ann.types(PASSWORD)
    ann.presses(Qt.Key.Key_Return)
    ann.waits_for(lambda: ann.face.controller.staff is not None)


def test_a_wrong_password_at_a_locked_desk_speaks_of_the_password(ann):
    """Only a password was asked for: no word about a login that nobody typed."""
    ann.presses("l")
    ann.waits_for(lambda: ann.face.controller.staff is None)
    ann.types("wrong password")
    ann.presses(Qt.Key.Key_Return)
    ann.waits_for(lambda: ann.face.entrance.panel.error.words)

    said = load_words("fr")("desk.sign_in.locked_failed", login=f"one.{Role.APPROVER}")
    assert said == ann.face.entrance.panel.error.words


def test_a_request_is_approved_by_keys_alone(ann, waiting):
    """Chosen, opened, ticked, approved; the toast says so and the queue is empty."""
    ann.presses("1", "a")

    ann.waits_for(lambda: stands(ann, waiting) is State.UNLOCKED)
    ann.sees_queue(0)
    ann.waits_for(lambda: ann.request.acts == ())


def test_an_act_that_is_done_hands_the_keyboard_to_the_list(ann, waiting):
    """Its button is gone: the keyboard never lands on whatever comes next, and J goes on with the next person."""
    ann.presses("1")
    ann.face.request_side.panel.taps["approve"].setFocus(Qt.FocusReason.TabFocusReason)
    ann.presses(Qt.Key.Key_Return)
    ann.waits_for(lambda: stands(ann, waiting) is State.UNLOCKED)

    ann.waits_for(lambda: QApplication.focusWidget() is ann.face.queue_side.queue)


def test_escape_leaves_a_field_so_that_letters_are_keys_again(at_desk, counter):
    """From the number of the verification back to the queue; V stands in the field again."""
    ann = at_desk()
    ann.signs_in()
    ann.waits_for(lambda: ann.face.pages.page == "queue")
    ann.presses("v")
    number = ann.face.verify_side.panel.number
    ann.waits_for(number.hasFocus)

    ann.presses("q", Qt.Key.Key_Escape)
    assert ("q", False) == (number.text(), number.hasFocus())
    ann.presses("v")
    assert number.hasFocus()
    ann.presses(Qt.Key.Key_Escape, "q")

    assert "queue" == ann.face.pages.page


def test_the_help_gives_the_keyboard_back_where_nothing_had_it(at_desk):
    """On the figures nothing takes the focus: it is the window's again, never nobody's."""
    ann = at_desk()
    ann.signs_in(Role.SUPERVISOR)
    ann.waits_for(lambda: ann.face.pages.page == "queue")
    ann.presses("f", "?")
    ann.waits_for(lambda: ann.window.dialog is not None)
    ann.presses("?")

    assert ann.window is QApplication.focusWidget()


def test_nobody_waits_is_not_said_while_something_is_to_be_taken_up_again(ann, waiting):
    """The head of the list counts what stands in it."""
    ann.counter.bench.directory.away = True
    ann.presses("1", "a")

    said = load_words("fr")("desk.queue.title_attention", count=1)
    ann.waits_for(lambda: ann.face.queue_side.queue.title.words == said)


def test_an_unticked_request_is_not_approved(ann, waiting):
    """The sentence above the actions says what is missing."""
    ann.presses("a")

    assert not ann.face.controller.is_deciding
    assert load_words("fr")("desk.why.tick") == ann.face.request_side.panel.why.words


def test_a_request_is_refused_by_keys_alone(ann, waiting):
    """R, a digit, Enter."""
    ann.presses("r", "3", Qt.Key.Key_Return)

    ann.waits_for(lambda: stands(ann, waiting) is State.REFUSED)
    decision = ann.counter.kit.store.get(waiting.reference).decision
    assert RefusalReason.DID_NOT_COME == decision.reason


def test_a_request_is_sent_on_by_keys_alone(ann, waiting):
    """S, a digit, Enter."""
    ann.presses("s", "1", Qt.Key.Key_Return)

    ann.waits_for(lambda: stands(ann, waiting) is State.REDIRECTED)
    assert Door.REGISTRAR is ann.counter.kit.store.get(waiting.reference).door


def test_escape_leaves_a_question_unanswered(ann, waiting):
    """Nothing was decided, and the keys work again."""
    ann.presses("r", Qt.Key.Key_Escape)
    assert ann.window.dialog is None

    ann.presses("1", "a")
    ann.waits_for(lambda: stands(ann, waiting) is State.UNLOCKED)


def test_an_approval_is_taken_back_by_keys_alone(ann, waiting):
    """While the directory is away it isn't carried out: U."""
    ann.counter.bench.directory.away = True
    ann.presses("1", "a")
    ann.waits_for(lambda: ann.request.acts[:1] == ("retry",))

    ann.presses("u")

    ann.waits_for(lambda: stands(ann, waiting) is State.WAITING)


def test_a_failed_request_is_tried_again_by_keys_alone(ann, waiting):
    """T, once the directory lets go of the lock."""
    ann.counter.bench.directory.stubborn = True
    ann.presses("1", "a")
    ann.waits_for(lambda: ann.request.acts[:2] == ("retry", "redirect"))
    ann.counter.bench.directory.stubborn = False

    ann.presses("t")

    ann.waits_for(lambda: stands(ann, waiting) is State.UNLOCKED)


def test_a_new_ticket_is_made_and_printed_by_keys_alone(ann, waiting):
    """P, Enter to make it, Enter to print it, Escape."""
    ann.presses("p", Qt.Key.Key_Return)
    ann.waits_for(lambda: ann.face.ticket_side.ticket is not None)
    ann.presses(Qt.Key.Key_Return)
    ann.waits_for(lambda: ann.counter.bench.printer.printed)
    ann.presses(Qt.Key.Key_Escape)

    ann.waits_for(lambda: ann.request.version == 2)
    assert ann.face.ticket_side.ticket is None
    assert waiting.reference == ann.counter.bench.printer.printed[0][2]


def test_a_request_is_found_by_keys_alone(ann, waiting):
    """/, a name, Enter, down, Enter; Escape goes back to the queue."""
    ann.presses("/")
    ann.types("dupond")
    ann.presses(Qt.Key.Key_Return)
    ann.waits_for(lambda: ann.face.queue_side.search.list.rows.rows)

    ann.presses(Qt.Key.Key_Down, Qt.Key.Key_Return)
    ann.waits_for(lambda: ann.request is not None)
    ann.presses(Qt.Key.Key_Escape)

    assert waiting.reference == ann.request.reference
    assert not ann.face.queue_side.is_searching


def test_an_impatient_double_enter_decides_once(ann, waiting):
    """Twice on the button that refuses: one decision, no complaint."""
    ann.presses("r", "1", Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)

    ann.waits_for(lambda: stands(ann, waiting) is State.REFUSED)
    assert [] == ann.notices
    assert 2 == ann.counter.kit.store.get(waiting.reference).version


def test_two_desks_on_one_request_tell_the_second(ann, waiting):
    """What the first decided stands; the second reads it on the screen."""
    supervisor = ann.counter.bench.staff[Role.SUPERVISOR]
    refuse(ann.counter.kit, supervisor, waiting.reference, RefusalReason.WITHDRAWN)

    ann.presses("1", "a")

    ann.waits_for(lambda: "quicker" in ann.notices)
    ann.waits_for(lambda: ann.request.acts == ())
    assert State.REFUSED is stands(ann, waiting)


def test_a_directory_that_is_away_is_on_the_screen_until_it_is_back(ann, waiting):
    """The notice goes away by itself."""
    ann.counter.bench.directory.away = True
    ann.presses("1", "a")
    ann.waits_for(lambda: "directory" in ann.notices)

    ann.counter.bench.directory.away = False
    ann.face.controller.queue.timer.timeout.emit()

    ann.waits_for(lambda: "directory" not in ann.notices)


def test_a_locked_store_is_on_the_screen_until_it_is_free(ann, waiting):
    """Nothing was saved; what was shown stays; afterwards the same keys work."""
    ann.counter.store.is_locked = True
    ann.presses("1", "a")
    ann.waits_for(lambda: {"store", "refused"} <= set(ann.notices))
    assert waiting.reference == ann.request.reference

    ann.counter.store.is_locked = False
    ann.face.controller.queue.timer.timeout.emit()
    ann.waits_for(lambda: "store" not in ann.notices)
    ann.waits_for_second_press(ann.face.request_side.panel.taps["approve"])
    ann.presses("a")

    ann.waits_for(lambda: stands(ann, waiting) is State.UNLOCKED)


@pytest.mark.parametrize("role", Role)
def test_every_role_sees_its_own_pages(at_desk, role):
    """And nothing that it may not do."""
    pages = {
        Role.AUDITOR: ["figures", "journal"],
        Role.ADMIN: ["health", "terminals"],
        Role.SUPERVISOR: ["queue", "verify", "figures", "journal"],
    }
    someone = at_desk()
    someone.signs_in(role)
    someone.waits_for(lambda: someone.face.pages.bar is not None)

    assert pages.get(role, ["queue", "verify"]) == list(someone.face.pages.bar.tabs)


def test_figures_are_shown_by_a_key(at_desk, waiting):
    """F."""
    someone = at_desk()
    someone.signs_in(Role.SUPERVISOR)
    someone.sees_queue(1)

    someone.presses("f")

    someone.waits_for(lambda: someone.face.pages.figures.figures is not None)
    assert 1 == someone.face.pages.figures.figures.waiting


def test_someone_is_verified_by_keys_alone(at_desk):
    """V; card and document are read; Tab to what they say; the outcome names who saw them."""
    someone = at_desk()
    someone.signs_in(Role.RECEPTION)
    someone.sees_queue(0)
    someone.counter.reader.show()
    someone.presses("v")
    someone.waits_for(lambda: someone.face.controller.person.now.is_complete)
    panel = someone.face.verify_side.panel
    panel.symptoms.taps[list(Symptom).index(Symptom.BLOCKED)].setFocus()
    someone.presses(Qt.Key.Key_Space)
    panel.go.setFocus()
    someone.presses(Qt.Key.Key_Return)

    someone.waits_for(lambda: someone.face.verify_side.outcome is not None)
    kept = someone.counter.kit.store.open_for(NUMBER)
    assert (Presence.IN_PERSON, "one.reception") == (
        kept.verification.presence,
        kept.verification.verified_by,
    )

    someone.presses("p")
    someone.waits_for(lambda: someone.face.ticket_side.ticket is not None)


def test_a_hand_scanner_types_into_the_field(at_desk):
    """With the wrong keyboard, and Enter at its end."""
    someone = at_desk()
    someone.signs_in(Role.RECEPTION)
    someone.sees_queue(0)
    someone.presses("v")
    someone.face.verify_side.panel.number.setText("é&çààà&è")  # QTest has no keys for these
    someone.presses(Qt.Key.Key_Return)

    assert NUMBER == someone.face.controller.person.now.number


def test_locking_shows_nothing_of_anybody(ann, waiting):
    """L; the same person opens the desk again with the password alone."""
    ann.presses("l")

    assert ann.face.controller.dossier is None
    assert "one.approver" == ann.face.entrance.panel.login.text()
    ann.types(PASSWORD)
    ann.presses(Qt.Key.Key_Return)
    ann.waits_for(lambda: ann.face.controller.staff is not None)
    assert ann.request is None


def test_a_desk_that_nobody_touches_locks_itself(ann):
    """Its idle time ran out."""
    ann.face.idle.timer.timeout.emit()

    assert ann.face.controller.staff is None


def test_another_language_and_look_keep_what_is_shown(ann, waiting):
    """The request stays on the screen, in the other language."""
    ann.presses("?")
    ann.window.dialog.language_chosen.emit("en")
    ann.presses("?")
    ann.window.dialog.theme_chosen.emit("dark")

    assert waiting.reference == ann.request.reference
    assert load_words("en")("desk.presence.unattended_title") == ann.request.presence.title


def test_a_blocked_directory_leaves_the_window_working(ann, waiting):
    """It paints, takes keys, searches and looks at the queue, while the approval hangs."""
    gate = ann.counter.directory.gate
    gate.shut()
    came = gate.came
    ann.presses("1", "a")
    ann.waits_for(lambda: gate.came > came)

    ann.presses("/")
    ann.types("dupond")
    assert "dupond" == ann.face.queue_side.search.field.text()
    ann.presses(Qt.Key.Key_Return)
    ann.waits_for(lambda: ann.face.queue_side.search.list.rows.rows)
    assert not ann.window.grab().isNull()
    assert State.WAITING is stands(ann, waiting)

    gate.open()
    ann.waits_for(lambda: stands(ann, waiting) is State.UNLOCKED)


def test_a_closed_window_leaves_nothing_running(ann):
    """No thread, no timer."""
    ann.window.close()

    controller = ann.face.controller
    timers = (controller.queue.timer, controller.carrying.timer, ann.face.clock, ann.face.idle.timer)
    assert not any(timer.isActive() for timer in timers)
    assert 0 == controller.desk.acts.background.pool.activeThreadCount()


def test_a_bug_anywhere_locks_the_desk(ann):
    """Whoever comes next signs in; nothing of the student stays on the screen."""
    ann.face.controller.fell.emit()

    assert (None, None) == (ann.face.controller.staff, ann.face.controller.dossier)
