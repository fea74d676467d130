"""Pages that only some may open; and what stays when the desk is dressed anew."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kiosk.desk.carrying_out import carry_out
from kiosk.doctor import Finding, Level
from kiosk.filing import Witness, file_claim
from kiosk.journal.event import Happening
from kiosk.request.request import State
from kiosk.staff.account import Role
from kiosk.triage.words import Symptom
from tests.given import NUMBER
from tests.kiosk.test_filing import a_claim
from tests.ui.desk_acts.staff import stands
from ui.desk_parts.act import Act
from ui.words import load_words

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
FRENCH = load_words("fr")
OUT_OF_ORDER = (
    Finding("camera", Level.OK, "The camera gives 1280x720."),
    Finding("printer", Level.FAILED, "The printer doesn't answer."),
)


def acts(staff) -> list[str]:
    """Every action that can be seen on the page."""
    return [act.words for act in staff.window.findChildren(Act) if act.isVisible()]


def test_an_administrator_sees_what_is_out_of_order_first(at_desk):
    """And who may work here; T examines again."""
    found = []
    someone = at_desk(examine=lambda: found.append(1) or OUT_OF_ORDER)
    someone.signs_in(Role.ADMIN)
    someone.waits_for(lambda: someone.report and someone.report.said)

    parts, staff = someone.report.sections
    assert ("bad", FRENCH("desk.health.part_printer")) == (parts.rows[0].tone, parts.rows[0].what)
    assert "one.auditor" in [row.what for row in staff.rows]
    assert ("printer: The printer doesn't answer.",) == someone.report.notes

    someone.presses("t")
    someone.waits_for(lambda: 2 == len(found) and someone.report.said)


def test_an_auditor_proves_that_nothing_was_altered(at_desk, waiting):
    """By one key; there is nothing on the desk that decides anything."""
    someone = at_desk()
    someone.signs_in(Role.AUDITOR)
    someone.waits_for(lambda: someone.face.pages.bar is not None)

    someone.presses("i")

    someone.waits_for(lambda: someone.report and someone.report.said)
    assert FRENCH("desk.journal.whole") == someone.report.said.title
    assert [FRENCH("desk.report.again")] == acts(someone)


def test_an_auditor_has_no_key_to_the_queue(at_desk, waiting):
    """Neither the page, nor an act on a request."""
    someone = at_desk()
    someone.signs_in(Role.AUDITOR)
    someone.waits_for(lambda: someone.face.pages.bar is not None)

    someone.presses("q", "v", "h", "a", "r", "/")

    assert ("figures", None) == (someone.face.pages.page, someone.window.dialog)


def test_reception_sees_a_request_but_no_decision(at_desk, waiting):
    """The ticket is all it may do; the foot says why."""
    someone = at_desk()
    someone.signs_in(Role.RECEPTION)
    someone.sees_queue(1)
    someone.opens_first()

    assert ("ticket",) == someone.request.acts
    assert FRENCH("desk.why.role") == someone.face.request_side.panel.why.words


def test_a_check_that_fails_says_so_on_its_page(at_desk, counter):
    """And can be made again once the store is back."""
    someone = at_desk()
    someone.signs_in(Role.AUDITOR)
    someone.waits_for(lambda: someone.face.pages.bar is not None)
    counter.store.is_locked = True
    someone.presses("i")
    someone.waits_for(lambda: someone.report and someone.report.said)
    assert FRENCH("desk.report.failed") == someone.report.said.title

    counter.store.is_locked = False
    someone.presses("t")
    someone.waits_for(lambda: someone.report.said and someone.report.said.tone == "ok")


def test_another_language_keeps_the_person_at_the_counter(at_desk):
    """What was read and what was answered stays; the camera isn't opened anew."""
    someone = at_desk()
    someone.signs_in(Role.RECEPTION)
    someone.sees_queue(0)
    someone.counter.reader.show()
    someone.presses("v")
    someone.waits_for(lambda: someone.face.controller.person.now.is_complete)
    someone.face.verify_side.panel.symptoms.choose(Symptom.BLOCKED)
    opened = someone.counter.camera.opened

    someone.face.scene.language = "en"
    someone.face.dress()

    panel = someone.face.verify_side.panel
    assert (True, Symptom.BLOCKED, opened) == (
        NUMBER in panel.view.number,
        panel.told.symptom,
        someone.counter.camera.opened,
    )


def test_a_smaller_window_has_smaller_words_and_keeps_the_request(ann, waiting, qtbot):
    """On a laptop there is room for the same rows."""
    ann.window.resize(1600, 960)
    ann.waits_for(lambda: 1.0 == ann.face.scene.share)
    large = ann.face.scene.stage().look.text["body"]

    ann.window.resize(1280, 720)

    ann.waits_for(lambda: ann.face.scene.share < 1.0)
    assert ann.face.scene.stage().look.text["body"] < large
    assert waiting.reference == ann.request.reference


def test_undoing_what_was_carried_out_meanwhile_says_so(ann, waiting):
    """Nobody else decided: the desk's own retry was quicker."""
    kit = ann.counter.kit
    ann.counter.bench.directory.away = True
    ann.presses("1", "a")
    ann.waits_for(lambda: ann.request.acts[:1] == ("retry",))
    ann.counter.bench.directory.away = False
    carry_out(kit, kit.store.get(waiting.reference))

    ann.presses("u")

    ann.waits_for(lambda: "quicker" in ann.notices)
    assert FRENCH("desk.notice.carried_out") == ann.face.notices.views["quicker"].title
    assert State.UNLOCKED is stands(ann, waiting)


def test_undoing_while_another_desk_unlocks_says_that_the_account_is_open(ann, waiting):
    """The request waits again, but what was taken back had happened: staff read that, not only "taken back"."""
    ann.counter.bench.directory.away = True
    ann.presses("1", "a")
    ann.waits_for(lambda: ann.request.acts[:1] == ("retry",))
    ann.counter.bench.directory.away = False
    ann.counter.bench.directory.unlock(
        waiting.holder.account
    )  # the other desk, whose outcome isn't saved yet

    ann.presses("u")

    ann.waits_for(lambda: "open_already" in ann.notices)
    assert State.WAITING is stands(ann, waiting)


def test_an_approval_that_waits_can_be_taken_back_from_the_toast(ann, waiting, qtbot):
    """By a click, whatever request is on the screen."""
    ann.counter.bench.directory.away = True
    ann.presses("1", "a")
    ann.waits_for(lambda: ann.window.toast is not None and ann.window.toast.undo is not None)

    qtbot.mouseClick(ann.window.toast.undo, Qt.MouseButton.LeftButton)

    ann.waits_for(lambda: stands(ann, waiting) is State.WAITING)


def test_an_account_disabled_meanwhile_locks_the_desk(ann, counter):
    """The next look at the queue finds it out."""
    account = counter.kit.store.staff("one.approver")
    counter.kit.store.change_staff(
        replace(account, is_disabled=True),
        Happening("staff_disabled", account.login, "one.admin", counter.bench.clock.now()),
    )

    ann.face.controller.queue.timer.timeout.emit()

    ann.waits_for(lambda: ann.face.controller.staff is None)
    assert "" == ann.face.entrance.panel.login.text()


def test_a_request_that_comes_into_an_empty_queue_opens_by_keys(at_desk, counter):
    """J, Enter, as if it had always been there."""
    ann = at_desk()
    ann.signs_in()
    ann.sees_queue(0)
    ann.presses("j", Qt.Key.Key_Return)
    request = file_claim(counter.kit, a_claim(), Witness()).request
    ann.face.controller.queue.timer.timeout.emit()
    ann.sees_queue(1)

    ann.opens_first()

    assert request.reference == ann.request.reference
