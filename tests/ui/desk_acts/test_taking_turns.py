"""Several people work at one desk: one after the other, and a supervisor for edge papers; by keyboard alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.staff.account import Role
from kiosk.triage.words import Symptom
from tests.given import NUMBER, a_document
from tests.ui.desk_acts.staff import Staff
from ui.desk_parts.act import Act
from ui.words import load_words

# The offscreen platform says so of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

WHY = "Known to the laboratory, document renewed."


def tabs_to(staff: Staff, part) -> None:
    """Press Tab until this has the keyboard."""
    for _ in range(30):
        if QApplication.focusWidget() is part:
            return
        staff.presses(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {part.accessibleName()}")


def verifies(staff: Staff, role: Role) -> None:
    """Sign in and file for someone whose document is expired."""
    staff.signs_in(role)
    staff.sees_queue(0)
    staff.counter.reader.show(document=a_document(expiry=date(2024, 1, 1)))
    staff.presses("v")
    staff.waits_for(lambda: staff.face.controller.person.now.is_complete)
    symptoms = staff.face.verify_side.panel.symptoms
    tabs_to(staff, symptoms.taps[0])
    staff.presses(*[Qt.Key.Key_Down] * (list(Symptom).index(Symptom.BLOCKED) + 1))
    tabs_to(staff, staff.face.verify_side.panel.go)
    staff.presses(Qt.Key.Key_Return)


def test_somebody_else_takes_the_desk_over(ann, waiting):
    """Locked, another user signs in: with their own name and role, and nothing that the first had open."""
    ann.presses("l")
    ann.waits_for(lambda: ann.face.controller.staff is None)
    name = load_words("fr")("desk.sign_in.other")
    tabs_to(ann, next(tap for tap in ann.window.findChildren(Act) if tap.words == name))
    ann.presses(Qt.Key.Key_Return)
    ann.waits_for(ann.face.entrance.panel.login.hasFocus)
    assert "" == ann.face.entrance.panel.login.text()
    ann.signs_in(Role.SUPERVISOR)
    ann.waits_for(lambda: ann.face.controller.staff is not None)

    assert ("one.supervisor", None) == (ann.face.controller.staff.login, ann.request)


def test_edge_papers_are_a_supervisors(at_desk):
    """Reception reads whom to ask, and nothing is filed."""
    someone = at_desk()
    verifies(someone, Role.RECEPTION)
    panel = someone.face.verify_side.panel
    someone.waits_for(lambda: panel.error.words)

    assert someone.counter.kit.store.open_for(NUMBER) is None


def test_a_supervisor_accepts_edge_papers_with_a_written_reason(at_desk):
    """Asked for why, they write it where it is asked, and it stays with the verification."""
    someone = at_desk()
    verifies(someone, Role.SUPERVISOR)
    panel = someone.face.verify_side.panel
    someone.waits_for(panel.reason.isVisible)
    tabs_to(someone, panel.reason)
    someone.types(WHY)
    tabs_to(someone, panel.go)
    someone.waits_for_second_press(panel.go)
    someone.presses(Qt.Key.Key_Return)
    someone.waits_for(lambda: someone.face.verify_side.outcome is not None)

    verification = someone.counter.kit.store.open_for(NUMBER).verification
    assert ("one.supervisor", WHY) == (verification.verified_by, verification.supervisor_reason)
